import { assertNever } from '../lib/assertNever.ts';

/** States of a wish in the outbox. `accepted`, `refused` and `cancelled` are final. */
export const wishStates = ['waiting', 'sending', 'unconfirmed', 'accepted', 'refused', 'cancelled'] as const;
export type WishState = (typeof wishStates)[number];

/** Everything that can happen to a wish. */
export type WishEvent =
  | { kind: 'claim' }
  | { kind: 'accepted' }
  | { kind: 'refused'; duplicate: boolean }
  /** Refused as a duplicate, of our own earlier attempt or of another order: only a question tells. */
  | { kind: 'duplicate' }
  | { kind: 'unknown' }
  | { kind: 'not-sent' }
  /** Postroom starts and finds it claimed, or as it was in an older copy of the database. */
  | { kind: 'interrupted' }
  | { kind: 'restored' }
  | { kind: 'found' }
  /** Asked: what stands there under this key is another order, or nothing that explains the duplicate. */
  | { kind: 'not-ours' }
  /** The service does not know it. `settled` = asked late enough that a request still under way would have arrived. */
  | { kind: 'not-found'; settled: boolean }
  | { kind: 'undo' };

/** What a wish remembers that decides its moves. */
export interface Wishlike {
  state: WishState;
  /** True once an attempt may have reached the service. */
  sentBefore: boolean;
}

/**
 * The one table of moves: the wish after the event, or null when the event does not apply (it came late, or twice).
 * Two rules carry the promises: from `unconfirmed` nothing leads back to `waiting` but a settled "not found" (never
 * twice); and a duplicate refusal of a wish that may have arrived before is a question, not an answer (never lost).
 */
export function move(wish: Wishlike, event: WishEvent): Wishlike | null {
  switch (wish.state) {
    case 'waiting':
      if (event.kind === 'claim') return { ...wish, state: 'sending' };
      if (event.kind === 'undo') return wish.sentBefore ? null : { ...wish, state: 'cancelled' };
      if (event.kind === 'restored') return { state: 'unconfirmed', sentBefore: true };
      return null;
    case 'sending':
      switch (event.kind) {
        case 'accepted':
          return { ...wish, state: 'accepted' };
        case 'refused':
          return { ...wish, state: 'refused' };
        case 'not-sent':
          return { ...wish, state: 'waiting' };
        case 'duplicate':
        case 'unknown':
        case 'interrupted':
        case 'restored':
          return { state: 'unconfirmed', sentBefore: true };
        case 'claim':
        case 'found':
        case 'not-found':
        case 'not-ours':
        case 'undo':
          return null;
        default:
          return assertNever(event);
      }
    case 'unconfirmed':
      if (event.kind === 'found') return { ...wish, state: 'accepted' };
      if (event.kind === 'not-ours') return { ...wish, state: 'refused' };
      if (event.kind === 'not-found') return event.settled ? { ...wish, state: 'waiting' } : null;
      return null;
    case 'accepted':
    case 'refused':
    case 'cancelled':
      return null;
    default:
      return assertNever(wish.state);
  }
}
