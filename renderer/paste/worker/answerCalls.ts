import type { FromWorker, ToWorker } from '../protocol.ts';
import { forFirstRows, type PasteSession } from './pasteSession.ts';

/**
 * Answers the page's calls one by one. While rows are read or checked anew, those that need all of them wait.
 * `opened`: another sheet is there, of which the answer tells all.
 */
export function answerCalls(
  session: PasteSession,
  send: (message: FromWorker) => void,
  opened: () => void = () => undefined,
): (message: ToWorker) => Promise<void> {
  /** Calls that wait for the rest of the rows. */
  let waiting = 0;
  return async ({ id, call, args }) => {
    try {
      // Behind a call that waits, further changes wait too: they are done in the order in which they were asked for.
      if (session.isBusy && (!forFirstRows.has(call) || (call === 'change' && waiting > 0))) {
        waiting += 1;
        await session.whole().finally(() => (waiting -= 1));
      }
      const method = session[call] as (...args: unknown[]) => unknown;
      const value = await method.apply(session, args);
      if (call === 'open' || call === 'restoreFrom') opened();
      send({ kind: 'answer', id, value });
    } catch (error) {
      send({
        kind: 'failed',
        id,
        message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error),
      });
    }
  };
}
