import { useEffect, useState } from 'react';

let drawn = false;

/** In ms. A window that cannot be seen (started hidden, minimised) paints nothing, and must be ready when it is shown. */
const patience = 3_000;

/**
 * Resolves when the first picture is on the screen. What is not in it had better begin then: the main process, which would
 * answer, has a hand in the painting.
 */
export const firstFrame = new Promise<void>((resolve) => {
  const begin = (): void => {
    observer.disconnect();
    clearTimeout(unseen);
    drawn = true;
    resolve();
  };
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) begin();
  });
  const unseen = setTimeout(begin, patience);
  observer.observe({ type: 'paint', buffered: true });
});

/** Whether the first picture is drawn: for what costs more to make than its sight is worth there. */
export function useDrawn(): boolean {
  const [after, setAfter] = useState(drawn);
  useEffect(() => void firstFrame.then(() => setAfter(true)), []);
  return after;
}
