import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { childFlags, type SpawnChild } from './spawnChild.ts';
import type { AnswerMessage } from './task.ts';

/**
 * A child for plain Node (tests, tools).
 * @param script the child; by default the source itself, for a Node that reads TypeScript
 */
export function spawnForked(
  wasmPath: string,
  script: string = fileURLToPath(new URL('./preflightChild.ts', import.meta.url)),
): SpawnChild {
  return () => {
    const child = fork(script, [wasmPath], {
      execArgv: [...childFlags],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    return {
      send: (message) => void (child.connected && child.send(message)),
      onMessage: (heard) => void child.on('message', (m) => heard(m as AnswerMessage)),
      onExit: (heard) => void child.on('exit', heard),
      kill: () => void child.kill('SIGKILL'),
      memory: async () => residentBytes(child.pid),
    };
  };
}

/** Resident size from /proc; 0 where there is none. */
async function residentBytes(pid: number | undefined): Promise<number> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
    return Number(pages) * 4096 || 0;
  } catch {
    return 0; // no /proc, or the child is gone: the time limit holds all the same
  }
}
