import { assertNever } from '../../../shared/lib/assertNever.ts';
import type { Result } from '../../../shared/contract/result.ts';
import type { Saga, SagaDocument, SagaStep } from '../../../shared/mailings/saga.ts';
import { referenceWith } from '../../../shared/mailings/reference.ts';
import { encodeMailing } from '../../gateways/tcgate/encodeMailing.ts';
import { mapDone, type Outcome } from '../../gateways/tcgate/outcome.ts';
import type { TcgateClient } from '../../gateways/tcgate/tcgateClient.ts';
import { encodeDocument } from '../../gateways/tcgate/upload.ts';
import type { Made } from './judge.ts';

/** The archived bytes of a document. */
export interface Vault {
  /** Reads the file again and compares its hash. */
  verify(sha256: string): Promise<Result<true>>;
  read(sha256: string): Promise<Result<{ stream: AsyncIterable<Uint8Array>; bytes: number }>>;
}

export interface CarryParts {
  client: TcgateClient;
  vault: Vault;
  onProgress: (documentId: string, part: number) => void;
  signal: AbortSignal;
}

/** The one call a step stands for. */
export async function carry(saga: Saga, step: SagaStep, parts: CarryParts): Promise<Outcome<Made>> {
  const { client, signal } = parts;
  switch (step.kind) {
    case 'upload':
      return upload(documentOf(saga, step), step, parts);
    case 'order': {
      const numbers = saga.documents.filter((one) => !one.leftOut).map((one) => one.number);
      const reference = referenceWith(saga.settings.reference, saga.token);
      const body = encodeMailing(saga.settings, saga.channel, numbers, reference);
      return mapDone(await client.placeOrder(body, step.operationId, signal), ({ number }, raw) => ({
        kind: 'done',
        value: { number, serviceStatus: 'placed' },
        raw,
      }));
    }
    case 'deleteDocument':
      return gone(await client.deleteDocument(documentOf(saga, step).number, step.operationId, signal));
    case 'deleteOrder':
      return gone(await client.deleteOrder(saga.orderNumber, step.operationId, signal));
    case 'reschedule':
      return gone(await client.reschedule(saga.orderNumber, step.argument, step.operationId, signal));
    default:
      return assertNever(step.kind);
  }
}

const gone = (outcome: Outcome<null>): Outcome<Made> =>
  mapDone(outcome, (_, raw) => ({ kind: 'done', value: { number: '', serviceStatus: '' }, raw }));

function documentOf(saga: Saga, step: SagaStep): SagaDocument {
  const document = saga.documents.find(({ id }) => id === step.itemId);
  if (document === undefined) throw new Error('a step about a document of another mailing');
  return document;
}

async function upload(document: SagaDocument, step: SagaStep, parts: CarryParts): Promise<Outcome<Made>> {
  const { vault, onProgress, client, signal } = parts;
  const whole = await vault.verify(document.sha256);
  if (!whole.ok) {
    const message = `The archived file cannot be used (${whole.error.code}).`;
    return { kind: 'refused', status: 0, code: 'file-unreadable', message, instance: '', raw: '' };
  }
  const open = async function* (): AsyncGenerator<Uint8Array> {
    const opened = await vault.read(document.sha256);
    if (!opened.ok) throw new Error(`The archived file cannot be read (${opened.error.code}).`);
    yield* opened.value.stream;
  };
  const reference = referenceWith(document.settings.reference, document.token);
  const outcome = await client.uploadDocument(
    {
      operationId: step.operationId,
      clientReference: reference,
      metadata: encodeDocument(document.settings, reference),
      fileName: document.fileName,
      bytes: document.bytes,
      open,
      onProgress: (sent) => onProgress(document.id, document.bytes === 0 ? 1 : sent / document.bytes),
    },
    signal,
  );
  return mapDone(outcome, ({ number }, raw) => ({
    kind: 'done',
    value: { number, serviceStatus: 'created' },
    raw,
  }));
}

/** "Has it arrived?": what is known about the thing a step in doubt makes or removes; null = nothing. */
export async function ask(
  saga: Saga,
  step: SagaStep,
  client: TcgateClient,
  signal: AbortSignal,
): Promise<Outcome<{ number: string; status: string } | null>> {
  switch (step.kind) {
    case 'upload':
      return client.findDocument(documentOf(saga, step).token, signal);
    case 'order':
      return client.findOrder(saga.token, signal);
    case 'deleteDocument':
      return removed(await client.getDocument(documentOf(saga, step).number, signal));
    case 'deleteOrder':
      return removed(await client.getOrder(saga.orderNumber, signal));
    case 'reschedule':
      return mapDone(await client.getOrder(saga.orderNumber, signal), (order, raw) => ({
        kind: 'done',
        value: order.scheduleOn.startsWith(step.argument) ? order : null,
        raw,
      }));
    default:
      return assertNever(step.kind);
  }
}

/** For a deletion the thing's absence is the success. */
function removed(
  outcome: Outcome<{ number: string; status: string }>,
): Outcome<{ number: string; status: string } | null> {
  if (outcome.kind === 'refused' && outcome.code === 'not-found') {
    return { kind: 'done', value: { number: '', status: '' }, raw: outcome.raw };
  }
  return mapDone(outcome, (_, raw) => ({ kind: 'done', value: null, raw }));
}
