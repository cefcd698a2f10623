import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile, replaceFileNow } from '../../../../electron/files/replaceFile.ts';
import { ownFolder } from '../../../fixtures/engine.ts';

const ways = [
  ['at once', async (file: string, text: string) => replaceFileNow(file, text)],
  ['without waiting', replaceFile],
] as const;

test.each(ways)('%s: the new text is there, and nothing beside it', async (_way, replace) => {
  const folder = ownFolder();
  const file = join(folder, 'state.json');
  await replace(file, 'old');
  await replace(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test.each(ways)('%s: what cannot be written leaves the old text as it was', async (_way, replace) => {
  const folder = ownFolder();
  const file = join(folder, 'state.json');
  writeFileSync(file, 'old');
  mkdirSync(`${file}.new`); // in the way, also of somebody who may write everywhere
  await expect(replace(file, 'new')).rejects.toThrow(/EISDIR/);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test.skipIf(process.platform === 'win32')('a key is never readable by others', async () => {
  const file = join(ownFolder(), 'key.pem');
  writeFileSync(file, 'old');
  chmodSync(file, 0o644);
  await replaceFile(file, 'secret', 0o600);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
