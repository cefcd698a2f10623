import { useEffect, useState } from 'react';

let drawn = false;

/**
 * Resolves when the first picture is on the screen. What is not in it had better begin then: the main process, which would
 * answer, has a hand in the painting. A window that cannot be seen paints nothing, and begins when it can.
 */
export const firstFrame = new Promise<void>((resolve) => {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    drawn = true;
    resolve();
  });
  observer.observe({ type: 'paint', buffered: true });
});

/** Whether the first picture is drawn: for what costs more to make than its sight is worth there. */
export function useDrawn(): boolean {
  const [after, setAfter] = useState(drawn);
  useEffect(() => void firstFrame.then(() => setAfter(true)), []);
  return after;
}
