/**
 * A queue: each work begins when the one before has ended, well or badly. Its caller gets what came of it; a failure
 * is nobody else's.
 */
export function oneAtATime(): <T>(work: () => Promise<T> | T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // told to whoever asked for it
    return mine;
  };
}
