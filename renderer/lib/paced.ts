/** At least so long after a reading ended is the next one begun; ms. */
const leastRest = 700;
/** So many times as long as a reading took does it rest, so that reading is a small part of what the app does. */
const restPerWork = 4;

/**
 * Paces a reading that is asked for again and again, as while a thousand orders are sent: the first time it is done at once,
 * then one at a time with a rest in between, whatever was asked meanwhile; the last ask is always followed by a reading.
 * @param read must not reject
 */
export function paced(read: () => Promise<unknown>): { ask: () => void; stop: () => void } {
  let busy = false;
  let asked = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = async (): Promise<void> => {
    busy = true;
    asked = false;
    const start = performance.now();
    await read();
    const rest = Math.max(leastRest, restPerWork * (performance.now() - start));
    if (!stopped) timer = setTimeout(rested, rest);
  };
  const rested = (): void => {
    busy = false;
    if (asked) void begin();
  };
  return {
    ask: () => {
      asked = true;
      if (!busy && !stopped) void begin();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
