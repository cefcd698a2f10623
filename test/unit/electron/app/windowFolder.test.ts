import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  makeWindowFolder,
  removeWindowFolder,
  sweepWindowFolders,
} from '../../../../electron/app/windowFolder.ts';

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sweep-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(path.join(folder, name, 'Cache'), { recursive: true });
    writeFileSync(path.join(folder, name, 'Cache', 'index'), 'x');
  }
  return folder;
}

it('takes away what ended starts left behind, whole', async () => {
  const folder = folderWith(`postroom-window-${ended()}-a1B2c3`);
  await sweepWindowFolders(folder);
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves folders of running processes, of nobody and of others alone', async () => {
  const kept = [
    `postroom-window-${process.pid}-a1B2c3`,
    'postroom-window-noNumber',
    `postroom-archive-${ended()}-a1B2c3`,
  ];
  const folder = folderWith(...kept);
  const link = `postroom-window-${ended()}-d4E5f6`;
  symlinkSync(path.join(folder, kept[2] ?? ''), path.join(folder, link));
  await sweepWindowFolders(folder);
  expect(readdirSync(folder).toSorted()).toEqual([...kept, link].toSorted());
  expect(readdirSync(path.join(folder, kept[2] ?? ''))).toEqual(['Cache']);
});

it('makes one that is known as ours while we run, and removes it', async () => {
  const made = makeWindowFolder();
  await sweepWindowFolders();
  expect(readdirSync(made)).toEqual([]);
  removeWindowFolder(made);
  expect(() => readdirSync(made)).toThrow('ENOENT');
});
