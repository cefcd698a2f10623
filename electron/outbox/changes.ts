import type { Clock } from '../../shared/lib/clock.ts';

/** Joins many small changes into one message per `ms`; more than `most` ids become "many" (an empty list). */
export function joinChanges(
  clock: Clock,
  ms: number,
  tell: (itemIds: string[]) => void,
  most = 200,
): { add: (itemIds: readonly string[]) => void; stop: () => void } {
  let ids = new Set<string>();
  let pending: (() => void) | null = null;
  const flush = (): void => {
    pending = null;
    const told = ids.size > most ? [] : [...ids];
    ids = new Set();
    tell(told);
  };
  return {
    add: (itemIds) => {
      for (const id of itemIds) ids.add(id);
      pending ??= clock.after(ms, flush);
    },
    stop: () => {
      pending?.();
      pending = null;
    },
  };
}
