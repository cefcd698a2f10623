import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { oneAtATime } from '../../shared/lib/oneAtATime.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';
import { largestFileBytes } from '../../shared/mailings/limits.ts';

/** A file in the archive. Its name there is its SHA-256, so it can never change unnoticed. */
export type Archived = {
  sha256: string;
  bytes: number;
  path: string;
  /** Name as dropped, made safe to show. */
  name: string;
  /** The same bytes were there before. */
  known: boolean;
};

export type Archive = {
  /** Copies a file in. Follows no symlink to a folder; refuses what is no ordinary file. */
  add(source: string): Promise<Result<Archived>>;
  /** Where a file lies, when it does. */
  pathOf(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  /** The same, and a sweep leaves it alone for a day: somebody is about to need it. */
  hold(sha256: string): Promise<boolean>;
  /** A stream of the archived bytes. */
  read(sha256: string): Promise<Result<{ stream: ReadStream; bytes: number }>>;
  /** Reads the file again and compares its hash. `conflict`: the archive is damaged there. */
  verify(sha256: string): Promise<Result<true>>;
  /** Deletes files that nothing needs and that are older than `olderThan`; gives what was deleted. */
  sweep(needed: ReadonlySet<string>, olderThan: Date): Promise<string[]>;
};

export type ArchiveOptions = {
  folder: string;
  largest?: number;
  /** Seam for tests: called after each chunk is on its way, with the bytes read so far. */
  onChunk?: (bytes: number) => Promise<void> | void;
};

const chunkBytes = 256 * 1024;
const holdMs = 24 * 60 * 60_000;
const hashPattern = /^[0-9a-f]{64}$/;

/** The archive in a folder; made when it is first needed. */
export function createArchive(options: ArchiveOptions): Archive {
  const { folder } = options;
  const largest = options.largest ?? largestFileBytes;
  const pathOf = (sha256: string): string => {
    if (!hashPattern.test(sha256)) throw new Error('not a SHA-256');
    return path.join(folder, sha256.slice(0, 2), `${sha256}.pdf`);
  };

  /** Files somebody asked for, and when: the database may not know of them yet. */
  const held = new Map<string, number>();
  /** "It is there already" and "it can go" are never decided at the same time. */
  const alone = oneAtATime();
  const isHeld = (sha256: string): boolean => Date.now() - (held.get(sha256) ?? 0) < holdMs;

  const add = async (source: string): Promise<Result<Archived>> => {
    let handle: FileHandle | null = null;
    const temporary = path.join(folder, `.incoming-${randomUUID()}`);
    try {
      const before = await stat(source);
      const refused = refuse(before, largest);
      if (refused) return refused;
      await mkdir(folder, { recursive: true });
      handle = await open(source, 'r');
      const opened = await handle.stat();
      if (!sameFile(before, opened)) return fail('conflict', 'changed');
      const copied = await copy(handle, temporary, largest, options.onChunk);
      if (!copied.ok) return copied;
      // A file that was written to while we read it would be archived half old, half new.
      const after = await handle.stat();
      if (!unchanged(opened, after) || copied.value.bytes !== after.size) {
        await discard(temporary);
        return fail('conflict', 'changed');
      }
      const { sha256, bytes } = copied.value;
      const target = pathOf(sha256);
      const known = await alone(async () => {
        held.set(sha256, Date.now());
        if (await isWhole(target, bytes)) return true;
        await mkdir(path.dirname(target), { recursive: true });
        await rename(temporary, target);
        await syncFolder(path.dirname(target));
        return false;
      });
      if (known) await discard(temporary);
      return ok({ sha256, bytes, path: target, name: safeName(source), known });
    } catch (error) {
      await discard(temporary);
      return fromSystem(error);
    } finally {
      await handle?.close();
    }
  };

  const read: Archive['read'] = async (sha256) => {
    try {
      const handle = await open(pathOf(sha256), 'r');
      const { size } = await handle.stat();
      return ok({
        stream: handle.createReadStream({ highWaterMark: chunkBytes }) as unknown as ReadStream,
        bytes: size,
      });
    } catch (error) {
      return fromSystem(error);
    }
  };

  const verify: Archive['verify'] = async (sha256) => {
    try {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(sha256), { highWaterMark: chunkBytes })) {
        hash.update(chunk as Buffer);
      }
      return hash.digest('hex') === sha256 ? ok(true) : fail('conflict', 'damaged');
    } catch (error) {
      return fromSystem(error);
    }
  };

  const sweep: Archive['sweep'] = async (needed, olderThan) => {
    const gone: string[] = [];
    for (const entry of await list(folder)) {
      const left = path.join(folder, entry);
      if (entry.startsWith('.incoming-')) {
        if (await olderFile(left, olderThan)) await discard(left);
        continue;
      }
      if (!/^[0-9a-f]{2}$/.test(entry)) continue;
      for (const file of await list(left)) {
        const sha256 = file.replace(/\.pdf$/, '');
        if (!hashPattern.test(sha256) || needed.has(sha256)) continue;
        const isGone = await alone(async () => {
          if (isHeld(sha256) || !(await olderFile(path.join(left, file), olderThan))) return false;
          await discard(path.join(left, file));
          return true;
        });
        if (isGone) gone.push(sha256);
      }
    }
    return gone;
  };

  const has = async (sha256: string): Promise<boolean> => (await lookAt(pathOf(sha256))) !== null;
  const hold = (sha256: string): Promise<boolean> =>
    alone(async () => {
      held.set(sha256, Date.now());
      return has(sha256);
    });

  return { add, pathOf, has, hold, read, verify, sweep };
}

/** What can be said before reading. A zero-byte file is archived: preflight names it. */
function refuse(found: Stats, largest: number): Result<never> | null {
  if (!found.isFile()) return fail('file-not-supported', found.isDirectory() ? 'folder' : 'special');
  return found.size > largest ? fail('file-too-large', String(found.size)) : null;
}

const sameFile = (a: Stats, b: Stats): boolean => a.ino === b.ino && a.dev === b.dev && a.size === b.size;
const unchanged = (a: Stats, b: Stats): boolean => sameFile(a, b) && a.mtimeMs === b.mtimeMs;

/** Streams into a new file, hashing on the way; on disk when it returns. */
async function copy(
  from: FileHandle,
  to: string,
  largest: number,
  onChunk: ArchiveOptions['onChunk'],
): Promise<Result<{ sha256: string; bytes: number }>> {
  const out = await open(to, 'wx', 0o600);
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let bytes = 0;
  try {
    for (;;) {
      const { bytesRead } = await from.read(buffer, 0, chunkBytes, bytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      await out.writeFile(chunk);
      bytes += bytesRead;
      await onChunk?.(bytes);
      if (bytes > largest) break;
    }
    await out.sync();
  } finally {
    await out.close();
  }
  if (bytes > largest) {
    await discard(to);
    return fail('file-too-large', String(bytes));
  }
  return ok({ sha256: hash.digest('hex'), bytes });
}

async function lookAt(file: string): Promise<Stats | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Already archived, with the right size: a leftover of another size is replaced. */
async function isWhole(file: string, bytes: number): Promise<boolean> {
  const found = await lookAt(file);
  return found !== null && found.isFile() && found.size === bytes;
}

async function olderFile(file: string, than: Date): Promise<boolean> {
  const found = await lookAt(file);
  return found !== null && found.isFile() && found.mtimeMs < than.getTime();
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return [];
    throw error;
  }
}

/** Removes a file of ours that may be gone already. */
async function discard(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EROFS' && code !== 'EACCES') throw error;
  }
}

/** Makes the rename survive a power cut. Windows cannot open folders; there the rename is durable enough. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name for the eye and for the service: one line, no control or direction characters, at most 200. */
export function safeName(source: string): string {
  const base = path.basename(source).normalize('NFC');
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/["\\/:*?<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean === '' || clean === '.pdf') return 'document.pdf';
  const stem = clean.replace(/\.pdf$/i, '');
  return clean.length <= 200 ? clean : `${Array.from(stem).slice(0, 190).join('')}.pdf`;
}

/** File-system trouble in our words. */
export function fromSystem(error: unknown): Result<never> {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('not-found', code);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fail('disk-full', code);
    case 'EROFS':
      return fail('read-only', code);
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
    case 'EIO':
    case 'ELOOP':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'EEXIST':
    case 'EMFILE':
    case 'ENFILE':
      return fail('file-unreadable', code);
    default:
      throw error;
  }
}
