import type { Service } from '../../shared/contract/accounts.ts';
import { nextCheck } from '../../shared/orders/checkTimes.ts';
import { canMove, needsAttention, type OrderStatus } from '../../shared/orders/status.ts';
import type { CheckedOrder, StatusChange } from '../db/queries/refresh.ts';
import type { StatusReport } from '../gateways/gateway.ts';

type Events = StatusChange['events'][number][];

/**
 * What a report changes in an order. Pure. Statuses move forward only; a backward report becomes an event. A tracking
 * number or ship date is never taken away by a report that lacks it. null = nothing was answered about this order.
 */
export function diff(
  order: CheckedOrder,
  report: StatusReport | undefined,
  { now, service }: { now: number; service: Service },
): StatusChange | null {
  if (report === undefined) return null;
  const events: Events = [];
  if (!report.found) {
    // It was accepted, so the service lost it or the order was deleted there: said once, asked about again.
    events.push({ kind: 'not-found', raw: report.raw });
    return { orderId: order.id, at: now, nextCheckAt: later(order, order.status, now, service), events };
  }
  const status = newStatus(order, report, events);
  const trackingId = newTracking(order, report, events);
  const shipDate =
    report.shipDate !== null && report.shipDate !== order.shipDate ? report.shipDate : undefined;
  const statusDetail = detailOf(report);
  const present = status ?? order.status;
  const detailApplies = present === report.status && statusDetail !== order.statusDetail;
  const notify = status === undefined ? undefined : newsOf(order, status);
  return {
    orderId: order.id,
    at: now,
    nextCheckAt: later({ ...order, trackingId: trackingId ?? order.trackingId }, present, now, service),
    events,
    ...(status === undefined ? {} : { status }),
    ...(detailApplies || status !== undefined ? { statusDetail } : {}),
    ...(trackingId === undefined ? {} : { trackingId }),
    ...(shipDate === undefined ? {} : { shipDate }),
    ...(notify === undefined ? {} : { notify }),
  };
}

function newStatus(order: CheckedOrder, report: StatusReport, events: Events): OrderStatus | undefined {
  const { status, raw } = report;
  const detail = [report.rawStatus, report.errDesc].filter((part) => part !== '').join(': ');
  if (status === order.status) {
    if (status !== 'other' || order.statusDetail === report.rawStatus) return undefined;
    events.push({ kind: 'status', status, detail, raw });
    return status;
  }
  if (!canMove(order.status, status)) {
    // "Accepted" after "made" says nothing new: the service just has no status word yet.
    if (status !== 'accepted') events.push({ kind: 'backward', status, detail, raw });
    return undefined;
  }
  events.push({ kind: 'status', status, detail, raw });
  return status;
}

function newTracking(order: CheckedOrder, report: StatusReport, events: Events): string | undefined {
  if (report.trackingId === '' || report.trackingId === order.trackingId) return undefined;
  const detail = order.trackingId === '' ? report.trackingId : `${order.trackingId} → ${report.trackingId}`;
  events.push({ kind: 'tracking', detail });
  return report.trackingId;
}

const detailOf = (report: StatusReport): string => {
  if (report.status === 'other') return report.rawStatus;
  return report.status === 'error' ? report.errDesc : '';
};

/** What the user is told; nothing for an order that came back from a backup and was already so. */
function newsOf(order: CheckedOrder, status: OrderStatus): StatusChange['notify'] {
  if (order.recovered === 1 && order.lastCheckedAt === null) return undefined;
  if (status === 'shipped' || status === 'delivered') return { kind: status, detail: '' };
  return needsAttention(status) ? { kind: 'problem', detail: status } : undefined;
}

/** The practice account ships within minutes, so its young orders are asked about every few seconds. */
const practiceYouth = 10 * 60_000;
const practiceWait = 5_000;

function later(order: CheckedOrder, status: OrderStatus, now: number, service: Service): number | null {
  const next = nextCheck({
    now,
    acceptedAt: order.acceptedAt,
    shippedAt: order.shippedAt,
    status,
    trackingId: order.trackingId,
  });
  const young = service === 'practice' && now - order.acceptedAt < practiceYouth;
  return next !== null && young && status !== 'shipped' ? now + practiceWait : next;
}
