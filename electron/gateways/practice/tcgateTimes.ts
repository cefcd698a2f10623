/** How things move by themselves in the practice TC.gate. Times in milliseconds after the step before. Pure. */
export interface PracticeDocument {
  number: string;
  type: string;
  clientReference: string;
  fileName: string;
  /** Base64 is not kept: only what History needs. */
  bytes: number;
  sha256: string;
  to: string[];
  address: string;
  createdAt: number;
  linkedOrderNumber: string;
}

export interface PracticeMailing {
  number: string;
  experience: string;
  sla: string;
  method: string;
  clientReference: string;
  documents: string[];
  scheduleOn: string;
  createdAt: number;
}

export interface PracticeEvent {
  type: string;
  channel: string;
  timestamp: string;
  metadata: Record<string, string>;
}

/** Validation takes this long; a document whose name says so is rejected. */
const validation = 2_500;
const seconds = 1_000;

/** How far the validation of a document is. */
export function validated(document: PracticeDocument, now: number): { status: string; findings: string[] } {
  if (now - document.createdAt < validation) return { status: 'created', findings: [] };
  if (/reject/i.test(document.fileName) || document.type === 'REJECT')
    return {
      status: 'rejected',
      findings: ['Page 1 is not A4 portrait (practice: the name says "reject").'],
    };
  return { status: 'accepted', findings: [] };
}

/** The order begins at once, or on the morning of its day. */
function beginsAt(order: PracticeMailing): number {
  const day = order.scheduleOn === '' ? 0 : Date.parse(`${order.scheduleOn.slice(0, 10)}T06:00:00Z`);
  return Math.max(order.createdAt + 6 * seconds, Number.isNaN(day) ? 0 : day);
}

/** All that happens to a document of an order, with its times. */
export function eventsOf(
  document: PracticeDocument,
  order: PracticeMailing,
): { at: number; event: PracticeEvent }[] {
  const begin = beginsAt(order);
  const list: { at: number; event: PracticeEvent }[] = [];
  const add = (after: number, channel: string, type: string, metadata: Record<string, string> = {}): void => {
    const at = begin + after * seconds;
    list.push({ at, event: { type, channel, timestamp: new Date(at).toISOString(), metadata } });
  };
  let paperFrom = 0;
  if (order.experience !== 'PRINT') {
    const bad = document.to.find((to) => /bounce|block/i.test(to));
    add(2, 'email', 'acknowledged');
    add(6, 'email', 'sent');
    if (bad === undefined) return list;
    const kind = /block/i.test(bad) ? 'blocked' : 'bounced';
    add(12, 'email', kind, {
      error: kind === 'bounced' ? 'Mailbox is full (practice)' : 'Rejected by the mail server (practice)',
      emailAddress: bad,
    });
    if (order.experience === 'EMAIL') return list;
    paperFrom = 15;
  }
  add(paperFrom + 3, 'print', 'acknowledged');
  add(paperFrom + 10, 'print', 'printing');
  const registered = order.method === 'R' || order.method === 'AP';
  const trackingId = `99.00.${document.number.replace(/\D/g, '').slice(-6).padStart(6, '0')}.00000001`;
  add(paperFrom + 20, 'print', 'sent', registered ? { trackingId } : {});
  if (!registered) return list;
  add(paperFrom + 30, 'print', 'tracked', { trackingId });
  add(paperFrom + 45, 'print', /return/i.test(document.address) ? 'notdelivered' : 'delivered', {
    trackingId,
  });
  return list;
}

/** How far an order is, by its age and that of its documents. */
export function mailingStatus(
  order: PracticeMailing,
  documents: readonly PracticeDocument[],
  now: number,
): string {
  const age = now - order.createdAt;
  if (age < 2 * seconds) return 'placed';
  if (age < 4 * seconds) return 'accepted';
  if (now < beginsAt(order)) return order.scheduleOn === '' ? 'accepted' : 'scheduled';
  const last = Math.max(...documents.flatMap((one) => eventsOf(one, order).map(({ at }) => at)));
  return now >= last ? 'executed' : 'executing';
}
