import type { FromWorker, ToWorker } from './protocol.ts';
import { forFirstRows, PasteSession } from './worker/pasteSession.ts';
import { warmUp } from './worker/warmUp.ts';

/** Reading, checking and repairing, away from the page's own thread. */
const send = (message: FromWorker): void => self.postMessage(message);

let summary: ReturnType<typeof setTimeout> | undefined;

function stateSoon(): void {
  // Counts and lists go over the whole sheet: once after a burst of changes is enough.
  summary ??= setTimeout(() => {
    summary = undefined;
    const state = session.state();
    if (state) send({ kind: 'state', state });
  }, 30);
}

const session = new PasteSession(
  (rowCount) => {
    send({ kind: 'changed', version: session.version, rowCount });
    stateSoon();
  },
  { progressed: stateSoon, failed: (error) => send({ kind: 'trouble', error }) },
);

/** Calls that wait for the rest of the rows. */
let waiting = 0;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data);
});

async function answer({ id, call, args }: ToWorker): Promise<void> {
  try {
    // Behind a call that waits, further changes wait too: they are done in the order in which they were asked for.
    if (session.isReading && (!forFirstRows.has(call) || (call === 'change' && waiting > 0))) {
      waiting += 1;
      await session.whole().finally(() => (waiting -= 1));
    }
    const method = session[call] as (...args: unknown[]) => unknown;
    send({ kind: 'answer', id, value: await method.apply(session, args) });
  } catch (error) {
    send({
      kind: 'failed',
      id,
      message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error),
    });
  }
}

// Behind the first calls of the page, which are waiting already.
setTimeout(() => void warmUp(), 100);
