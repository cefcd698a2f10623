import { ipcMain } from 'electron';
import { requestChannel } from '../../shared/contract/requestChannel.ts';
import { fail } from '../../shared/contract/result.ts';
import type { Answer, ReportBug } from './answer.ts';
import { isOurPage } from './sender.ts';

export interface Door {
  /** Origin that may knock. */
  origin: string;
  /** Checks and answers a request of our page; nothing of it has been looked at yet. Never rejects. */
  answer: Answer;
  reportBug: ReportBug;
}

/**
 * The only way in: sender, shape, handler, shape again. Nobody else listens to the page. What checks and answers may
 * still have to be read: a request that comes before waits for it.
 * Call once, before the window loads.
 */
export function openDoor({ origin, answer, reportBug }: Door): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, ...args: unknown[]) => {
    if (isOurPage(event, origin)) return answer(name, args);
    reportBug('a stranger at the door', new Error('refused'));
    return fail('not-allowed');
  });
}
