/** So long at most without a look at what others ask for, in ms: an edit is answered within 5 whatever is under way. */
const most = 3;

/** Lets waiting messages through. A channel, because timers are slowed down where they follow one another. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Long work in slices: `rest` is asked between small steps and pauses when enough time has gone. */
export class Slices {
  #began = performance.now();

  /** Enough time has gone; work that is done before never waits. */
  get isDue(): boolean {
    return performance.now() - this.#began >= most;
  }

  async rest(): Promise<void> {
    if (!this.isDue) return;
    await breath();
    this.#began = performance.now();
  }
}
