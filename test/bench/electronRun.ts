import { spawn, type ChildProcess } from 'node:child_process';
import { pssOf } from './pss.ts';

/** One start of an Electron app, watched from outside: nothing is attached to it before it is asked something. */
export interface ElectronRun {
  /** Date.now() just before the process was made. */
  spawnedAt: number;
  /** Runs an expression in the page, e.g. a call of an async function; answers its JSON value. */
  inPage: (expression: string) => Promise<unknown>;
  /** Drops files of the disk on the middle of the window, as a file manager does. */
  drop: (files: readonly string[]) => Promise<void>;
  /** Proportional set size of all its processes, in MiB: shared pages counted once. */
  pss: () => number;
  /** Quits it; after `patience` its processes are killed. */
  end: () => Promise<void>;
}

const patience = 20_000;
const running = new Set<ChildProcess>();
// Whatever ends this script ends what it started.
process.on('exit', () => running.forEach(killAll));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

/**
 * Starts `folder` as an app with a data folder of its own.
 * @throws when it ends before its page can be reached
 */
export function startElectron(executable: string, folder: string, dataFolder: string): ElectronRun {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [folder, ...root, `--user-data-dir=${dataFolder}`, '--remote-debugging-port=0'];
  const spawnedAt = Date.now();
  // A group of its own, so that all of it can be ended at once.
  const child = spawn(executable, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let said = '';
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /ws:\/\/([\d.:]+)\//.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`${folder} ended early: ${said.slice(-500)}`)));
  });
  address.catch(() => undefined);
  const tell = async (method: string, params: object): Promise<unknown> =>
    command(await within(address, `${folder}: no debugging port`), method, params);
  const inPage = async (expression: string): Promise<unknown> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await tell('Runtime.evaluate', params)) as Evaluated;
    if (exceptionDetails !== undefined) throw new Error(`in the page: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  };
  return {
    spawnedAt,
    inPage,
    drop: async (files) => {
      const [x, y] = (await inPage('[innerWidth / 2, innerHeight / 2].map(Math.round)')) as [number, number];
      const data = { items: [], files: [...files], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) {
        await tell('Input.dispatchDragEvent', { type, x, y, data });
        await inPage('new Promise((resolve) => requestAnimationFrame(() => resolve()))');
      }
    },
    pss: () => pssOf(child.pid ?? 0),
    end: async () => {
      child.kill('SIGTERM');
      try {
        await within(ended, `${folder} did not quit`);
      } finally {
        killAll(child);
      }
    },
  };
}

function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error; // all of it has ended by itself
  }
}

/** The promise, or an error when it takes longer than our patience. */
async function within<T>(promise: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Answer {
  result?: unknown;
  error?: { message: string };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** One call of the Chrome DevTools Protocol to the first page. No domain is enabled, so nothing is recorded there. */
async function command(address: string, method: string, params: object): Promise<unknown> {
  const targets = (await (await fetch(`http://${address}/json/list`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('there is no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  const answer = new Promise<Answer>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)) as Answer));
    socket.addEventListener('close', () => reject(new Error('the page closed the connection')));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method, params })));
  });
  try {
    const { result, error } = await within(answer, 'the page did not answer');
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  } finally {
    socket.close();
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
