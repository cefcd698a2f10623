/** What came of an action: its value, or that it has not ended within the limit. */
export type Turn<T> = { done: true; value: T } | { done: false };

/**
 * Makes a queue that runs one action at a time and waits at most `limitMs` for each. An action that does not end
 * blocks the queue: whoever waits or comes later is told `done: false` at once, until the action ends after all.
 */
export function inTurn(limitMs: number): <T>(action: () => Promise<T>) => Promise<Turn<T>> {
  let last: Promise<unknown> = Promise.resolve();
  let stuck = false;
  return async <T>(action: () => Promise<T>): Promise<Turn<T>> => {
    const before = last;
    let release: () => void = () => undefined;
    last = new Promise<void>((resolve) => (release = resolve));
    await before;
    if (stuck) {
      release();
      return { done: false };
    }
    const running = action().then((value): Turn<T> => ({ done: true, value }));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Turn<T>>((resolve) => {
      timer = setTimeout(() => {
        stuck = true;
        resolve({ done: false });
      }, limitMs);
    });
    const settled = (): void => {
      stuck = false;
    };
    running.then(settled, settled);
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
      release();
    }
  };
}
