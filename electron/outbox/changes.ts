import type { Clock } from '../../shared/lib/clock.ts';

/** More changes than this in one message, and they stream: what is read anew at every message would slow them down. */
const stream = 2;
/** So many times further apart are the messages of a stream. */
const slower = 5;

/** Small changes, joined into messages. */
export interface Changes {
  add: (itemIds: readonly string[]) => void;
  /** The same for what a person did and waits to see: told without the patience of a stream. */
  addSoon: (itemIds: readonly string[]) => void;
  /** Nothing is told any more. */
  stop: () => void;
}

/** One message per `ms`, or fewer as long as changes stream in; more than `most` ids become "many" (an empty list). */
export function joinChanges(
  clock: Clock,
  ms: number,
  tell: (itemIds: string[]) => void,
  most = 200,
): Changes {
  let ids = new Set<string>();
  let pending: { cancel: () => void; dueAt: number } | null = null;
  let streamsUntil = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    pending = null;
    if (ids.size > stream) streamsUntil = clock.now() + slower * ms;
    const told = ids.size > most ? [] : [...ids];
    ids = new Set();
    tell(told);
  };
  const addFor = (itemIds: readonly string[], wait: number): void => {
    for (const id of itemIds) ids.add(id);
    const dueAt = clock.now() + wait;
    if (pending !== null && pending.dueAt <= dueAt) return;
    pending?.cancel();
    pending = { cancel: clock.after(wait, flush), dueAt };
  };
  return {
    add: (itemIds) => addFor(itemIds, clock.now() < streamsUntil ? slower * ms : ms),
    addSoon: (itemIds) => addFor(itemIds, ms),
    stop: () => {
      pending?.cancel();
      pending = null;
    },
  };
}
