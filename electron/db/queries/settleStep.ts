import { assertNever } from '../../../shared/lib/assertNever.ts';
import { meaningOfDocument } from '../../../shared/mailings/documentStatus.ts';
import type { StepKind } from '../../../shared/mailings/saga.ts';
import { move, type WishEvent, type WishState } from '../../../shared/orders/outboxMoves.ts';
import type { EventKind } from '../../../shared/orders/eventKinds.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { addNews, setDocument, setWish } from './mailingState.ts';
import type { MailingRow, StepRow } from './sagas.ts';

/** What became of a step. */
export interface StepNews {
  id: string;
  event: WishEvent;
  at: number;
  /** When it may be carried or asked about next. */
  readyAt: number;
  /** The number the service gave. */
  number?: string;
  serviceStatus?: string;
  code?: string;
  detail?: string;
  raw?: string;
  /** The Operation-ID is spent although nothing came of it: the next try needs another. */
  renewOperation?: boolean;
}

const final: readonly WishState[] = ['accepted', 'refused', 'cancelled'];

/** Writes what became of a step, with everything that follows from it, in one transaction. */
export function settleStep(db: Db, news: StepNews): { state: WishState | null; mailingId: string } {
  return db.transaction(() => {
    const row = one<StepRow>(db, `SELECT * FROM mailing_steps WHERE id = ?`, news.id);
    if (row === undefined) return { state: null, mailingId: '' };
    const after = move({ state: row.state, sentBefore: row.sent_before === 1 }, news.event);
    if (after === null) return { state: null, mailingId: row.mailing_id };
    const done = final.includes(after.state);
    run(
      db,
      `UPDATE mailing_steps SET state = ?, sent_before = ?, ready_at = ?, trouble_code = ?, trouble_detail = ?,
         unconfirmed_at = CASE WHEN ? = 'unconfirmed' THEN coalesce(unconfirmed_at, ?) ELSE NULL END,
         operation_id = CASE WHEN ? THEN ? ELSE operation_id END, settled_at = ? WHERE id = ?`,
      after.state,
      after.sentBefore ? 1 : 0,
      news.readyAt,
      after.state === 'accepted' ? '' : (news.code ?? ''),
      after.state === 'accepted' ? '' : (news.detail ?? ''),
      after.state,
      news.at,
      news.renewOperation === true ? 1 : 0,
      crypto.randomUUID(),
      done ? news.at : null,
      row.id,
    );
    const mailing = one<MailingRow>(db, `SELECT * FROM mailings WHERE id = ?`, row.mailing_id);
    if (mailing === undefined) throw new Error('a step without its mailing');
    addEvent(db, {
      itemId: row.item_id,
      at: news.at,
      source: ['accepted', 'refused', 'found', 'not-found'].includes(news.event.kind)
        ? mailing.service
        : 'postroom',
      kind: kindOf(row.kind, news.event, after.state),
      detail: [news.code ?? '', news.detail ?? '', news.number ?? ''].filter((part) => part !== '').join(' '),
      ...(news.raw === undefined ? {} : { raw: news.raw }),
    });
    follow(db, row, mailing, after.state, news);
    if (news.event.kind === 'not-sent') unbind(db, row.mailing_id);
    return { state: after.state, mailingId: row.mailing_id };
  })();
}

/** Nothing of the mailing has left yet: a login mended meanwhile may lead it elsewhere. */
function unbind(db: Db, mailingId: string): void {
  run(
    db,
    `UPDATE mailings SET sent_to = '' WHERE id = ? AND NOT EXISTS (SELECT 1 FROM mailing_steps s
       WHERE s.mailing_id = mailings.id AND (s.sent_before = 1 OR s.state IN ('sending', 'unconfirmed', 'accepted')))`,
    mailingId,
  );
}

function kindOf(step: StepKind, event: WishEvent, after: WishState): EventKind {
  if (after === 'accepted') {
    if (step === 'upload') return 'uploaded';
    if (step === 'order') return event.kind === 'found' ? 'found' : 'answered';
    return step === 'reschedule' ? 'rescheduled' : 'deleted';
  }
  switch (event.kind) {
    case 'refused':
    case 'duplicate':
    case 'unknown':
    case 'not-sent':
    case 'interrupted':
    case 'not-found':
    case 'found':
      return event.kind;
    case 'not-ours':
      return 'refused';
    case 'restored':
      return 'recovered';
    case 'undo':
      return 'undone';
    case 'accepted':
      return 'answered';
    case 'claim':
      return 'sending';
    default:
      return assertNever(event);
  }
}

/** What the outcome of a step means for document, mailing and wish. */
function follow(db: Db, row: StepRow, mailing: MailingRow, state: WishState, news: StepNews): void {
  const now = news.at;
  if (row.kind === 'upload') followUpload(db, row, state, news);
  if (row.kind === 'order') followOrder(db, row, state, news);
  if (row.kind === 'deleteDocument' && state === 'accepted') {
    run(db, `UPDATE documents SET left_out = 1 WHERE id = ?`, row.item_id);
    setDocument(db, row.item_id, { status: 'cancelled', step: 'cancelled', now });
  }
  if (row.kind === 'deleteOrder' && state === 'accepted') {
    run(db, `UPDATE mailings SET followed = 0, service_status = '' WHERE id = ?`, mailing.id);
  }
  if (row.kind === 'reschedule' && state === 'accepted') {
    run(
      db,
      `UPDATE mailings SET settings = json_set(settings, '$.sendOn', ?) WHERE id = ?`,
      row.argument,
      mailing.id,
    );
  }
  const trouble = state === 'accepted' ? ['', ''] : [news.code ?? '', news.detail ?? ''];
  run(
    db,
    `UPDATE outbox SET trouble_code = ?, trouble_detail = ? WHERE item_id = ? AND kind = 'mailing'
       AND state IN ('waiting', 'sending', 'unconfirmed')`,
    ...trouble,
    mailing.id,
  );
}

/** What the outcome of an upload means for its document. */
export function followUpload(db: Db, row: StepRow, state: WishState, news: StepNews): void {
  const now = news.at;
  const detail = news.detail ?? '';
  if (state === 'accepted') {
    const word = news.serviceStatus ?? 'created';
    run(
      db,
      `UPDATE documents SET number = ?, service_status = ? WHERE id = ?`,
      news.number ?? '',
      word,
      row.item_id,
    );
    const step = word === 'accepted' ? 'accepted' : word === 'rejected' ? 'rejected' : 'validating';
    setDocument(db, row.item_id, { status: meaningOfDocument(word), step, now });
  } else if (state === 'refused') {
    run(db, `UPDATE documents SET service_status = 'rejected' WHERE id = ?`, row.item_id);
    setDocument(db, row.item_id, { status: 'refused', step: 'rejected', now, detail });
    addNews(db, row.item_id, 'problem', 'refused', now);
  } else if (state === 'waiting') {
    setDocument(db, row.item_id, { status: 'waiting', step: 'waiting', now, detail });
  } else if (state === 'unconfirmed') {
    setDocument(db, row.item_id, { status: 'unconfirmed', step: 'uploading', now, detail });
  } else if (state === 'cancelled') {
    run(db, `UPDATE documents SET left_out = 1 WHERE id = ?`, row.item_id);
    setDocument(db, row.item_id, { status: 'cancelled', step: 'cancelled', now });
  }
}

function followOrder(db: Db, row: StepRow, state: WishState, news: StepNews): void {
  const id = row.mailing_id;
  const now = news.at;
  if (state === 'accepted') {
    run(
      db,
      `UPDATE mailings SET order_number = ?, service_status = ?, status = 'accepted', placed_at = ?, followed = 1
       WHERE id = ?`,
      news.number ?? '',
      news.serviceStatus ?? 'placed',
      now,
      id,
    );
    const sent = all<{ id: string }>(
      db,
      `SELECT id FROM documents WHERE mailing_id = ? AND left_out = 0`,
      id,
    );
    for (const document of sent) {
      setDocument(db, document.id, { status: 'accepted', step: 'ordered', now });
      addEvent(db, {
        itemId: document.id,
        at: now,
        source: 'postroom',
        kind: 'answered',
        status: 'accepted',
        detail: news.number ?? '',
      });
    }
    setWish(db, id, 'accepted', now);
  } else if (state === 'refused') {
    run(db, `UPDATE mailings SET status = 'refused', status_detail = ? WHERE id = ?`, news.detail ?? '', id);
    for (const document of all<{ id: string }>(
      db,
      `SELECT id FROM documents WHERE mailing_id = ? AND left_out = 0`,
      id,
    )) {
      setDocument(db, document.id, {
        status: 'refused',
        step: 'accepted',
        now,
        detail: news.detail ?? '',
      });
      addNews(db, document.id, 'problem', 'refused', now);
    }
    setWish(db, id, 'refused', now);
  } else if (state === 'unconfirmed') {
    run(db, `UPDATE mailings SET status = 'unconfirmed' WHERE id = ?`, id);
    setWish(db, id, 'unconfirmed', null);
  } else if (state === 'waiting') {
    setWish(db, id, 'sending', null);
  }
}
