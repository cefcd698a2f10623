import type { CardChange, NewCard } from '../db/queries/cards.ts';
import type { DbClient } from '../db/client.ts';

/** Writes cards: what comes while a write is under way goes to disk together, in one transaction. */
export interface CardWriter {
  /** Resolves when the card is on disk. */
  add: (card: NewCard) => Promise<void>;
  change: (change: CardChange) => Promise<void>;
}

/** Gathers items and hands them over in turns, never two turns at once. */
function gather<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | null = null;
  let present: Promise<unknown> = Promise.resolve();
  return (item) => {
    waiting.push(item);
    next ??= present.then(() => {
      const items = waiting;
      waiting = [];
      next = null;
      const written = write(items);
      present = written.catch(() => undefined); // told to everyone who waits for it
      return written;
    });
    return next;
  };
}

const writers = new WeakMap<Pick<DbClient, 'call'>, CardWriter>();

/** The one writer of a database: a drop of 30 files must not cost 60 waits for the disk. */
export function cardWriter(db: Pick<DbClient, 'call'>): CardWriter {
  let writer = writers.get(db);
  if (writer === undefined) {
    writer = {
      add: gather((cards: readonly NewCard[]) => db.call('cards.add', { cards })),
      change: gather((changes: readonly CardChange[]) => db.call('cards.change', { changes })),
    };
    writers.set(db, writer);
  }
  return writer;
}
