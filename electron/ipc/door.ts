import { ipcMain } from 'electron';
import { contract } from '../../shared/contract/contract.ts';
import type { RequestName } from '../../shared/contract/contract.ts';
import { fail } from '../../shared/contract/result.ts';
import { answerRequest } from './answer.ts';
import type { AnyHandler, ReportBug } from './answer.ts';
import type { Handlers } from './handlers.ts';
import { isOurPage } from './sender.ts';

export const requestNames = Object.keys(contract) as RequestName[];

export interface Door {
  /** Origin that may knock. */
  origin: string;
  /** Resolves when the handlers exist; requests that come earlier wait for it. */
  handlers: () => Promise<Partial<Handlers>>;
  reportBug: ReportBug;
}

/**
 * The only way in: sender, shape, handler, shape again. Nobody else listens to the page.
 * Call once, before the window loads.
 */
export function openDoor(door: Door): void {
  for (const name of requestNames) {
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      if (!isOurPage(event, door.origin)) {
        door.reportBug(`stranger at ${name}`, new Error('refused'));
        return fail('not-allowed');
      }
      const handlers = await door.handlers();
      return answerRequest(name, handlers[name] as AnyHandler | undefined, args, door.reportBug);
    });
  }
}
