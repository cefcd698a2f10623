import type { FromWorker, ToWorker } from './protocol.ts';
import { PasteSession } from './worker/pasteSession.ts';

/** Reading, checking and repairing, away from the page's own thread. */
const send = (message: FromWorker): void => self.postMessage(message);

let summary: ReturnType<typeof setTimeout> | undefined;

const session = new PasteSession((rowCount) => {
  send({ kind: 'changed', version: session.version, rowCount });
  // Counts and lists go over the whole sheet: once after a burst of changes is enough.
  summary ??= setTimeout(() => {
    summary = undefined;
    const state = session.state();
    if (state) send({ kind: 'state', state });
  }, 30);
});

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  void answer(data);
});

async function answer({ id, call, args }: ToWorker): Promise<void> {
  try {
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
