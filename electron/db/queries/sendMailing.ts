import type { Service } from '../../../shared/contract/accounts.ts';
import type { Person } from '../../../shared/contract/recipients.ts';
import type { Channel } from '../../../shared/mailings/limits.ts';
import type { DocumentSettings, MailingSettings } from '../../../shared/mailings/mailing.ts';
import { newId } from '../../../shared/lib/newId.ts';
import { DbError } from '../dbError.ts';
import type { Db } from '../open.ts';
import { one, run } from '../statements.ts';
import { needAccount } from './accounts.ts';
import { addEvent } from './events.ts';
import { addHistoryItem } from './historyItems.ts';
import { noteRecipient } from './recipients.ts';

/** A checked card on its way into a mailing. */
export interface NewDocument {
  cardId: string;
  fileName: string;
  sha256: string;
  bytes: number;
  pages: number;
  settings: DocumentSettings;
  person: Person;
}

export interface SendArgs {
  mailingId: string;
  accountId: string;
  service: Service;
  mode: 'live' | 'test';
  channel: Channel;
  settings: MailingSettings;
  now: number;
  dueAt: number;
  documents: readonly NewDocument[];
}

/** A short unique word of ours for a clientReference: lower-case letters and digits, found by `contains`. */
const newToken = (now: number): string => `pr${newId(now).slice(-14)}`;

/**
 * Cards become documents of one mailing, with the wish and every step, in one transaction. The same mailing again
 * gives back the first result; a card that is not on the desk any more is a `conflict`.
 */
export function sendMailing(db: Db, args: SendArgs): { mailingId: string; dueAt: number; added: boolean } {
  return db.transaction(() => {
    const before = one<{ due_at: number }>(
      db,
      `SELECT due_at FROM outbox WHERE item_id = ? AND kind = 'mailing'`,
      args.mailingId,
    );
    if (before !== undefined) return { mailingId: args.mailingId, dueAt: before.due_at, added: false };
    const { mailingId, now } = args;
    needAccount(db, args.accountId, 'accountId');
    run(
      db,
      `INSERT INTO mailings (id, account_id, service, channel, settings, token, status, accepted_at)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)`,
      mailingId,
      args.accountId,
      args.service,
      args.channel,
      JSON.stringify(args.settings),
      newToken(now),
      now,
    );
    run(
      db,
      `INSERT INTO batches (id, label, created_at) VALUES (?, '', ?) ON CONFLICT (id) DO NOTHING`,
      mailingId,
      now,
    );
    args.documents.forEach((document, position) => addDocument(db, args, document, position));
    addStep(db, { mailingId, itemId: mailingId, kind: 'order', now });
    run(
      db,
      `INSERT INTO outbox (id, kind, step, item_id, account_id, batch_id, reference, operation_id, body, body_hash, mode,
         state, due_at, ready_at, created_at) VALUES (?, 'mailing', 'mailing', ?, ?, ?, ?, ?, '', '', ?, 'waiting', ?, ?, ?)`,
      newId(now),
      mailingId,
      args.accountId,
      mailingId,
      args.settings.reference,
      newId(now),
      args.mode,
      args.dueAt,
      args.dueAt,
      now,
    );
    addEvent(db, { itemId: mailingId, at: now, source: 'you', kind: 'accepted', status: 'waiting' });
    return { mailingId, dueAt: args.dueAt, added: true };
  })();
}

/** One document with its upload step and its line of History; the caller's transaction. Answers its id. */
export function addDocument(
  db: Db,
  args: Omit<SendArgs, 'documents' | 'dueAt' | 'channel'>,
  document: NewDocument,
  position: number,
): string {
  const { mailingId, now } = args;
  const id = newId(now);
  const taken = run(
    db,
    `UPDATE cards SET mailing_id = ? WHERE id = ? AND mailing_id IS NULL AND state = 'ready' AND sha256 = ?`,
    mailingId,
    document.cardId,
    document.sha256,
  );
  if (taken !== 1) throw new DbError('conflict', 'the card is not on the desk any more', 'cardIds');
  const person = document.person;
  const recipientId =
    person.name === '' && person.company === ''
      ? null
      : noteRecipient(db, person, { id: newId(now), now, orders: 0, documents: 1 });
  run(
    db,
    `INSERT INTO documents (id, mailing_id, position, account_id, card_id, file_name, sha256, bytes, pages, settings, token,
       status, step) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 'waiting')`,
    id,
    mailingId,
    position,
    args.accountId,
    document.cardId,
    document.fileName,
    document.sha256,
    document.bytes,
    document.pages,
    JSON.stringify(document.settings),
    newToken(now),
  );
  addStep(db, { mailingId, itemId: id, kind: 'upload', now });
  addHistoryItem(db, {
    id,
    kind: 'document',
    itemId: id,
    accountId: args.accountId,
    service: args.service,
    at: now,
    reference: document.settings.reference === '' ? args.settings.reference : document.settings.reference,
    recipient: person.name === '' ? (document.settings.to[0] ?? '') : person.name,
    recipientId,
    city: person.city,
    country: person.country,
    summary: `${document.fileName}, ${document.pages} p.`,
    method: document.settings.sendBy === 'email' ? 'email' : args.settings.postage,
    mode: args.mode,
    status: 'waiting',
    batchId: mailingId,
    pieces: document.pages,
    words: [...document.settings.addressLines, ...document.settings.to, person.postcode],
    products: [],
  });
  addEvent(db, { itemId: id, at: now, source: 'you', kind: 'accepted', status: 'waiting' });
  return id;
}

/** Writes a step down, once per live step of its kind; false: there is one already. */
export function addStep(
  db: Db,
  step: {
    mailingId: string;
    itemId: string;
    kind: 'upload' | 'order' | 'deleteDocument' | 'deleteOrder' | 'reschedule';
    now: number;
    argument?: string;
  },
): boolean {
  const added = run(
    db,
    `INSERT INTO mailing_steps (id, mailing_id, item_id, kind, operation_id, argument, state, ready_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT DO NOTHING`,
    newId(step.now),
    step.mailingId,
    step.itemId,
    step.kind,
    crypto.randomUUID(),
    step.argument ?? '',
    0,
    step.now,
  );
  return added === 1;
}
