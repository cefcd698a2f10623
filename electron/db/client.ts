import { Worker } from 'node:worker_threads';
import type { BackupFile } from './backup.ts';
import { DbError } from './dbError.ts';
import type { DbAnswer, WorkerSettings } from './messages.ts';
import type { QueryArgs, QueryName, QueryValue } from './queries/index.ts';
import type { StartTrouble } from './start.ts';

/** The database as the rest of the main process sees it: named questions, answered off the main thread. */
export interface DbClient {
  /** Rejects with DbError; its code is one the page has words for. */
  call<N extends QueryName>(
    name: N,
    ...args: QueryArgs<N> extends undefined ? [] : [args: QueryArgs<N>]
  ): Promise<QueryValue<N>>;
  backup(): Promise<BackupFile>;
  backupDaily(): Promise<void>;
  backups(): Promise<BackupFile[]>;
  /** Answers what is asked before it, then closes the file and ends the thread. */
  close(): Promise<void>;
  /** What went wrong with the file at the start and what was done about it. */
  readonly trouble: StartTrouble | null;
}

export interface DbOptions extends WorkerSettings {
  /** dbWorker.cjs, beside main.cjs in the app. */
  workerFile: string | URL;
  /** Told about queries that took longer than 40 ms, by name. */
  onSlow?: (name: string, ms: number) => void;
  /** Told about failures, for the log. */
  onError?: (name: string, error: DbError) => void;
}

const slow = 40;

/** How long, in ms, the thread may take to end by itself once the file is closed. */
const lastWords = 2000;

/** What a query leaves behind is soon gone: a small nursery, in MiB, instead of the usual 48, keeps the thread lean. */
const resourceLimits = { maxYoungGenerationSizeMb: 3 };

interface Waiting {
  name: string;
  resolve: (value: unknown) => void;
  reject: (reason: Error) => void;
}

/** Starts the worker and opens (or mends) the database. Rejects with DbError when it cannot be used. */
export async function openDb(options: DbOptions): Promise<DbClient> {
  const { workerFile, onSlow, onError, ...workerData } = options;
  const worker = new Worker(workerFile, { workerData, name: 'database', resourceLimits });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let gone: DbError | null = null;

  const end = (error: DbError): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', (reason) =>
    end(new DbError('internal', `the database worker failed: ${String(reason)}`)),
  );
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  void exited.then(() => end(new DbError('internal', 'the database is closed')));
  worker.on('message', (answer: DbAnswer) => {
    const asked = waiting.get(answer.id);
    if (asked === undefined) return;
    waiting.delete(answer.id);
    if (answer.ms > slow) onSlow?.(asked.name, answer.ms);
    if (answer.ok) return asked.resolve(answer.value);
    const error = new DbError(answer.code, answer.message, answer.field);
    onError?.(asked.name, error);
    asked.reject(error);
  });
  const ask = (name: string, args?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (gone !== null) return reject(gone);
      const id = nextId++;
      waiting.set(id, { name, resolve, reject });
      worker.postMessage({ id, name, args });
    });

  let trouble: StartTrouble | null;
  try {
    ({ trouble } = (await ask('db.start')) as { trouble: StartTrouble | null });
  } catch (reason) {
    await worker.terminate();
    throw reason;
  }
  return {
    trouble,
    call: (name, ...args) => ask(name, args[0]) as never,
    backup: () => ask('db.backup') as Promise<BackupFile>,
    backupDaily: () => ask('db.backupDaily') as Promise<void>,
    backups: () => ask('db.backups') as Promise<BackupFile[]>,
    close: async () => {
      if (gone !== null) return;
      await ask('db.close');
      // The thread ends by itself: one that is torn down while it still runs can take the whole process with it.
      const late = setTimeout(() => void worker.terminate(), lastWords);
      await exited;
      clearTimeout(late);
    },
  };
}
