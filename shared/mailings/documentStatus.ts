import type { OrderStatus } from '../orders/status.ts';

/** The eleven statuses of a document and the six of an order ("Definitions" of the TC.gate document). */
export const documentStatuses = [
  'created',
  'accepted',
  'rejected',
  'acknowledged',
  'printing',
  'sent',
  'tracked',
  'delivered',
  'notdelivered',
  'bounced',
  'blocked',
] as const;
export const mailingStatuses = [
  'placed',
  'accepted',
  'rejected',
  'scheduled',
  'executing',
  'executed',
] as const;

const documentMeaning: Record<string, OrderStatus> = {
  created: 'accepted',
  accepted: 'accepted',
  rejected: 'refused',
  acknowledged: 'accepted',
  printing: 'made',
  sent: 'shipped',
  tracked: 'shipped',
  delivered: 'delivered',
  notdelivered: 'error',
  bounced: 'error',
  blocked: 'error',
};

/** Our status for the service's word about a document; a word we do not know is `other`. */
export const meaningOfDocument = (word: string): OrderStatus => documentMeaning[word] ?? 'other';

const mailingMeaning: Record<string, OrderStatus> = {
  placed: 'accepted',
  accepted: 'accepted',
  rejected: 'refused',
  scheduled: 'accepted',
  executing: 'made',
  executed: 'shipped',
};

/** Our status for the service's word about an order. */
export const meaningOfMailing = (word: string): OrderStatus => mailingMeaning[word] ?? 'other';

const ranks: Record<string, number> = {
  '': 0,
  created: 1,
  accepted: 2,
  acknowledged: 3,
  printing: 4,
  // By the validation, or later: "the document failed to be processed for emailing".
  rejected: 4.5,
  sent: 5,
  tracked: 6,
  bounced: 7,
  blocked: 7,
  delivered: 8,
  notdelivered: 8,
};

/**
 * Whether a report moves a document forward. Statuses never go back, with one exception: after an e-mail that failed,
 * bounced or was blocked "e-mail then post" begins anew on paper.
 */
export function movesDocument(from: string, to: string, channel: string): boolean {
  if (from === to) return false;
  if (from === 'rejected' || from === 'bounced' || from === 'blocked')
    return channel.toLowerCase() === 'print' && to !== 'rejected';
  const before = ranks[from];
  const after = ranks[to];
  // A word we do not know is shown, and whatever comes after it counts.
  if (before === undefined || after === undefined) return from !== 'delivered' && from !== 'notdelivered';
  return after > before;
}

const mailingRanks: Record<string, number> = {
  '': 0,
  placed: 1,
  accepted: 2,
  rejected: 2,
  scheduled: 3,
  executing: 4,
  executed: 5,
};

/** Whether a status word of an order at TC.gate is news: forward only, and never away from an end. */
export function movesMailing(from: string, to: string): boolean {
  if (from === to || from === 'rejected' || from === 'executed') return false;
  return (mailingRanks[to] ?? 3.5) > (mailingRanks[from] ?? 0);
}

/** Days after which nothing more is expected, and refresh asks no more. */
const patience = { email: 14, paperAfterEmail: 30, registered: 60 };

/**
 * Whether nothing more will come: refresh asks no more. Registered mail goes on after `sent`, an e-mail can still
 * bounce, and after a failed e-mail paper can follow; for a while.
 * @param days since the order began
 */
export function documentIsOver(word: string, registered: boolean, sendBy: string, days: number): boolean {
  if (word === 'delivered' || word === 'notdelivered') return true;
  if (word === 'sent' || word === 'tracked') {
    if (registered) return days > patience.registered;
    return sendBy === 'post' || days > patience.email;
  }
  if (word === 'bounced' || word === 'blocked' || word === 'rejected')
    return sendBy !== 'emailThenPost' || days > patience.paperAfterEmail;
  return false;
}
