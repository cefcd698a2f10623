import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../../electron/mailings/findFiles.ts';
import { ownFolder } from '../../fixtures/engine.ts';

test('of too many files the first are taken by name, and the others are named', async () => {
  const folder = ownFolder();
  for (let index = 1; index <= 2_003; index += 1) writeFileSync(join(folder, `Letter ${index}.pdf`), '');
  const { files, tooMany } = await findFiles([folder]);
  expect(files).toHaveLength(2_000);
  expect(basename(files.at(-1) ?? '')).toBe('Letter 2000.pdf');
  expect(tooMany.map((file) => basename(file))).toEqual([2_001, 2_002, 2_003].map((n) => `Letter ${n}.pdf`));
});

test('a file that is dropped twice, with its folder too, counts once; a circle of links ends', async () => {
  const folder = ownFolder();
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  const file = join(inner, 'a.PDF');
  writeFileSync(file, '');
  writeFileSync(join(inner, 'notes.txt'), '');
  symlinkSync(folder, join(inner, 'circle'));
  expect(await findFiles([file, folder, file])).toEqual({ files: [file], tooMany: [] });
});
