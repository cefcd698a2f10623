/** Every state an order can be in, ours and the service's; `other` keeps a word we do not know. */
export const orderStatuses = [
  'waiting', // accepted from the user, undo time or offline
  'sending', // claimed; bytes may be leaving
  'unconfirmed', // the outcome is unknown: the service is asked first
  'refused', // the service said no; an edit makes a new wish
  'accepted', // the service took it
  'made', // PROCESSING: being made
  'shipped',
  'delivered',
  'hold', // HOLD: waits for payment
  'error', // ERROR other than 20, usually the address
  'test', // ERROR 20: a test order; final, no failure
  'cancelled', // undone here before it left, or deleted at the service
  'other', // a status word that the document does not list
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** How far along an order is; equal ranks are neither forward nor backward of each other. */
const ranks: Record<OrderStatus, number> = {
  waiting: 0,
  sending: 1,
  unconfirmed: 2,
  accepted: 3,
  other: 3,
  hold: 4,
  error: 4,
  made: 5,
  shipped: 6,
  delivered: 7,
  refused: 9,
  test: 9,
  cancelled: 9,
};

/** How far along: higher is later. */
export function rank(status: OrderStatus): number {
  return ranks[status];
}

const reports: readonly OrderStatus[] = [
  'accepted',
  'other',
  'hold',
  'error',
  'made',
  'shipped',
  'delivered',
];
const ends: readonly OrderStatus[] = ['test', 'cancelled'];

/**
 * What may follow what. `sending` and `unconfirmed` go back to `waiting` only when it is proven that nothing
 * arrived. An address error may turn up after production began, since it is found when postage is printed;
 * a HOLD after that is an old report and is not applied.
 */
const moves: Record<OrderStatus, readonly OrderStatus[]> = {
  waiting: ['sending', 'cancelled'],
  sending: ['waiting', 'unconfirmed', 'refused', 'accepted'],
  unconfirmed: ['waiting', 'refused', ...reports, ...ends],
  refused: [],
  accepted: ['other', 'hold', 'error', 'made', 'shipped', 'delivered', ...ends],
  other: ['hold', 'error', 'made', 'shipped', 'delivered', ...ends],
  hold: ['other', 'error', 'made', 'shipped', 'delivered', ...ends],
  error: ['other', 'hold', 'made', 'shipped', 'delivered', ...ends],
  made: ['other', 'error', 'shipped', 'delivered', ...ends],
  shipped: ['delivered'],
  delivered: [],
  test: [],
  cancelled: [],
};

/** Whether a report of `to` may be applied to an order in `from`; if not it is an event, shown but not applied. */
export function canMove(from: OrderStatus, to: OrderStatus): boolean {
  return moves[from].includes(to);
}

/** Whether the service is still asked about it. `unconfirmed` is not here: reconcile asks about that one. */
export function isOpen(status: OrderStatus): boolean {
  return ['accepted', 'other', 'hold', 'error', 'made'].includes(status);
}

/** Whether a person has to act: pay, mend the address, or edit and send again. */
export function needsAttention(status: OrderStatus): boolean {
  return ['hold', 'error', 'refused'].includes(status);
}
