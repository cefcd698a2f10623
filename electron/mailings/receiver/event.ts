import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** The ten event types of the document ("Webhook Subscriptions"). */
export const webhookTypes = [
  'OrderAcceptedEvent',
  'OrderExecutingEvent',
  'OrderChannelInvocationTriggeredEvent',
  'OrderExecutedEvent',
  'EmailBouncedEvent',
  'EmailBlockedEvent',
  'EmailSentEvent',
  'PrintDeliveredEvent',
  'PrintNotDeliveredEvent',
  'PrintSentEvent',
] as const;

/** Our own test of the way in; it is answered and changes nothing. */
export const testType = 'PostroomTest';

const eventSchema = z.object({
  eventId: z.string().min(1).max(200),
  eventType: z.enum([...webhookTypes, testType]),
  metadata: z
    .object({
      orderNumber: z.string().max(200).optional(),
      documentNumbers: z.array(z.string().max(200)).max(5_000).optional(),
    })
    .default({}),
});

/** What an event names, and nothing else of it: it can be forged, so it is only a hint to ask the service. */
export interface Hint {
  eventId: string;
  type: (typeof webhookTypes)[number] | typeof testType;
  orderNumber: string;
  documentNumbers: string[];
}

/** Whether the signature fits: SHA-256 of `TCGATE_SIGNATURE=` and the body. It holds no secret and proves little. */
export function signatureFits(body: Buffer, signature: string): boolean {
  const wanted = createHash('sha256').update('TCGATE_SIGNATURE=').update(body).digest();
  const text = signature.trim();
  const given = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** What belongs into `X-Tcgate-Signature` for a body. */
export const signatureOf = (body: string): string =>
  createHash('sha256').update('TCGATE_SIGNATURE=').update(body).digest('hex');

/** The hint in a body, or null for anything else. */
export function readHint(body: Buffer): Hint | null {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return null; // not JSON: nobody of ours
  }
  const event = eventSchema.safeParse(value);
  if (!event.success) return null;
  const { eventId, eventType: type, metadata } = event.data;
  return {
    eventId,
    type,
    orderNumber: metadata.orderNumber ?? '',
    documentNumbers: metadata.documentNumbers ?? [],
  };
}
