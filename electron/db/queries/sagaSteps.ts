import { meaningOfDocument } from '../../../shared/mailings/documentStatus.ts';
import type { Saga, SagaStep } from '../../../shared/mailings/saga.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';
import { addEvent } from './events.ts';
import { addNews, setDocument } from './mailingState.ts';
import { addStep } from './sendMailing.ts';
import { followUpload } from './settleStep.ts';
import { readSaga, stepFromRow, type StepRow } from './sagas.ts';

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

/**
 * Documents that the sandbox has forgotten before they were ordered ("10 minutes", questions, sandbox and test) go there
 * once more: one uploaded after `uploadedBefore` may only not be listed yet. Nothing is ever printed from there.
 */
export function uploadAgain(
  db: Db,
  args: { documentIds: readonly string[]; uploadedBefore: number; now: number },
): void {
  const { uploadedBefore, now } = args;
  db.transaction(() => {
    for (const id of args.documentIds) {
      const forgotten = one<{ mailing_id: string }>(
        db,
        `SELECT d.mailing_id FROM documents d JOIN mailings m ON m.id = d.mailing_id
         WHERE d.id = ? AND d.number <> '' AND d.left_out = 0 AND m.order_number = '' AND m.cancel_wanted = 0
           AND (SELECT max(settled_at) FROM mailing_steps s WHERE s.item_id = d.id AND s.kind = 'upload') <= ?`,
        id,
        uploadedBefore,
      );
      if (forgotten === undefined) continue;
      // The one upload a document may have makes room for the next.
      run(
        db,
        `UPDATE mailing_steps SET state = 'cancelled' WHERE item_id = ? AND kind = 'upload' AND state = 'accepted'`,
        id,
      );
      addStep(db, { mailingId: forgotten.mailing_id, itemId: id, kind: 'upload', now });
      run(db, `UPDATE documents SET number = '', service_status = '' WHERE id = ?`, id);
      setDocument(db, id, { status: 'waiting', step: 'waiting', now });
      addEvent(db, {
        itemId: id,
        at: now,
        source: 'tcgate',
        kind: 'status',
        status: 'waiting',
        detail: 'forgotten',
      });
    }
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
