import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createArchive, fromSystem, safeName, type Archive } from '../../../electron/pdf/archive.ts';
import { fixture } from '../../lib/pdfFixture.ts';

let home: string;
let folder: string;
let archive: Archive;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'archive-'));
  folder = path.join(home, 'archive');
  archive = createArchive({ folder });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const letter = Buffer.from(fixture('letter_right_window_c5_de'));
const sha = (b: Uint8Array): string => createHash('sha256').update(b).digest('hex');
const put = (name: string, bytes: Uint8Array = letter): string => {
  const file = path.join(home, name);
  writeFileSync(file, bytes);
  return file;
};
const leftovers = (): string[] => readdirSync(folder).filter((n) => n.startsWith('.incoming'));
const added = async (file: string) => {
  const answer = await archive.add(file);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

it('keeps the bytes under their SHA-256, whatever happens to the original', async () => {
  const file = put('Brief.pdf');
  const kept = await added(file);
  expect(kept).toMatchObject({ sha256: sha(letter), bytes: letter.length, name: 'Brief.pdf', known: false });
  writeFileSync(file, 'changed');
  unlinkSync(file);
  expect(readFileSync(kept.path).equals(letter)).toBe(true);
  expect(await archive.verify(kept.sha256)).toEqual({ ok: true, value: true });
  const opened = await archive.read(kept.sha256);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(Buffer.concat(await opened.value.stream.toArray()).equals(letter)).toBe(true);
});

it('recognises the same file under another name, and keeps it once', async () => {
  await added(put('a.pdf'));
  expect(await added(put('b.pdf'))).toMatchObject({ sha256: sha(letter), known: true, name: 'b.pdf' });
  expect(leftovers()).toEqual([]);
});

it('keeps two files with the same name apart', async () => {
  mkdirSync(path.join(home, 'x'));
  const one = await added(put('Brief.pdf'));
  const two = await added(put('x/Brief.pdf', fixture('us_letter')));
  expect(one.sha256).not.toBe(two.sha256);
});

it('survives being asked for the same file many times at once', async () => {
  const file = put('a.pdf');
  const all = await Promise.all(Array.from({ length: 8 }, () => added(file)));
  expect(new Set(all.map((a) => a.sha256)).size).toBe(1);
  expect(leftovers()).toEqual([]);
  expect(await archive.verify(sha(letter))).toMatchObject({ ok: true });
});

it('archives an empty file, so that preflight can name it', async () => {
  expect(await added(put('leer.pdf', Buffer.alloc(0)))).toMatchObject({ bytes: 0 });
});

it.each([
  ['a file that is gone', () => path.join(home, 'gone.pdf'), 'not-found'],
  ['a folder', () => home, 'file-not-supported'],
  [
    'a pipe',
    () => {
      const pipe = path.join(home, 'pipe.pdf');
      execFileSync('mkfifo', [pipe]);
      return pipe;
    },
    'file-not-supported',
  ],
  [
    'a symlink to nothing',
    () => {
      symlinkSync(path.join(home, 'nowhere'), path.join(home, 'l.pdf'));
      return path.join(home, 'l.pdf');
    },
    'not-found',
  ],
  [
    'a symlink to itself',
    () => {
      symlinkSync(path.join(home, 'l.pdf'), path.join(home, 'l.pdf'));
      return path.join(home, 'l.pdf');
    },
    'file-unreadable',
  ],
  [
    'a symlink to a folder',
    () => {
      symlinkSync(home, path.join(home, 'l.pdf'));
      return path.join(home, 'l.pdf');
    },
    'file-not-supported',
  ],
])('refuses %s', async (_name, make, code) => {
  expect(await archive.add(make())).toMatchObject({ ok: false, error: { code } });
});

it('follows a symlink to a file: what it points to is what is meant', async () => {
  symlinkSync(put('real.pdf'), path.join(home, 'link.pdf'));
  expect(await added(path.join(home, 'link.pdf'))).toMatchObject({ sha256: sha(letter), name: 'link.pdf' });
});

it('refuses a file that is too large before reading it, and one that grows while it is read', async () => {
  const small = createArchive({ folder, largest: 1000 });
  expect(await small.add(put('a.pdf'))).toMatchObject({ error: { code: 'file-too-large' } });
  const file = put('b.pdf', Buffer.alloc(900));
  const growing = createArchive({
    folder,
    largest: 1000,
    onChunk: (n) => {
      if (n === 900) writeFileSync(file, Buffer.alloc(5000));
    },
  });
  expect(await growing.add(file)).toMatchObject({ error: { code: 'file-too-large' } });
  expect(leftovers()).toEqual([]);
});

it('notices a file that is written to while it is read', async () => {
  const file = put('a.pdf');
  const watched = createArchive({
    folder,
    onChunk: () => {
      writeFileSync(file, Buffer.alloc(letter.length, 1));
      utimesSync(file, new Date(0), new Date(0));
    },
  });
  expect(await watched.add(file)).toMatchObject({ error: { code: 'conflict', detail: 'changed' } });
  expect(leftovers()).toEqual([]);
  expect(await archive.has(sha(letter))).toBe(false);
});

it('finishes a file that is deleted while it is read: the bytes are still there', async () => {
  const file = put('a.pdf');
  const watched = createArchive({ folder, onChunk: () => rmSync(file, { force: true }) });
  expect(await watched.add(file)).toMatchObject({ ok: true, value: { sha256: sha(letter) } });
});

it('says that damage is there, and mends a half copy when the file comes again', async () => {
  const kept = await added(put('a.pdf'));
  writeFileSync(kept.path, letter.subarray(0, 100));
  expect(await archive.verify(kept.sha256)).toMatchObject({ error: { code: 'conflict', detail: 'damaged' } });
  await added(put('a.pdf'));
  expect(await archive.verify(kept.sha256)).toMatchObject({ ok: true });
  expect(await archive.verify('0'.repeat(64))).toMatchObject({ error: { code: 'not-found' } });
});

it('sweeps what is old and not needed, and leaves strangers alone', async () => {
  const [old, needed, young] = [
    await added(put('1.pdf')),
    await added(put('2.pdf', fixture('us_letter'))),
    await added(put('3.pdf', fixture('a5_portrait'))),
  ];
  const past = new Date('2020-01-01');
  for (const file of [old, needed]) utimesSync(file.path, past, past);
  writeFileSync(path.join(folder, '.incoming-dead'), 'half');
  utimesSync(path.join(folder, '.incoming-dead'), past, past);
  writeFileSync(path.join(folder, 'notes.txt'), 'mine');
  utimesSync(path.join(folder, 'notes.txt'), past, past);
  // What was just added is held for somebody; another day it is not.
  expect(await archive.sweep(new Set(), new Date('2021-01-01'))).toEqual([]);
  writeFileSync(path.join(folder, '.incoming-dead'), 'half');
  utimesSync(path.join(folder, '.incoming-dead'), past, past);
  const later = createArchive({ folder });
  expect(await later.sweep(new Set([needed.sha256]), new Date('2021-01-01'))).toEqual([old.sha256]);
  expect(await Promise.all([old, needed, young].map((f) => archive.has(f.sha256)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(readdirSync(folder).filter((n) => n.includes('dead') || n.includes('notes'))).toEqual(['notes.txt']);
});

it('makes odd names safe to show and to send', () => {
  expect(safeName('/x/Büch‮fdp.pdf')).toBe('Büchfdp.pdf');
  expect(safeName('/x/a\nb\u0000"c|d?.pdf')).toBe('ab_c_d_.pdf');
  expect(safeName('/x/Bu\u0308cher.pdf')).toBe('Bücher.pdf');
  expect(safeName('/x/ .pdf')).toBe('document.pdf');
  expect(safeName(`/x/${'😀'.repeat(400)}.pdf`)).toHaveLength(190 * 2 + 4);
});

it('puts the trouble of file systems into codes, and throws only for bugs', () => {
  const with_ = (code: string) => fromSystem(Object.assign(new Error(code), { code }));
  expect(with_('ENOSPC')).toMatchObject({ error: { code: 'disk-full' } });
  expect(with_('EROFS')).toMatchObject({ error: { code: 'read-only' } });
  expect(with_('EACCES')).toMatchObject({ error: { code: 'file-unreadable' } });
  expect(() => with_('ERR_INVALID_ARG_TYPE')).toThrow();
});
