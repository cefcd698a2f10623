import { describe, expect, test } from 'vitest';
import { documentSettingsSchema, mailingSettingsSchema } from '../../../../shared/mailings/mailing.ts';
import { nextSteps, type Saga, type SagaStep } from '../../../../shared/mailings/saga.ts';
import { movesDocument } from '../../../../shared/mailings/documentStatus.ts';

const step = (change: Partial<SagaStep>): SagaStep => ({
  id: `${change.kind}-${change.itemId}`,
  kind: 'upload',
  itemId: 'd1',
  state: 'waiting',
  operationId: 'op',
  argument: '',
  readyAt: 0,
  sentBefore: false,
  unconfirmedAt: null,
  attempts: 0,
  troubleCode: '',
  ...change,
});
const document = (
  id: string,
  change: Partial<Saga['documents'][number]> = {},
): Saga['documents'][number] => ({
  id,
  fileName: `${id}.pdf`,
  sha256: '',
  bytes: 1,
  settings: documentSettingsSchema.parse({}),
  token: `t-${id}`,
  number: '',
  serviceStatus: '',
  leftOut: false,
  ...change,
});
const saga = (change: Partial<Saga>): Saga => ({
  id: 'm',
  accountId: 'a',
  channel: 'post',
  settings: mailingSettingsSchema.parse({}),
  token: 't',
  orderNumber: '',
  startAt: 0,
  cancelWanted: false,
  elsewhere: false,
  aside: false,
  watchAt: 0,
  documents: [],
  steps: [],
  ...change,
});
const kinds = (one: Saga, now = 10): string[] =>
  nextSteps(one, now).acts.map((act) =>
    'step' in act && typeof act.step === 'object' ? `${act.kind} ${act.step.kind}` : act.kind,
  );

const uploaded = document('d1', { number: 'N1', serviceStatus: 'accepted' });
const done = step({ itemId: 'd1', state: 'accepted' });
const order = step({ kind: 'order', itemId: 'm' });

describe('what comes next in a mailing', () => {
  test('nothing within the undo time', () => {
    const one = saga({ startAt: 50, documents: [document('d1')], steps: [step({}), order] });
    expect(nextSteps(one, 10)).toEqual({ acts: [], again: 50 });
    expect(kinds(one, 50)).toEqual(['carry upload']);
  });
  test('the order waits for doubt, for uploads and for validation', () => {
    const doubt = step({ itemId: 'd1', state: 'unconfirmed' });
    expect(kinds(saga({ documents: [document('d1')], steps: [doubt, order] }))).toEqual(['ask upload']);
    const waiting = document('d1', { number: 'N1', serviceStatus: 'created' });
    expect(kinds(saga({ documents: [waiting], steps: [done, order] }))).toEqual(['watch']);
    expect(kinds(saga({ documents: [uploaded], steps: [done, order] }))).toEqual(['carry order']);
  });
  test('nothing is begun while a step is under way', () => {
    expect(kinds(saga({ documents: [uploaded], steps: [step({ state: 'sending' }), order] }))).toEqual([]);
  });
  test('a rejected document holds the order; left out, it does not', () => {
    const bad = document('d2', { number: 'N2', serviceStatus: 'rejected' });
    expect(nextSteps(saga({ documents: [uploaded, bad], steps: [done, order] }), 10).acts).toEqual([
      { kind: 'end', as: 'held' },
    ]);
    expect(kinds(saga({ documents: [uploaded, { ...bad, leftOut: true }], steps: [done, order] }))).toEqual([
      'carry order',
    ]);
  });
  test('an order is never placed a second time', () => {
    const placed = saga({
      orderNumber: 'O',
      documents: [uploaded],
      steps: [done, { ...order, state: 'accepted' }],
    });
    expect(nextSteps(placed, 10).acts).toEqual([{ kind: 'end', as: 'placed' }]);
  });
  test('where its account talks to another place, nothing is sent or asked; back there, it is taken up', () => {
    const doubt = { ...order, state: 'unconfirmed' as const };
    for (const steps of [[done, order], [done, doubt], [step({ itemId: 'd1' })]]) {
      const there = { documents: [uploaded], steps, elsewhere: true };
      expect(kinds(saga(there))).toEqual(['setAside']);
      expect(kinds(saga({ ...there, aside: true }))).toEqual([]);
      expect(kinds(saga({ ...there, elsewhere: false, aside: true }))).toEqual(['takeUp']);
    }
    const back = { cancelWanted: true, elsewhere: true, documents: [uploaded] };
    expect(nextSteps(saga({ ...back, steps: [done, order] }), 10).acts).toEqual([
      { kind: 'end', as: 'abandoned' },
    ]);
    expect(kinds(saga({ ...back, steps: [done, doubt] }))).toEqual(['setAside']);
    expect(kinds(saga({ ...back, orderNumber: 'O', steps: [done] }))).toEqual(['setAside']);
  });
  test('taken back: doubt first, then the order, then the leftovers, then the end', () => {
    const back = { cancelWanted: true, documents: [uploaded] };
    const doubt = { ...order, state: 'unconfirmed' as const };
    expect(kinds(saga({ ...back, steps: [done, doubt] }))).toEqual(['ask order']);
    expect(
      kinds(saga({ ...back, orderNumber: 'O', steps: [done, { ...order, state: 'accepted' }] })),
    ).toEqual(['plan']);
    expect(kinds(saga({ ...back, steps: [done, order] }))).toEqual(['drop order']);
    expect(nextSteps(saga({ ...back, steps: [done] }), 10).acts).toEqual([
      { kind: 'plan', step: 'deleteDocument', itemId: 'd1' },
    ]);
    const deleted = step({ kind: 'deleteDocument', itemId: 'd1', state: 'accepted' });
    expect(nextSteps(saga({ ...back, steps: [done, deleted] }), 10).acts).toEqual([
      { kind: 'end', as: 'cancelled' },
    ]);
  });
});

test('statuses of a document go forward; after a bounced e-mail paper begins anew', () => {
  expect(movesDocument('printing', 'accepted', 'print')).toBe(false);
  expect(movesDocument('sent', 'bounced', 'email')).toBe(true);
  expect(movesDocument('bounced', 'printing', 'print')).toBe(true);
  expect(movesDocument('bounced', 'sent', 'email')).toBe(false);
  expect(movesDocument('delivered', 'tracked', 'print')).toBe(false);
  expect(movesDocument('printing', 'inspected', 'print')).toBe(true);
});
