/** The moment from which on the page's first picture is no longer in the way of anything. */
export interface FirstPicture {
  drawn: Promise<void>;
  /** The page has asked for something: it has drawn, or needs more than it was given before it can. */
  done: () => void;
}

/** A page that never asks for anything must not keep the work from beginning. */
const patience = 3_000;

/**
 * Lets what the window does not need wait for the window: loading the services and opening the database would
 * fight with it for the processor.
 */
export function firstPicture(limitMs: number = patience): FirstPicture {
  let done = (): void => undefined;
  const drawn = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    done = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { drawn, done };
}
