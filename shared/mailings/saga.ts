import type { WishState } from '../orders/outboxMoves.ts';
import type { Channel } from './limits.ts';
import type { DocumentSettings, MailingSettings } from './mailing.ts';

const stepKinds = ['upload', 'order', 'deleteDocument', 'deleteOrder', 'reschedule'] as const;
export type StepKind = (typeof stepKinds)[number];

/** One call of a mailing that changes something at the service. */
export interface SagaStep {
  id: string;
  kind: StepKind;
  /** The document, or the mailing for steps about the order. */
  itemId: string;
  state: WishState;
  operationId: string;
  argument: string;
  readyAt: number;
  sentBefore: boolean;
  unconfirmedAt: number | null;
  attempts: number;
  /** Why it waits or is in doubt; `conflict`: the Operation-ID was used before. */
  troubleCode: string;
}

export interface SagaDocument {
  id: string;
  fileName: string;
  sha256: string;
  bytes: number;
  settings: DocumentSettings;
  token: string;
  number: string;
  serviceStatus: string;
  leftOut: boolean;
}

/** Everything the next step depends on, as it stands on disk. */
export interface Saga {
  id: string;
  accountId: string;
  channel: Channel;
  settings: MailingSettings;
  token: string;
  orderNumber: string;
  /** End of the undo time. */
  startAt: number;
  cancelWanted: boolean;
  /** It began at another address or for another client than its account has now: nothing of it is known there. */
  elsewhere: boolean;
  /** It waits for its account to be put back, and the user was told. */
  aside: boolean;
  watchAt: number;
  documents: SagaDocument[];
  steps: SagaStep[];
}

export type Act =
  | { kind: 'carry'; step: SagaStep }
  | { kind: 'ask'; step: SagaStep }
  /** Ask how the validation of uploaded documents went. */
  | { kind: 'watch' }
  /** Write a step down; it is carried next time. */
  | { kind: 'plan'; step: 'deleteDocument' | 'deleteOrder'; itemId: string }
  /** A step that has not left is not wanted any more. */
  | { kind: 'drop'; step: SagaStep }
  /** Its account changed: it waits until that is put back, or a person says what is to become of it. */
  | { kind: 'setAside' }
  /** The account is as it was. */
  | { kind: 'takeUp' }
  | { kind: 'end'; as: SagaEnd };

/** `abandoned`: cancelled at a place nobody can ask or tell any more; what lies there is ordered by nobody. */
export type SagaEnd = 'placed' | 'cancelled' | 'abandoned' | 'held';

/** What to do now, and when to look again (null: when something happens). */
export interface Plan {
  acts: Act[];
  again: number | null;
}

const live: readonly WishState[] = ['waiting', 'sending', 'unconfirmed'];

/**
 * The whole saga as one decision: uploads, then validation, then the order; when cancelled, everything back. It looks
 * only at what is on disk, so it is right after a crash at any point.
 */
export function nextSteps(saga: Saga, now: number): Plan {
  const plan: Plan = { acts: [], again: null };
  const later = (at: number): void => {
    plan.again = plan.again === null ? at : Math.min(plan.again, at);
  };
  if (!saga.cancelWanted && saga.startAt > now) return { acts: [], again: saga.startAt };
  if (saga.elsewhere) return waitElsewhere(saga);
  if (saga.aside) return { acts: [{ kind: 'takeUp' }], again: null };
  const doubtful = saga.steps.filter((step) => step.state === 'unconfirmed');
  for (const step of doubtful) {
    if (step.readyAt <= now) plan.acts.push({ kind: 'ask', step });
    else later(step.readyAt);
  }
  if (saga.steps.some((step) => step.state === 'sending')) return plan;
  if (saga.cancelWanted) return takeBack(saga, now, plan, later);
  const changes = saga.steps.filter((step) => step.state === 'waiting' && step.kind !== 'order');
  for (const step of changes) {
    if (step.readyAt <= now) plan.acts.push({ kind: 'carry', step });
    else later(step.readyAt);
  }
  if (changes.length > 0 || doubtful.length > 0) return plan;
  return placeOrder(saga, now, plan, later);
}

/** Nothing is sent or asked at a place that knows nothing of the mailing; what no order can hold any more is let go. */
function waitElsewhere(saga: Saga): Plan {
  if (saga.steps.some((step) => step.state === 'sending')) return { acts: [], again: null };
  const doubt = saga.steps.some((step) => step.kind === 'order' && step.state === 'unconfirmed');
  if (saga.cancelWanted && saga.orderNumber === '' && !doubt)
    return { acts: [{ kind: 'end', as: 'abandoned' }], again: null };
  return { acts: saga.aside ? [] : [{ kind: 'setAside' }], again: null };
}

function placeOrder(saga: Saga, now: number, plan: Plan, later: (at: number) => void): Plan {
  const order = saga.steps.findLast((step) => step.kind === 'order');
  if (saga.orderNumber !== '') return { acts: [{ kind: 'end', as: 'placed' }], again: null };
  const wanted = saga.documents.filter((document) => !document.leftOut);
  if (wanted.some((document) => document.number !== '' && isUnjudged(document.serviceStatus))) {
    if (saga.watchAt <= now) plan.acts.push({ kind: 'watch' });
    else later(saga.watchAt);
    return plan;
  }
  const ready = wanted.length > 0 && wanted.every((document) => document.serviceStatus === 'accepted');
  if (!ready || order === undefined || order.state !== 'waiting') {
    return { acts: [{ kind: 'end', as: 'held' }], again: null };
  }
  if (order.readyAt <= now) plan.acts.push({ kind: 'carry', step: order });
  else later(order.readyAt);
  return plan;
}

/** Neither accepted nor rejected yet. A word we do not know is asked about again. */
const isUnjudged = (word: string): boolean => word !== 'accepted' && word !== 'rejected';

function takeBack(saga: Saga, now: number, plan: Plan, later: (at: number) => void): Plan {
  const doubt = saga.steps.some((step) => step.state === 'unconfirmed');
  for (const step of saga.steps.filter((one) => one.state === 'waiting')) {
    if (step.kind === 'upload' || step.kind === 'order' || step.kind === 'reschedule') {
      plan.acts.push({ kind: 'drop', step });
    } else if (step.readyAt <= now) plan.acts.push({ kind: 'carry', step });
    else later(step.readyAt);
  }
  // What is in doubt may yet turn out to be there: it is asked about first.
  if (doubt || plan.acts.length > 0 || plan.again !== null) return plan;
  const has = (kind: StepKind, itemId: string, states: readonly WishState[]): boolean =>
    saga.steps.some((step) => step.kind === kind && step.itemId === itemId && states.includes(step.state));
  if (saga.orderNumber !== '' && !has('deleteOrder', saga.id, [...live, 'accepted', 'refused'])) {
    return { acts: [{ kind: 'plan', step: 'deleteOrder', itemId: saga.id }], again: null };
  }
  if (has('deleteOrder', saga.id, ['refused'])) return { acts: [{ kind: 'end', as: 'placed' }], again: null };
  const leftovers = saga.documents.filter(
    (document) =>
      document.number !== '' && !has('deleteDocument', document.id, [...live, 'accepted', 'refused']),
  );
  if (leftovers.length > 0) {
    return {
      acts: leftovers.map(({ id }) => ({ kind: 'plan', step: 'deleteDocument', itemId: id })),
      again: null,
    };
  }
  return { acts: [{ kind: 'end', as: 'cancelled' }], again: null };
}
