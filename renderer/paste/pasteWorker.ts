import type { FromWorker, ToWorker } from './protocol.ts';
import { answerCalls } from './worker/answerCalls.ts';
import { PasteSession } from './worker/pasteSession.ts';
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

/** The page has just been told all there is. */
function told(): void {
  clearTimeout(summary);
  summary = undefined;
}

const session = new PasteSession(
  (rowCount) => {
    send({ kind: 'changed', version: session.version, rowCount });
    stateSoon();
  },
  { progressed: stateSoon, failed: (error) => send({ kind: 'trouble', error }) },
);

const answer = answerCalls(session, send, told);
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));

// Behind the first calls of the page, which are waiting already.
setTimeout(() => void warmUp(), 100);
