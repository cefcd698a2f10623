import { watch, type FSWatcher } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { WatchState } from '../../shared/contract/mailings.ts';
import { newId } from '../../shared/lib/newId.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';
import { documentSettingsSchema } from '../../shared/mailings/mailing.ts';
import { safeName } from '../pdf/archive.ts';
import { examineCard } from './intake.ts';
import type { DeskParts } from './parts.ts';

export interface FolderWatch {
  /** Watches another folder; '' ends it. Resolves after the first look. */
  follow: (folder: string) => Promise<void>;
  /** Looks into the folder once; what is complete is on the desk when it resolves. */
  look: () => Promise<void>;
  state: () => WatchState;
  stop: () => Promise<void>;
}

export interface WatchParts extends DeskParts {
  /** The state changed: trouble, waiting or refused files. */
  onState: () => void;
  /** Without timers and system events; tests look themselves. */
  byHand?: boolean;
}

/** A file must lie unchanged this long. */
const settleMs = 2_000;
/** Without `%%EOF` at its end it may be half a file: it must lie this long. */
const patienceMs = 30_000;
const lookEvery = 10_000;
const lookSoon = 1_000;
/** More files than this at once are taken at the next looks. */
const mostAtOnce = 500;

interface Lying {
  bytes: number;
  changedAt: number;
  since: number;
  settled: boolean;
}

/**
 * Takes the PDFs of one folder to the desk as if they had been dropped, each once: by name and content, kept in the
 * database. A file is taken when it is complete; until then it is looked at again. Folders in it are left alone.
 */
export function createFolderWatch(parts: WatchParts): FolderWatch {
  let folder = '';
  let trouble: WatchState['trouble'] = '';
  let taken = 0;
  let waiting = 0;
  const lying = new Map<string, Lying>();
  const refused = new Map<string, string>();
  let told = '';
  let timer: NodeJS.Timeout | null = null;
  let watcher: FSWatcher | null = null;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;

  const state = (): WatchState => ({
    folder,
    name: path.basename(folder),
    trouble,
    waiting,
    taken,
    refused: [...refused].map(([fileName, code]) => ({ fileName: safeName(fileName), code })),
  });

  function tell(): void {
    const present = JSON.stringify(state());
    if (present === told) return;
    told = present;
    parts.onState();
  }

  function plan(delay: number): void {
    if (parts.byHand === true || stopped || folder === '') return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void look(), delay);
  }

  /** Whether a file may be complete soon; one that lies empty or cut for good is worth no hurry. */
  const soonDone = (): boolean =>
    [...lying.values()].some(
      ({ settled, since }) => !settled && parts.now() - since <= patienceMs + settleMs,
    );

  /** One look after the other; a look never rejects. */
  function look(): Promise<void> {
    turn = turn.then(lookOnce).catch((reason: unknown) => parts.report('watched folder', reason));
    return turn.then(() => plan(soonDone() ? lookSoon : lookEvery));
  }

  async function lookOnce(): Promise<void> {
    if (folder === '' || stopped) return;
    const names = await list();
    if (names === null) {
      waiting = 0;
      return tell();
    }
    trouble = '';
    listen();
    for (const name of lying.keys()) if (!names.includes(name)) lying.delete(name);
    for (const name of refused.keys()) if (!names.includes(name)) refused.delete(name);
    waiting = 0;
    let left = mostAtOnce;
    for (const name of names) {
      if (stopped) return;
      if (left > 0 && (await consider(name))) left -= 1;
      else if (lying.get(name)?.settled !== true) waiting += 1;
    }
    tell();
  }

  /** The PDFs in it by name; null when it cannot be read. */
  async function list(): Promise<string[] | null> {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name) && !/^[.~]/.test(entry.name))
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
    } catch (error) {
      const code = systemCode(error);
      trouble = code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
      watcher?.close();
      watcher = null;
      return null;
    }
  }

  /** Takes a file that is complete and new. True: it was taken just now. */
  async function consider(name: string): Promise<boolean> {
    const file = path.join(folder, name);
    const found = await lstat(file).catch(() => null); // moved away meanwhile
    if (found === null || !found.isFile()) return false;
    const seen = { fileName: name, bytes: found.size, changedAt: Math.round(found.mtimeMs) };
    const before = lying.get(name);
    const same = before?.bytes === seen.bytes && before.changedAt === seen.changedAt;
    if (before?.settled === true && same) return false;
    if (before === undefined || !same) {
      const settled = await parts.db.call('cards.watchedSeen', seen);
      lying.set(name, { ...seen, since: parts.now(), settled });
      refused.delete(name);
      return false;
    }
    const age = parts.now() - before.since;
    if (seen.bytes === 0 || age < settleMs) return false;
    if (age < patienceMs && !(await endsWell(file, seen.bytes))) return false;
    return take(name, file, before, seen);
  }

  async function take(
    name: string,
    file: string,
    entry: Lying,
    seen: { fileName: string; bytes: number; changedAt: number },
  ): Promise<boolean> {
    const archived = await parts.archive.add(file);
    if (!archived.ok) {
      const { code } = archived.error;
      if (code === 'conflict' || code === 'not-found') lying.delete(name);
      else if (code === 'disk-full' || code === 'read-only') trouble = 'diskFull';
      else {
        entry.settled = true;
        refused.set(name, code);
      }
      return false;
    }
    const { sha256, bytes } = archived.value;
    if (bytes !== seen.bytes) {
      lying.delete(name);
      return false;
    }
    const id = newId(parts.now());
    const settings = documentSettingsSchema.parse({});
    const card = { id, fileName: archived.value.name, sha256, bytes, settings, droppedAt: parts.now() };
    const isNew = await parts.db.call('cards.takeWatched', {
      seen,
      card: { ...card, cameFrom: path.basename(folder) },
    });
    entry.settled = true;
    if (!isNew) return false;
    taken += 1;
    parts.onChange([id]);
    void examineCard(parts, id).catch((reason: unknown) => parts.report('preflight', reason));
    return true;
  }

  /** The system tells sooner than the clock; where it cannot (network drives), the clock does. */
  function listen(): void {
    if (parts.byHand === true || watcher !== null) return;
    try {
      watcher = watch(folder, { persistent: false }, () => plan(300));
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch (error) {
      parts.report('watched folder events', error);
    }
  }

  function quiet(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    watcher?.close();
    watcher = null;
  }

  return {
    state,
    look,
    follow: async (next) => {
      if (next === folder) return;
      await turn;
      quiet();
      folder = next;
      trouble = '';
      waiting = 0;
      lying.clear();
      refused.clear();
      await look();
      tell();
    },
    stop: async () => {
      stopped = true;
      quiet();
      await turn;
    },
  };
}

/** Whether the end of a file looks like the end of a PDF. */
async function endsWell(file: string, bytes: number): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null); // in use, or gone: looked at again
  if (handle === null) return false;
  try {
    const length = Math.min(2_048, bytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, bytes - length);
    return buffer.subarray(0, bytesRead).includes('%%EOF');
  } finally {
    await handle.close();
  }
}
