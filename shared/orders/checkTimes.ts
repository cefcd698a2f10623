import type { Service } from '../contract/accounts.ts';
import type { OrderStatus } from './status.ts';
import { isOpen } from './status.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Ages (since acceptance) and how long to wait between questions at that age. The practice account lives faster. */
const steps: readonly { below: number; wait: number }[] = [
  { below: 3 * day, wait: 0 },
  { below: 10 * day, wait: 2 * hour },
  { below: 30 * day, wait: 6 * hour },
  { below: 90 * day, wait: day },
  { below: Number.POSITIVE_INFINITY, wait: 7 * day },
];

/** A shipped order without a tracking number is asked about once a day for this long: it may still come. */
const trackingWait = 5 * day;

/** When an order that the service just took is worth the first question. */
export function nextCheckAfterAcceptance(now: number, service: Service): number {
  return now + (service === 'practice' ? 5_000 : 5 * minute);
}

/**
 * When an order is worth the next question; null = never again. The older, the rarer; a wait of 0 means "with the
 * next refresh". `now`, `acceptedAt`, `shippedAt` are instants.
 */
export function nextCheck(order: {
  now: number;
  acceptedAt: number;
  shippedAt: number | null;
  status: OrderStatus;
  trackingId: string;
}): number | null {
  const { now, status } = order;
  if (status === 'shipped' && order.trackingId === '' && now - (order.shippedAt ?? now) < trackingWait)
    return now + day;
  if (!isOpen(status)) return null;
  const age = Math.max(0, now - order.acceptedAt);
  const step = steps.find(({ below }) => age < below);
  return now + (step?.wait ?? 7 * day);
}
