import { parentPort, workerData } from 'node:worker_threads';
import { listBackups } from './backup.ts';
import { toDbError } from './dbError.ts';
import { backupFolder } from './files.ts';
import type { DbAnswer, DbQuestion, WorkerSettings } from './messages.ts';
import type { Db } from './open.ts';
import { queries, type QueryName } from './queries/index.ts';
import { backUp, backupDaily, closeDatabase, startDatabase } from './start.ts';

/** The worker thread that owns the one connection. Questions are answered in order. */
const port = parentPort;
if (port === null) throw new Error('the database worker must run as a worker thread');
const settings = workerData as WorkerSettings;
let db: Db | null = null;

const opened = (): Db => {
  if (db === null) throw new Error('the database is not open');
  return db;
};

async function answer(question: DbQuestion): Promise<unknown> {
  switch (question.name) {
    case 'db.start': {
      const started = await startDatabase(
        settings.folder,
        Date.now(),
        settings.maxPages === undefined ? {} : { maxPages: settings.maxPages },
      );
      db = started.db;
      return { trouble: started.trouble };
    }
    case 'db.backup':
      return await backUp(opened(), settings.folder, 'manual', Date.now());
    case 'db.backupDaily':
      return await backupDaily(opened(), settings.folder, Date.now());
    case 'db.backups':
      return listBackups(backupFolder(settings.folder));
    case 'db.close':
      if (db !== null) {
        closeDatabase(db, settings.folder);
        db = null;
      }
      return undefined;
    default: {
      const query = queries[question.name as QueryName] as (db: Db, args: unknown) => unknown;
      return query(opened(), question.args);
    }
  }
}

let last: Promise<void> = Promise.resolve();
port.on('message', (question: DbQuestion) => {
  last = last.then(async () => {
    const began = performance.now();
    let reply: DbAnswer;
    try {
      const value = await answer(question);
      reply = { id: question.id, ok: true, value, ms: performance.now() - began };
    } catch (reason) {
      const { code, message, field } = toDbError(reason);
      reply = { id: question.id, ok: false, code, message, field, ms: performance.now() - began };
    }
    port.postMessage(reply);
    if (question.name === 'db.close' && reply.ok) port.close();
  });
});
