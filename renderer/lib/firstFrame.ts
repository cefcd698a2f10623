import { useEffect, useState } from 'react';

let drawn = false;

/**
 * Resolves when the first picture is on its way to the screen. What is not in it had better begin then. A window that
 * cannot be seen paints nothing, and begins when it can.
 */
export const firstFrame = new Promise<void>((resolve) => {
  const done = (): void => {
    drawn = true;
    resolve();
  };
  // The callback comes before the frame is laid out and painted, its first task after that.
  requestAnimationFrame(() => setTimeout(done));
});

/** Whether the first picture is drawn: for what costs more to make than its sight is worth there. */
export function useDrawn(): boolean {
  const [after, setAfter] = useState(drawn);
  useEffect(() => void firstFrame.then(() => setAfter(true)), []);
  return after;
}
