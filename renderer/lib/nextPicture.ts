/** A window that is not shown draws no pictures; nothing waits for them longer than this, ms. */
const patience = 100;

/** Resolves when what was changed so far is painted. */
export const nextPicture = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, patience);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // Behind the painting, which follows the frame's callbacks in the same task.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
