import { assertNever } from '../../../shared/lib/assertNever.ts';
import { meaningOfDocument } from '../../../shared/mailings/documentStatus.ts';
import type { Saga, SagaEnd, SagaStep, StepKind } from '../../../shared/mailings/saga.ts';
import { move, type WishEvent, type WishState } from '../../../shared/orders/outboxMoves.ts';
import type { EventKind } from '../../../shared/orders/eventKinds.ts';
import { changedAccountCode } from '../../../shared/orders/refusals.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { setHistoryStatus } from './historyItems.ts';
import { addStep } from './sendMailing.ts';
import { readSaga, stepFromRow, type MailingRow, type StepRow } from './sagas.ts';

/**
 * Takes a step for carrying, on disk before the first byte leaves, and answers it with its mailing as both stand then:
 * what the user changed since the decision counts. The first one binds the mailing to the place it goes to. Null: somebody
 * else has it, it is not wanted any more, or its mailing belongs to another place.
 */
export function claimStep(
  db: Db,
  { id, place, now }: { id: string; place: string; now: number },
): { step: SagaStep; saga: Saga } | null {
  return db.transaction(() => {
    const [row] = all<StepRow>(
      db,
      `UPDATE mailing_steps SET state = 'sending', attempts = attempts + 1, trouble_code = '', trouble_detail = ''
       WHERE id = ? AND state = 'waiting' AND (kind IN ('deleteDocument', 'deleteOrder')
         OR mailing_id IN (SELECT id FROM mailings WHERE cancel_wanted = 0))
         AND mailing_id IN (SELECT id FROM mailings WHERE sent_to IN ('', ?)) RETURNING *`,
      id,
      place,
    );
    if (row === undefined) return null;
    run(db, `UPDATE mailings SET sent_to = ? WHERE id = ? AND sent_to = ''`, place, row.mailing_id);
    const saga = readSaga(db, { id: row.mailing_id, place });
    if (saga === null) throw new Error('a step of a mailing that has nothing to do');
    if (row.kind === 'upload' || row.kind === 'order') {
      run(
        db,
        `UPDATE outbox SET state = 'sending', sent_before = 1, attempts = attempts + 1
         WHERE item_id = ? AND kind = 'mailing' AND state IN ('waiting', 'sending', 'unconfirmed')`,
        row.mailing_id,
      );
      run(db, `UPDATE mailings SET status = 'sending' WHERE id = ? AND status = 'waiting'`, row.mailing_id);
    }
    if (row.kind === 'upload') {
      setDocument(db, row.item_id, { status: 'sending', step: 'uploading', now });
    }
    addEvent(db, { itemId: row.item_id, at: now, source: 'postroom', kind: 'sending', detail: row.kind });
    return { step: stepFromRow(row), saga };
  })();
}

/** A step in doubt is asked about again later. */
export function postponeStep(db: Db, { id, readyAt }: { id: string; readyAt: number }): void {
  run(
    db,
    `UPDATE mailing_steps SET ready_at = ? WHERE id = ? AND state IN ('waiting', 'unconfirmed')`,
    readyAt,
    id,
  );
}

/** New status and step of a document, in its row and its line of History. */
export function setDocument(
  db: Db,
  id: string,
  change: { status: OrderStatus; step: string; now: number; detail?: string },
): void {
  run(
    db,
    `UPDATE documents SET status = ?, step = ?, status_detail = ? WHERE id = ?`,
    change.status,
    change.step,
    change.detail ?? '',
    id,
  );
  setHistoryStatus(db, {
    itemId: id,
    status: change.status,
    detail: change.detail ?? '',
    now: change.now,
  });
}

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

function followUpload(db: Db, row: StepRow, state: WishState, news: StepNews): void {
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

/** The one wish of a mailing in the outbox, as the user sees it. */
export function setWish(db: Db, mailingId: string, state: WishState, settledAt: number | null): void {
  run(
    db,
    `UPDATE outbox SET state = ?, ready_at = NULL, settled_at = ? WHERE item_id = ? AND kind = 'mailing'`,
    state,
    settledAt,
    mailingId,
  );
}

export function addNews(
  db: Db,
  itemId: string,
  kind: 'shipped' | 'delivered' | 'problem',
  detail: string,
  now: number,
): void {
  run(
    db,
    `INSERT INTO notifications (item_id, kind, detail, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    itemId,
    kind,
    detail,
    now,
  );
}

/** How the validation of uploaded documents went, and when to ask again. */
export function noteValidation(
  db: Db,
  args: {
    mailingId: string;
    now: number;
    watchAt: number;
    documents: readonly { id: string; serviceStatus: string; findings: readonly string[]; raw: string }[];
  },
): void {
  db.transaction(() => {
    for (const { id, serviceStatus, findings, raw } of args.documents) {
      const row = one<{ service_status: string }>(
        db,
        `SELECT service_status FROM documents WHERE id = ?`,
        id,
      );
      if (row === undefined || row.service_status === serviceStatus) continue;
      run(db, `UPDATE documents SET service_status = ? WHERE id = ?`, serviceStatus, id);
      const rejected = serviceStatus === 'rejected';
      const step = serviceStatus === 'accepted' ? 'accepted' : rejected ? 'rejected' : 'validating';
      const detail = findings.join('; ');
      setDocument(db, id, { status: meaningOfDocument(serviceStatus), step, now: args.now, detail });
      addEvent(db, {
        itemId: id,
        at: args.now,
        source: 'tcgate',
        kind: rejected ? 'rejected' : 'status',
        status: meaningOfDocument(serviceStatus),
        detail: detail === '' ? serviceStatus : detail,
        raw,
      });
      if (rejected) addNews(db, id, 'problem', 'rejected', args.now);
    }
    run(db, `UPDATE mailings SET watch_at = ? WHERE id = ?`, args.watchAt, args.mailingId);
  })();
}

/** Writes a step down that the saga asks for. */
export function planSteps(
  db: Db,
  {
    mailingId,
    steps,
    now,
  }: {
    mailingId: string;
    steps: readonly { kind: 'deleteDocument' | 'deleteOrder'; itemId: string }[];
    now: number;
  },
): void {
  db.transaction(() => {
    for (const step of steps) addStep(db, { mailingId, itemId: step.itemId, kind: step.kind, now });
  })();
}

/** A step that never left is not wanted any more. */
export function dropStep(db: Db, { id, now }: { id: string; now: number }): void {
  db.transaction(() => {
    const [row] = all<StepRow>(
      db,
      `UPDATE mailing_steps SET state = 'cancelled', settled_at = ? WHERE id = ? AND state = 'waiting' RETURNING *`,
      now,
      id,
    );
    if (row?.kind === 'upload')
      followUpload(db, row, 'cancelled', { id, event: { kind: 'undo' }, at: now, readyAt: now });
  })();
}

/**
 * The mailing's account talks to another place now: it waits until the account is put back, or a person closes it. An
 * order that is placed goes its way; only what was to be changed about it waits.
 */
export function setAside(db: Db, { id, now }: { id: string; now: number }): void {
  db.transaction(() => {
    run(
      db,
      `UPDATE mailings SET aside = 1, status = CASE WHEN order_number = '' THEN 'refused' ELSE status END WHERE id = ?`,
      id,
    );
    run(
      db,
      `UPDATE outbox SET state = 'refused', ready_at = NULL, settled_at = ?, trouble_code = ?, trouble_detail = ''
       WHERE item_id = ? AND kind = 'mailing' AND state IN ('waiting', 'sending', 'unconfirmed')`,
      now,
      changedAccountCode,
      id,
    );
    addEvent(db, { itemId: id, at: now, source: 'postroom', kind: 'not-sent', detail: changedAccountCode });
  })();
}

/** Its account is as it was: the saga goes on where it stopped. */
export function takeUp(db: Db, { id }: { id: string }): void {
  db.transaction(() => {
    run(
      db,
      `UPDATE mailings SET aside = 0, status = CASE WHEN order_number = '' THEN 'sending' ELSE status END WHERE id = ?`,
      id,
    );
    run(
      db,
      `UPDATE outbox SET state = 'sending', settled_at = NULL, trouble_code = '' WHERE item_id = ? AND kind = 'mailing'
       AND state = 'refused' AND closed_at IS NULL AND trouble_code = ?`,
      id,
      changedAccountCode,
    );
  })();
}

/** The saga has nothing more to do: the order is placed, everything is taken back, or a person has to act. */
export function endSaga(
  db: Db,
  { id, as, now, cancelWanted }: { id: string; as: SagaEnd; now: number; cancelWanted: boolean },
): void {
  db.transaction(() => {
    if (as === 'abandoned')
      run(
        db,
        `UPDATE mailing_steps SET state = 'cancelled', settled_at = ? WHERE mailing_id = ? AND kind <> 'order'
           AND state IN ('waiting', 'unconfirmed')`,
        now,
        id,
      );
    // Decided on what was read before: a wish of the user that came in between goes first.
    const changed = one(
      db,
      `SELECT 1 FROM mailings m WHERE id = ? AND (cancel_wanted <> ? OR EXISTS (SELECT 1 FROM mailing_steps s
         WHERE s.mailing_id = m.id AND s.kind <> 'order' AND s.state IN ('waiting', 'sending', 'unconfirmed')))`,
      id,
      cancelWanted ? 1 : 0,
    );
    if (changed !== undefined) return;
    run(db, `UPDATE mailings SET active = 0 WHERE id = ?`, id);
    if (as === 'placed') {
      run(db, `UPDATE mailings SET cancel_wanted = 0 WHERE id = ?`, id);
      setWish(db, id, 'accepted', now);
    }
    if (as === 'held') {
      run(db, `UPDATE mailings SET status = 'refused' WHERE id = ?`, id);
      setWish(db, id, 'refused', now);
      run(
        db,
        `UPDATE outbox SET trouble_detail = coalesce((SELECT group_concat(file_name || ': ' || status_detail, ' · ')
           FROM documents WHERE mailing_id = ? AND step = 'rejected' AND left_out = 0), trouble_detail)
         WHERE item_id = ? AND kind = 'mailing'`,
        id,
        id,
      );
    }
    if (as !== 'cancelled' && as !== 'abandoned') return;
    run(db, `UPDATE mailings SET status = 'cancelled', followed = 0 WHERE id = ?`, id);
    for (const document of all<{ id: string }>(
      db,
      `SELECT id FROM documents WHERE mailing_id = ? AND status <> 'cancelled'`,
      id,
    )) {
      setDocument(db, document.id, { status: 'cancelled', step: 'cancelled', now });
    }
    const kind = as === 'abandoned' ? 'undone' : 'deleted';
    addEvent(db, { itemId: id, at: now, source: 'postroom', kind, status: 'cancelled' });
    setWish(db, id, 'cancelled', now);
  })();
}
