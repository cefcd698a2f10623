import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { argumentOf, readLook, writeLook, type KeptLook } from '../../../../electron/app/firstLook.ts';
import { firstPicture } from '../../../../electron/app/firstPicture.ts';
import { firstLookArgument } from '../../../../shared/contract/firstLook.ts';

function ownFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'look-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'first-look.json');
}

const look: KeptLook = { language: 'de', theme: 'dark', accounts: true };

it('keeps how things stood', () => {
  const file = ownFile();
  expect(readLook(file)).toBeNull();
  writeLook(file, look);
  expect(readLook(file)).toEqual(look);
});

it.each([
  '',
  '{',
  '[]',
  'null',
  '{"language":"de"}',
  JSON.stringify({ ...look, theme: 'pink' }),
  JSON.stringify({ ...look, accounts: 1 }),
])('knows nothing from %s', (text) => {
  const file = ownFile();
  writeFileSync(file, text);
  expect(readLook(file)).toBeNull();
});

it('goes to the page as one argument, whatever is in a path', () => {
  const info = {
    version: '1',
    platform: 'linux' as const,
    locale: 'de-CH',
    dataFolder: '/home/zoë/a "b" --c',
  };
  const argument = argumentOf({ ...look, info });
  expect(argument).toMatch(/^--first-look=[\w%.!~*'()-]+$/);
  expect(JSON.parse(decodeURIComponent(argument.slice(firstLookArgument.length)))).toEqual({ ...look, info });
});

it('lets the work begin when the picture is drawn, and also when it never is', async () => {
  const picture = firstPicture(1_000_000);
  picture.done();
  await picture.drawn;
  await firstPicture(1).drawn;
});
