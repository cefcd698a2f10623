import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readHint, signatureFits, webhookTypes } from '../../../../electron/mailings/receiver/event.ts';

const body = (type: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      tenantId: 't',
      clientId: 'A',
      eventId: '96530',
      eventType: type,
      timestamp: 'x',
      metadata: { orderNumber: 'O-1', status: 'delivered' },
    }),
  );
const sign = (bytes: Buffer): string =>
  createHash('sha256').update(`TCGATE_SIGNATURE=${bytes.toString()}`).digest('hex');

test.each(webhookTypes)('%s is a hint that names its order and nothing more', (type) => {
  expect(readHint(body(type))).toEqual({ eventId: '96530', type, orderNumber: 'O-1', documentNumbers: [] });
});

test('a body changed after it was signed does not fit', () => {
  const bytes = body('PrintSentEvent');
  expect(signatureFits(bytes, sign(bytes))).toBe(true);
  expect(signatureFits(Buffer.concat([bytes, Buffer.from(' ')]), sign(bytes))).toBe(false);
  expect(signatureFits(bytes, '')).toBe(false);
});

test.each(['', 'no json', '{}', '{"eventId":"1","eventType":"OrderStolenEvent"}'])(
  '%j is no event',
  (text) => {
    expect(readHint(Buffer.from(text))).toBeNull();
  },
);
