import type { Service } from '../../../shared/contract/accounts.ts';
import {
  documentIsOver,
  meaningOfDocument,
  meaningOfMailing,
  movesDocument,
  movesMailing,
} from '../../../shared/mailings/documentStatus.ts';
import { writeServiceEvent } from '../../../shared/mailings/serviceEvent.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { setHistoryStatus, setHistoryTracking } from './historyItems.ts';
import { addNews } from './mailingState.ts';
import type { DocumentRow, MailingRow } from './sagas.ts';

/** What refresh asks about, per account. */
export interface Followed {
  accountId: string;
  mailings: {
    id: string;
    number: string;
    placedAt: number;
    /** The place its order was placed at; '' = not noted. */
    sentTo: string;
  }[];
}

/** Mailings that are placed and not over. */
export function followedMailings(db: Db): Followed[] {
  const rows = all<MailingRow>(
    db,
    `SELECT * FROM mailings WHERE followed = 1 ORDER BY account_id, accepted_at`,
  );
  const accounts = new Map<string, Followed>();
  for (const row of rows) {
    let followed = accounts.get(row.account_id);
    if (followed === undefined) {
      followed = { accountId: row.account_id, mailings: [] };
      accounts.set(row.account_id, followed);
    }
    followed.mailings.push({
      id: row.id,
      number: row.order_number,
      placedAt: row.placed_at ?? row.accepted_at,
      sentTo: row.sent_to,
    });
  }
  return [...accounts.values()];
}

/** Something that happened at the service; `at` as the service writes it, '' = not said. */
export interface ReportedEvent {
  kind: string;
  channel: string;
  at: string;
  detail: string;
}

/** What the service says about a document. */
export interface DocumentReport {
  number: string;
  status: string;
  channel: string;
  findings: readonly string[];
  events: readonly (ReportedEvent & { trackingId: string })[];
}
export interface MailingReport {
  number: string;
  status: string;
  scheduleOn: string;
  findings: readonly string[];
  events: readonly ReportedEvent[];
}

/** Whose news they are: the same numbers may mean other things to other accounts, and at other places. */
export interface ReportedBy {
  accountId: string;
  place: string;
  source: Service;
}

/** Writes what a refresh found, in one transaction. Answers which documents and mailings changed. */
export function applyReports(
  db: Db,
  {
    by,
    ...args
  }: {
    now: number;
    by: ReportedBy;
    documents: readonly DocumentReport[];
    mailings: readonly MailingReport[];
  },
): string[] {
  return db.transaction(() => {
    const changed: string[] = [];
    for (const report of args.mailings) changed.push(...applyMailing(db, report, args.now, by));
    const touched = new Set<string>();
    for (const report of args.documents) {
      const row = one<DocumentRow>(
        db,
        `SELECT d.* FROM documents d JOIN mailings m ON m.id = d.mailing_id
         WHERE d.number = ? AND d.number <> '' AND d.account_id = ? AND m.sent_to IN ('', ?)`,
        report.number,
        by.accountId,
        by.place,
      );
      if (row === undefined) continue;
      touched.add(row.mailing_id);
      if (applyDocument(db, row, report, args.now, by.source)) changed.push(row.id);
    }
    for (const mailingId of touched) endIfOver(db, mailingId, args.now);
    return changed;
  })();
}

/** Adds what was reported to a timeline, once. Answers whether it was new. */
function noteReported(
  db: Db,
  args: { itemId: string; event: ReportedEvent; status: OrderStatus; now: number; source: Service },
): boolean {
  const { itemId, event, status, now, source } = args;
  const at = Date.parse(event.at);
  const detail = writeServiceEvent({ ...event, words: event.detail });
  const known = one(
    db,
    `SELECT 1 FROM events WHERE item_id = ? AND kind = 'status' AND detail = ? AND at = coalesce(?, at)`,
    itemId,
    detail,
    Number.isNaN(at) ? null : at,
  );
  if (known !== undefined) return false;
  addEvent(db, { itemId, at: Number.isNaN(at) ? now : at, source, kind: 'status', status, detail });
  return true;
}

function applyDocument(
  db: Db,
  row: DocumentRow,
  report: DocumentReport,
  now: number,
  source: Service,
): boolean {
  let told = false;
  for (const event of report.events)
    told =
      noteReported(db, { itemId: row.id, event, status: meaningOfDocument(event.kind), now, source }) || told;
  const trackingId = report.events.findLast((event) => event.trackingId !== '')?.trackingId ?? '';
  if (trackingId !== '' && trackingId !== row.tracking_id) {
    run(db, `UPDATE documents SET tracking_id = ? WHERE id = ?`, trackingId, row.id);
    setHistoryTracking(db, { itemId: row.id, trackingId });
    addEvent(db, { itemId: row.id, at: now, source, kind: 'tracking', detail: trackingId });
    told = true;
  }
  if (report.status === row.service_status) return told;
  if (!movesDocument(row.service_status, report.status, report.channel)) {
    const known = one(
      db,
      `SELECT 1 FROM events WHERE item_id = ? AND kind = 'backward' AND detail = ?`,
      row.id,
      report.status,
    );
    if (known === undefined)
      addEvent(db, { itemId: row.id, at: now, source, kind: 'backward', detail: report.status });
    return told || known === undefined;
  }
  const status = meaningOfDocument(report.status);
  const reason = report.events.findLast((event) => event.kind === report.status)?.detail ?? '';
  // A status has words of its own, except one that nobody knows.
  const words = [status === 'other' ? report.status : '', ...report.findings, reason];
  const detail = ['error', 'refused', 'other'].includes(status)
    ? words.filter((part) => part !== '').join(': ')
    : '';
  run(
    db,
    `UPDATE documents SET service_status = ?, status = ?, status_detail = ?, step = 'ordered' WHERE id = ?`,
    report.status,
    status,
    detail,
    row.id,
  );
  setHistoryStatus(db, { itemId: row.id, status, detail, now });
  if (!report.events.some((event) => event.kind === report.status))
    addEvent(db, { itemId: row.id, at: now, source, kind: 'status', status, detail: report.status });
  if (status === 'delivered') addNews(db, row.id, 'delivered', '', now);
  if (report.status === 'sent') addNews(db, row.id, 'shipped', '', now);
  if (['notdelivered', 'bounced', 'blocked', 'rejected'].includes(report.status))
    addNews(db, row.id, 'problem', report.status, now);
  return true;
}

function applyMailing(db: Db, report: MailingReport, now: number, by: ReportedBy): string[] {
  const { source } = by;
  const row = one<MailingRow>(
    db,
    `SELECT * FROM mailings WHERE order_number = ? AND order_number <> '' AND account_id = ? AND sent_to IN ('', ?)`,
    report.number,
    by.accountId,
    by.place,
  );
  if (row === undefined) return [];
  const day = report.scheduleOn.slice(0, 10);
  if (day !== '')
    run(db, `UPDATE mailings SET settings = json_set(settings, '$.sendOn', ?) WHERE id = ?`, day, row.id);
  const status = meaningOfMailing(report.status);
  let told = false;
  for (const event of report.events)
    told = noteReported(db, { itemId: row.id, event, status, now, source }) || told;
  if (!movesMailing(row.service_status, report.status)) return told ? [row.id] : [];
  const detail = report.findings.join('; ');
  run(
    db,
    `UPDATE mailings SET service_status = ?, status = ?, status_detail = ?, last_checked_at = ? WHERE id = ?`,
    report.status,
    status,
    detail,
    now,
    row.id,
  );
  const line = writeServiceEvent({ channel: '', kind: report.status, words: detail });
  addEvent(db, { itemId: row.id, at: now, source, kind: 'status', status, detail: line });
  if (report.status !== 'rejected') return [row.id];
  run(db, `UPDATE mailings SET followed = 0 WHERE id = ?`, row.id);
  const documents = all<{ id: string }>(
    db,
    `SELECT id FROM documents WHERE mailing_id = ? AND left_out = 0`,
    row.id,
  );
  for (const document of documents) {
    run(
      db,
      `UPDATE documents SET status = 'refused', status_detail = ?, step = 'rejected' WHERE id = ?`,
      detail,
      document.id,
    );
    setHistoryStatus(db, { itemId: document.id, status: 'refused', detail, now });
    addNews(db, document.id, 'problem', 'rejected', now);
  }
  return [row.id, ...documents.map(({ id }) => id)];
}

/** A mailing whose documents have all come to an end is asked about no more. */
function endIfOver(db: Db, mailingId: string, now: number): void {
  const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, mailingId);
  if (mailing === undefined) return;
  const settings = JSON.parse(mailing.settings) as { postage: string; sendOn: string };
  const registered = settings.postage === 'R' || settings.postage === 'AP';
  const rows = all<DocumentRow>(
    db,
    `SELECT * FROM documents WHERE mailing_id = ? AND left_out = 0`,
    mailingId,
  );
  const day = Date.parse(settings.sendOn);
  const began = Math.max(mailing.placed_at ?? mailing.accepted_at, Number.isNaN(day) ? 0 : day);
  const days = (now - began) / 86_400_000;
  const over = rows.every((row) => documentIsOver(row.service_status, registered, mailing.channel, days));
  if (!over) return;
  run(db, `UPDATE mailings SET followed = 0 WHERE id = ?`, mailingId);
  run(db, `UPDATE documents SET step = 'done' WHERE mailing_id = ? AND left_out = 0`, mailingId);
}

/**
 * The service knows them no more: in the sandbox everything vanishes after ten minutes, which is no error. They are
 * asked about no more and keep their last status.
 */
export function unfollow(db: Db, { mailingIds, now }: { mailingIds: readonly string[]; now: number }): void {
  db.transaction(() => {
    for (const id of mailingIds) {
      run(db, `UPDATE mailings SET followed = 0 WHERE id = ?`, id);
      addEvent(db, { itemId: id, at: now, source: 'postroom', kind: 'unfollowed' });
    }
  })();
}
