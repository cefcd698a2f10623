import type { Service } from '../../shared/contract/accounts.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { DbClient } from '../db/client.ts';
import type { DocumentReport, Followed, MailingReport } from '../db/queries/mailingNews.ts';
import type { DocumentAnswer, OrderAnswer } from '../gateways/tcgate/answers.ts';
import { sandboxLifetime } from '../gateways/tcgate/environments.ts';
import { any, equals } from '../gateways/tcgate/odata.ts';
import type { TcgateClient } from '../gateways/tcgate/tcgateClient.ts';

export interface MailingRefreshParts {
  db: Pick<DbClient, 'call'>;
  clientFor: (accountId: string) => Promise<TcgateClient | null>;
  serviceOf: (accountId: string) => Service;
  now: () => number;
  onChange: (ids: readonly string[]) => void;
}

/** Clocks differ: lists begin this long before our oldest open mailing. */
const leeway = 60 * 60_000;
/** Orders asked about by number in one list. */
const numbersPerQuestion = 20;

/**
 * News of everything that is placed and not over. One list of documents per account, filtered to the orders that are
 * open, paged; never one question per document.
 */
export async function refreshMailings(
  parts: MailingRefreshParts,
  signal: AbortSignal,
  only?: readonly string[],
): Promise<Result<{ asked: number; changed: number }>> {
  const sum = { asked: 0, changed: 0 };
  for (const followed of await parts.db.call('mailings.followed')) {
    const client = await parts.clientFor(followed.accountId);
    if (client === null) continue;
    const done = await refreshAccount(parts, client, pick(followed, only), signal);
    if (!done.ok) return done;
    sum.asked += done.value.asked;
    sum.changed += done.value.changed;
  }
  return ok(sum);
}

/** Only the mailings named (a webhook's hint), or all of them. */
function pick(followed: Followed, only: readonly string[] | undefined): Followed {
  if (only === undefined) return followed;
  return { ...followed, mailings: followed.mailings.filter(({ number }) => only.includes(number)) };
}

async function refreshAccount(
  parts: MailingRefreshParts,
  client: TcgateClient,
  followed: Followed,
  signal: AbortSignal,
): Promise<Result<{ asked: number; changed: number }>> {
  const { db, now } = parts;
  const documents: DocumentReport[] = [];
  const mailings: MailingReport[] = [];
  const gone: string[] = [];
  const since = new Date(followed.since - leeway);
  for (let from = 0; from < followed.mailings.length; from += numbersPerQuestion) {
    const some = followed.mailings.slice(from, from + numbersPerQuestion);
    const numbers = some.map(({ number }) => number);
    const orders = await client.listOrders(
      { filter: any(...numbers.map((number) => equals('number', number))) },
      signal,
    );
    if (orders.kind !== 'done') return trouble(orders);
    const linked = await client.listDocuments(
      { filter: any(...numbers.map((number) => equals('linkedOrderNumber', number))) },
      signal,
    );
    if (linked.kind !== 'done') return trouble(linked);
    mailings.push(...orders.value.map(toMailingReport));
    documents.push(...linked.value.map(toDocumentReport));
    for (const { id, number } of some)
      if (!orders.value.some((order) => order.number === number)) gone.push(id);
  }
  const source = parts.serviceOf(followed.accountId);
  const changed = await db.call('mailings.applyReports', { now: now(), source, documents, mailings });
  // Young ones may not be listed yet; old ones were deleted there, as the sandbox does after ten minutes.
  if (gone.length > 0 && now() - since.getTime() - leeway > sandboxLifetime)
    await db.call('mailings.forget', { mailingIds: gone, now: now() });
  if (changed.length > 0) parts.onChange(changed);
  return ok({ asked: documents.length + mailings.length, changed: changed.length });
}

function trouble(
  outcome: { kind: string } & Partial<Record<'code' | 'cause' | 'message' | 'detail', string>>,
): Result<never> {
  const code = outcome.code ?? outcome.cause ?? 'unreadable-answer';
  return fail(code as 'unreadable-answer', outcome.message ?? outcome.detail ?? '');
}

const toMailingReport = (order: OrderAnswer): MailingReport => ({
  number: order.number,
  status: order.status,
  scheduleOn: order.scheduleOn,
  findings: order.findings,
});

function toDocumentReport(document: DocumentAnswer): DocumentReport {
  return {
    number: document.number,
    status: document.status,
    channel: document.channel,
    findings: document.findings,
    events: document.events.map((event) => ({
      kind: event.kind,
      channel: event.channel,
      at: event.at,
      detail: event.metadata['error'] ?? event.metadata['reason'] ?? '',
      trackingId: event.metadata['trackingId'] ?? '',
    })),
  };
}
