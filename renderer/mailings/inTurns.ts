/**
 * A reading that is asked for often: one at a time, and what was asked for meanwhile is read together in the next
 * turn. The turns are apart by as long as the last one took, so that a storm of news leaves half of the time free.
 * Asked without ids, everything is meant. Each asker waits for a turn that began after it asked.
 */
export function inTurns(
  read: (ids: readonly string[]) => Promise<void>,
): (ids?: readonly string[]) => Promise<void> {
  let waiting: Set<string> | 'all' | null = null;
  let next: Promise<void> | null = null;
  let present: Promise<unknown> = Promise.resolve();

  async function turn(): Promise<void> {
    const wanted = waiting;
    waiting = null;
    next = null;
    const began = performance.now();
    const reading = read(wanted === null || wanted === 'all' ? [] : [...wanted]);
    present = reading
      .catch(() => undefined) // told to everyone who waits for it
      .then(() => new Promise((resolve) => setTimeout(resolve, Math.min(500, performance.now() - began))));
    return reading;
  }

  return (ids = []) => {
    if (ids.length === 0) waiting = 'all';
    else if (waiting !== 'all') waiting = new Set([...(waiting ?? []), ...ids]);
    next ??= present.then(turn);
    return next;
  };
}
