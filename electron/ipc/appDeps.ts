import { statfs } from 'node:fs/promises';
import os from 'node:os';
import { app } from 'electron';
import { machineInfo } from './machineInfo.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { ErrorCode, Result } from '../../shared/contract/result.ts';
import { logFile, logFolder } from '../log/logger.ts';
import type { Logger } from '../log/logger.ts';
import type { AppDeps } from './app.ts';
import type { ServicesHolder } from './services.ts';

/** What the handlers of `app` need from the start-up. */
export interface AppDepsPlan {
  dataFolder: string;
  /** Why the data folder is not ours to write in; null = it is. */
  folderTrouble: () => ErrorCode | null;
  log: Logger;
  services: ServicesHolder;
  /** Loads the page again after a restore. */
  reloadPages: () => void;
  whereTo: AppDeps['whereTo'];
  chooseSaveFile: AppDeps['chooseSaveFile'];
  clipboard: AppDeps['clipboard'];
}

/** Ties the handlers of `app` to the machine, the log and the services. */
export function makeAppDeps({
  dataFolder,
  folderTrouble,
  log,
  services,
  reloadPages,
  whereTo,
  chooseSaveFile,
  clipboard,
}: AppDepsPlan): AppDeps {
  return {
    logFile: logFile(dataFolder),
    logFolder: logFolder(dataFolder),
    dataFolder,
    clean: log.clean,
    whereTo,
    chooseSaveFile,
    clipboard,
    info: async () => {
      const outcome = await services.current();
      return {
        ...machineInfo(dataFolder),
        startTrouble: outcome.running ? outcome.work.trouble : { code: outcome.code, detail: outcome.detail },
      };
    },
    facts: async () => {
      const outcome = await services.current();
      const work = outcome.running ? await outcome.work.facts() : [`not running: ${outcome.code}`];
      return [...machineFacts(), ...(await diskFacts(dataFolder)), ...work];
    },
    backups: async () => {
      const outcome = await services.current();
      return outcome.running ? outcome.work.backups() : withoutServices.backups(dataFolder);
    },
    backupNow: async () => {
      const outcome = await services.current();
      if (!outcome.running) return fail(outcome.code, outcome.detail);
      const { fileName } = await outcome.work.backup();
      return ok({ fileName });
    },
    tryAgain: async () => {
      await services.restart(() => Promise.resolve());
      reloadPages();
      return ok(undefined);
    },
    restoreBackup: async (fileName) => {
      let result: Result<void> = ok(undefined);
      await services.restart(async () => {
        const trouble = folderTrouble();
        result = trouble === null ? await withoutServices.restore(dataFolder, fileName, log) : fail(trouble);
      });
      if (result.ok) reloadPages();
      return result;
    },
  };
}

/** The backups as files, for when no database is open. SQLite is loaded only then. */
const withoutServices = {
  backups: async (dataFolder: string) => {
    const [{ listBackups }, { backupFolder }] = await Promise.all([
      import('../db/backup.ts'),
      import('../db/files.ts'),
    ]);
    return listBackups(backupFolder(dataFolder));
  },
  restore: async (dataFolder: string, fileName: string, log: Logger): Promise<Result<void>> => {
    const [{ restoreBackup }, { toDbError }] = await Promise.all([
      import('../db/files.ts'),
      import('../db/dbError.ts'),
    ]);
    try {
      restoreBackup(dataFolder, fileName, Date.now());
      return ok(undefined);
    } catch (error) {
      log.error('restore', error);
      return fail(toDbError(error).code);
    }
  },
};

const machineFacts = (): string[] => [
  `Postroom ${app.getVersion()}${app.isPackaged ? '' : ' (not packaged)'}`,
  `Electron ${process.versions.electron}, Chromium ${process.versions['chrome'] ?? '?'}, Node ${process.versions.node}`,
  `${os.type()} ${os.release()} ${os.arch()}, ${os.cpus().length} processors, ${toMiB(os.totalmem())} MiB`,
  `locale ${app.getLocale()}, time zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
];

async function diskFacts(folder: string): Promise<string[]> {
  try {
    const disk = await statfs(folder);
    return [`free on the data disk: ${toMiB(disk.bavail * disk.bsize)} MiB`];
  } catch {
    // Not every file system tells; the diagnostics do without.
    return ['free on the data disk: unknown'];
  }
}

const toMiB = (bytes: number): number => Math.round(bytes / 1024 / 1024);
