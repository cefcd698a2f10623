import type { Service } from '../../shared/contract/accounts.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { DbClient } from '../db/client.ts';
import type {
  DocumentReport,
  Followed,
  MailingReport,
  ReportedBy,
  ReportedEvent,
} from '../db/queries/mailingNews.ts';
import type { DocumentAnswer, OrderAnswer, ServiceEvent } from '../gateways/tcgate/answers.ts';
import { any, equals } from '../gateways/tcgate/odata.ts';
import type { TcgateClient } from '../gateways/tcgate/tcgateClient.ts';

export interface MailingRefreshParts {
  db: Pick<DbClient, 'call'>;
  clientFor: (accountId: string) => Promise<TcgateClient | null>;
  serviceOf: (accountId: string) => Service;
  /** After how many ms the account's service may forget what it was given; Infinity = never. */
  forgetsAfter: (accountId: string) => number;
  now: () => number;
  onChange: (ids: readonly string[]) => void;
}

/** An order nobody lists any more is asked about for so long; then it was deleted there. */
const missingFor = 60 * 86_400_000;
/** Orders asked about by number in one list. */
const numbersPerQuestion = 20;

/**
 * News of everything that is placed and not over. One list of documents per account, filtered to the orders that are
 * open, paged; never one question per document.
 */
export async function refreshMailings(
  parts: MailingRefreshParts,
  signal: AbortSignal,
): Promise<Result<{ asked: number; changed: number }>> {
  const sum = { asked: 0, changed: 0 };
  let first: Result<never> | null = null;
  for (const followed of await parts.db.call('mailings.followed')) {
    const client = await parts.clientFor(followed.accountId);
    if (client === null) continue;
    const done = await refreshAccount(parts, client, followed, signal);
    if (done.ok) {
      sum.asked += done.value.asked;
      sum.changed += done.value.changed;
    } else first ??= done; // one account's trouble does not keep the others from their news
  }
  return first ?? ok(sum);
}

/**
 * One question about orders or documents that an event named. Nothing is taken from the event itself; what we do not
 * know is not asked about.
 */
export async function askAbout(
  parts: MailingRefreshParts,
  about: { accountId: string; kind: 'order' | 'document'; numbers: readonly string[] },
  signal: AbortSignal,
): Promise<Result<void>> {
  const client = await parts.clientFor(about.accountId);
  if (client === null) return ok(undefined);
  const query = { filter: any(...about.numbers.map((number) => equals('number', number))) };
  const documents: DocumentReport[] = [];
  const mailings: MailingReport[] = [];
  if (about.kind === 'order') {
    const found = await client.listOrders(query, signal);
    if (found.kind !== 'done') return trouble(found);
    mailings.push(...found.value.map(toMailingReport));
  } else {
    const found = await client.listDocuments(query, signal);
    if (found.kind !== 'done') return trouble(found);
    documents.push(...found.value.map(toDocumentReport));
  }
  const by = reportedBy(parts, client, about.accountId);
  const now = parts.now();
  const changed = await parts.db.call('mailings.applyReports', { now, by, documents, mailings });
  if (changed.length > 0) parts.onChange(changed);
  return ok(undefined);
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
  // What went to another place is not known here: that says nothing about it.
  const here = followed.mailings.filter(({ sentTo }) => sentTo === '' || sentTo === client.place);
  for (let from = 0; from < here.length; from += numbersPerQuestion) {
    const some = here.slice(from, from + numbersPerQuestion);
    const numbers = some.map(({ number }) => number);
    const orders = await client.listOrders(
      { filter: any(...numbers.map((number) => equals('number', number))), orderBy: 'number asc' },
      signal,
    );
    if (orders.kind !== 'done') return trouble(orders);
    const linked = await client.listDocuments(
      { filter: any(...numbers.map((number) => equals('linkedOrderNumber', number))), orderBy: 'number asc' },
      signal,
    );
    if (linked.kind !== 'done') return trouble(linked);
    mailings.push(...orders.value.map(toMailingReport));
    documents.push(...linked.value.map(toDocumentReport));
    // Young ones may not be listed yet; in the sandbox everything is deleted after ten minutes.
    const lifetime = Math.min(parts.forgetsAfter(followed.accountId), missingFor);
    for (const { id, number, placedAt } of some)
      if (now() - placedAt > lifetime && !orders.value.some((order) => order.number === number))
        gone.push(id);
  }
  const by = reportedBy(parts, client, followed.accountId);
  const changed = await db.call('mailings.applyReports', { now: now(), by, documents, mailings });
  if (gone.length > 0) await db.call('mailings.unfollow', { mailingIds: gone, now: now() });
  if (changed.length > 0) parts.onChange(changed);
  return ok({ asked: documents.length + mailings.length, changed: changed.length });
}

const reportedBy = (
  { serviceOf }: MailingRefreshParts,
  { place }: TcgateClient,
  accountId: string,
): ReportedBy => ({ accountId, place, source: serviceOf(accountId) });

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
  events: order.events.map(toReportedEvent),
});

const toReportedEvent = ({ kind, channel, at, metadata }: ServiceEvent): ReportedEvent => ({
  kind,
  channel,
  at,
  detail: metadata['error'] ?? metadata['reason'] ?? '',
});

function toDocumentReport(document: DocumentAnswer): DocumentReport {
  return {
    number: document.number,
    status: document.status,
    channel: document.channel,
    findings: document.findings,
    events: document.events.map((event) => ({
      ...toReportedEvent(event),
      trackingId: event.metadata['trackingId'] ?? '',
    })),
  };
}
