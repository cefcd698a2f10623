import path from 'node:path';
import { app, utilityProcess } from 'electron';
import { childFlags, type SpawnChild } from './spawnChild.ts';
import type { AnswerMessage } from './task.ts';

/**
 * A child for the app: a utilityProcess with no environment to speak of.
 * @param folder where preflightChild.cjs and pdfium.wasm lie (beside the bundled main script)
 */
export function spawnUtility(folder: string): SpawnChild {
  return () => {
    const child = utilityProcess.fork(
      path.join(folder, 'preflightChild.cjs'),
      [path.join(folder, 'pdfium.wasm')],
      {
        serviceName: 'Postroom preflight',
        execArgv: [...childFlags],
        stdio: 'ignore',
        env: {},
      },
    );
    return {
      send: (message) => child.postMessage(message),
      onMessage: (heard) => void child.on('message', (m: AnswerMessage) => heard(m)),
      onExit: (heard) => void child.on('exit', () => heard()),
      kill: () => void child.kill(),
      // workingSetSize is in kilobytes
      memory: async () => {
        const metric = app.getAppMetrics().find((m) => m.pid === child.pid);
        return (metric?.memory.workingSetSize ?? 0) * 1024;
      },
    };
  };
}
