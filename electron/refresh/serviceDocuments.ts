import type { Output } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { ownPartOf } from '../../shared/mailings/reference.ts';
import type { ServiceDocuments } from '../../shared/mailings/serviceDocument.ts';
import type { DbClient } from '../db/client.ts';
import type { Outcome } from '../gateways/tcgate/outcome.ts';
import type { TcgateClient } from '../gateways/tcgate/tcgateClient.ts';

/** What TC.gate has of documents that may not be ours: its lists of the last seven days, and their PDFs. */
export function createServiceDocuments(
  db: Pick<DbClient, 'call'>,
  clientFor: (accountId: string) => Promise<TcgateClient | null>,
  signal: AbortSignal,
): ServiceDocuments {
  const withClient = async <T>(
    accountId: string,
    act: (client: TcgateClient) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const client = await clientFor(accountId);
    return client === null ? fail('not-found', accountId) : act(client);
  };
  return {
    list: (accountId, list) =>
      withClient(accountId, async (client) => {
        const rows = resultOf(
          await (list === 'registered' ? client.listRegistered(signal) : client.listBounced(signal)),
        );
        if (!rows.ok) return rows;
        const answer: Output<'mailings.serviceList'> = [];
        for (const row of rows.value) {
          const last = row.events.at(-1);
          answer.push({
            number: row.number,
            status: row.status,
            reference: ownPartOf(row.clientReference),
            documentId: await db.call('mailings.documentByNumber', { accountId, number: row.number }),
            detail: last?.metadata['error'] ?? last?.metadata['trackingId'] ?? '',
            at: last?.at ?? row.lastUpdated,
          });
        }
        return ok(answer);
      }),
    look: (accountId, number) =>
      withClient(accountId, async (client) => {
        const document = resultOf(await client.getDocument(number, signal));
        if (!document.ok) return document;
        const { status, type, channel, clientReference, linkedOrderNumber, settings } = document.value;
        let goesByPost = channel.toLowerCase() === 'print';
        if (!goesByPost && linkedOrderNumber !== '') {
          const order = resultOf(await client.getOrder(linkedOrderNumber, signal));
          if (!order.ok) return order;
          goesByPost = order.value.experience !== 'EMAIL';
        }
        const { addressLines, countryCode: country } = settings;
        const reference = ownPartOf(clientReference);
        return ok({ number, status, type, reference, addressLines, country, goesByPost });
      }),
    download: (accountId, number) =>
      withClient(accountId, async (client) => {
        const stream = resultOf(await client.downloadDocument(number, signal));
        // Node reads a web stream like any other; the types of the two do not know each other.
        return stream.ok ? ok(stream.value as unknown as AsyncIterable<Uint8Array>) : stream;
      }),
  };
}

function resultOf<T>(outcome: Outcome<T>): Result<T> {
  if (outcome.kind === 'done') return ok(outcome.value);
  return outcome.kind === 'refused'
    ? fail(outcome.code, outcome.message)
    : fail(outcome.cause, outcome.detail);
}
