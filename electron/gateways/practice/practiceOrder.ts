/** An order the practice TrepStar has taken, as it remembers it. */
export interface PracticeOrder {
  invoice: string;
  email: string;
  productIds: string[];
  name: string;
  country: string;
  method: string;
  mode: string;
  quantity: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Where the practice TrepStar remembers its orders across restarts. */
export interface PracticeMemory {
  load(): Promise<PracticeOrder[]>;
  /** Adds one; on disk when it resolves. */
  save(order: PracticeOrder): Promise<void>;
}

/** What becomes of an order; decided by its invoice alone, so that it is the same after a restart. */
export interface Fate {
  status: '' | 'HOLD' | 'PROCESSING' | 'SHIPPED' | 'ERROR';
  errNum: number;
  errDesc: string;
  /** mm/dd/yyyy or ''. */
  shipDate: string;
  trackingId: string;
}

const madeAfterMs = 20_000;
const shippedAfterMs = 60_000;
const paidAfterMs = 120_000;
const dayMs = 86_400_000;

/** FNV-1a: the same number for the same invoice, on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash >>> 0;
}

const nothing = { errNum: 0, errDesc: '', shipDate: '', trackingId: '' };

/**
 * Of a hundred orders three stay on HOLD, three are paid for after two minutes, four have an address error; the
 * rest is made after 20 s and shipped after 60 s, some with a ship date of tomorrow. Test orders are ERROR 20.
 */
export function fateOf(order: PracticeOrder, now: number): Fate {
  const hash = hashOf(order.invoice) % 100;
  const age = now - order.at;
  if (order.mode !== 'prod')
    return {
      ...nothing,
      status: 'ERROR',
      errNum: 20,
      errDesc: 'Test order. It will never be made or shipped.',
    };
  if (hash < 3) return { ...nothing, status: 'HOLD' };
  const start = hash < 6 ? paidAfterMs : 0;
  if (age < start) return { ...nothing, status: 'HOLD' };
  if (age < start + madeAfterMs) return { ...nothing, status: '' };
  if (hash >= 6 && hash < 10)
    return {
      ...nothing,
      status: 'ERROR',
      errNum: 10,
      errDesc: 'The post does not know this street address.',
    };
  if (age < start + shippedAfterMs) return { ...nothing, status: 'PROCESSING' };
  const shipped = order.at + start + shippedAfterMs + (hash % 3 === 0 ? dayMs : 0);
  return { ...nothing, status: 'SHIPPED', shipDate: usDate(shipped), trackingId: trackingOf(order) };
}

function usDate(at: number): string {
  const [year, month, day] = new Date(at).toISOString().slice(0, 10).split('-');
  return `${month}/${day}/${year}`;
}

/** "TrackingID will be blank if no tracking is available (such as domestic standard rate …)". */
function trackingOf(order: PracticeOrder): string {
  const letter = order.method === 'standard' && order.quantity === 1 && order.country === 'US';
  if (letter) return '';
  const digits = `${hashOf(order.invoice)}${hashOf(`${order.invoice}#`)}`.padEnd(18, '7').slice(0, 18);
  return order.country === 'US' ? `9400${digits}` : `LZ${digits.slice(0, 9)}US`;
}
