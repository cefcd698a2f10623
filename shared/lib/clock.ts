/** Time, so that tests can own it. Instants are milliseconds since 1970. */
export interface Clock {
  now: () => number;
  /** Calls back once after `ms`; the answer takes the call back. */
  after: (ms: number, callback: () => void) => () => void;
}

/** The longest a timer may wait; longer ones fire at once in Node. */
const longest = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, ms), longest));
    return () => clearTimeout(timer);
  },
};
