/** What the page noted by itself, all times in ms of its own clock. */
export interface Seen {
  /** Tasks over 50 ms. */
  tasks: { at: number; ms: number }[];
  /** What ran in long frames, as the browser tells it. */
  blame: { at: number; ms: number; what: string }[];
  /** The key that pasted, as the browser stamped it. */
  pasteKey: number;
  /** The end of the frame with the first rows: all of them painted, or drawn as elements. */
  rowsPainted: number;
  /** What was asked of the worker. */
  calls: { id: number; call: string; posted: number; answered: number }[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page before its own scripts: notes long tasks, the paste, the first rows and the worker's answers. */
export function installProbe(): void {
  const seen: Seen = { tasks: [], blame: [], pasteKey: 0, rowsPainted: 0, calls: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { startTime, duration, scripts } = entry as PerformanceEntry & {
        scripts: { invoker: string; sourceFunctionName: string; duration: number }[];
      };
      const what = scripts
        .map((one) => `${one.invoker} ${one.sourceFunctionName} ${Math.round(one.duration)} ms`)
        .join('; ');
      seen.blame.push({ at: startTime, ms: duration, what });
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
  const rows = new MutationObserver(() => {
    if (!document.querySelector('.g-row:not([hidden]) .g-cell')?.textContent) return;
    rows.disconnect();
    // The grid draws in a frame's callback and nowhere else: a task after it begins when that frame was handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (seen.rowsPainted = performance.now());
    port2.postMessage(0);
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key.toLowerCase() !== 'v' || !event.ctrlKey || seen.pasteKey > 0) return;
      seen.pasteKey = event.timeStamp;
      rows.observe(document, { subtree: true, childList: true, characterData: true });
    },
    true,
  );
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const open = new Map<number, Seen['calls'][number]>();
      this.addEventListener('message', ({ data }: MessageEvent<{ kind: string; id: number }>) => {
        const call = data.kind === 'answer' ? open.get(data.id) : undefined;
        if (call) call.answered = performance.now();
        open.delete(data.id);
      });
      const post = this.postMessage.bind(this);
      this.postMessage = (message: { id: number; call: string }, ...rest: unknown[]) => {
        const call = { id: message.id, call: message.call, posted: performance.now(), answered: 0 };
        open.set(message.id, call);
        seen.calls.push(call);
        (post as (...given: unknown[]) => void)(message, ...rest);
      };
    }
  };
}
