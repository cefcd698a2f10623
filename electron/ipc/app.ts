import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { clipboard, shell } from 'electron';
import type { Output } from '../../shared/contract/contract.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { writeRich } from './clipboardRich.ts';
import { fileTrouble } from './fileTrouble.ts';
import { readClipboard, type ClipboardReader } from './readClipboard.ts';

type AppHandlers = Pick<Handlers, Extract<keyof Handlers, `app.${string}`>>;
type Backup = Output<'app.backups'>[number];

/** What the handlers of the subject `app` need from the rest of the main process. */
export interface AppDeps {
  info: () => Promise<Output<'app.info'>>;
  whereTo: () => Output<'app.whereTo'>;
  logFile: string;
  dataFolder: string;
  /** Starts the services anew, loads the page again. */
  tryAgain: () => Promise<Result<void>>;
  logFolder: string;
  /** Removes secrets and customer data from a text. */
  clean: (text: string) => string;
  /** Facts about the machine and the data, as lines. */
  facts: () => Promise<string[]>;
  backups: () => Promise<Backup[]>;
  backupNow: () => Promise<Result<{ fileName: string }>>;
  /** Stops, puts the backup in place, starts again, loads the page again. */
  restoreBackup: (fileName: string) => Promise<Result<void>>;
  chooseSaveFile: (suggestedName: string) => Promise<string | null>;
  clipboard: ClipboardReader;
}

/** Lines of the log's end that go into the diagnostics. */
const tail = 200;

export function appHandlers(deps: AppDeps): AppHandlers {
  return {
    'app.info': async () => ok(await deps.info()),
    'app.whereTo': async () => ok(deps.whereTo()),
    'app.openLogFolder': () => openFolder(deps.logFolder),
    'app.openDataFolder': () => openFolder(deps.dataFolder),
    'app.tryAgain': () => deps.tryAgain(),
    'app.copyDiagnostics': async () => {
      const log = await readFile(deps.logFile, 'utf8').catch(() => '(no log)');
      const lines = [...(await deps.facts()), '', ...log.trimEnd().split('\n').slice(-tail)];
      const text = deps.clean(lines.join('\n'));
      await clipboard.writeText(text);
      return ok({ text });
    },
    'app.writeClipboard': async ({ text, html }) => {
      await (html === undefined ? clipboard.writeText(text) : writeRich(text, html));
      return ok(undefined);
    },
    'app.readClipboard': () => readClipboard(deps.clipboard),
    'app.saveText': async ({ suggestedName, text }) =>
      saveText(await deps.chooseSaveFile(suggestedName), text),
    'app.backups': async () => ok(await deps.backups()),
    'app.backupNow': () => deps.backupNow(),
    'app.restoreBackup': ({ fileName }) => deps.restoreBackup(fileName),
  };
}

async function openFolder(folder: string): Promise<Result<void>> {
  const trouble = await shell.openPath(folder);
  return trouble === '' ? ok(undefined) : fail('not-found', trouble);
}

/** Asks for a place and writes there; the page never learns the folder. */
async function saveText(file: string | null, text: string): Promise<Result<{ fileName: string | null }>> {
  if (file === null) return ok({ fileName: null });
  try {
    await writeFile(file, text);
    return ok({ fileName: path.basename(file) });
  } catch (error) {
    return fileTrouble(error);
  }
}
