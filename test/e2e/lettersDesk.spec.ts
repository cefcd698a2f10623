import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressAt, body, makePdf } from '../lib/makePdf.ts';
import { expect, test } from './fixtures.ts';
import { executable } from './harness/launch.ts';
import { get } from './support/api.ts';
import { dropFiles } from './support/drop.ts';
import { place, tryPractice } from './support/practice.ts';
import { writeLetters } from './support/tcgate.ts';

test('files come to the desk from a folder, by a link, under odd names, twice, and by a second start', async ({
  postroom,
  page,
  dataFolder,
}) => {
  await tryPractice(page);
  await place(page, 'Overview').click();
  const pile = join(dataFolder, 'Q3.2026 pile');
  mkdirSync(join(pile, 'sub'), { recursive: true });
  const [one = ''] = await writeLetters(join(pile, 'sub'), 1, 'Letter');
  const [two = ''] = await writeLetters(pile, 1, 'Letter');
  const odd = join(pile, 'Brief “quoted” #1 %41 ünïcode 日本 & <b>.pdf');
  writeFileSync(odd, readFileSync(two));
  const linked = join(dataFolder, 'link.pdf');
  symlinkSync(two, linked);
  const empty = join(dataFolder, 'empty.pdf');
  writeFileSync(empty, '');

  // A folder with a dot in its name, a link and an empty file, dropped while another screen is open.
  // What they hang over is taken away under them.
  await page.evaluate(() => {
    const row = document.createElement('div');
    row.id = 'goes';
    row.style.cssText = 'position:fixed;inset:0;z-index:99';
    document.getElementById('root')?.append(row);
  });
  await dropFiles(page, [pile, linked, empty], () =>
    page.evaluate(() => document.getElementById('goes')?.remove()),
  );
  await expect(page.getByRole('heading', { name: 'Mail PDFs' })).toBeVisible();
  await expect(page.getByRole('article', { name: /Brief “quoted” #1/ })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Letter 01.pdf' })).toHaveCount(2);
  await expect(page.getByRole('article', { name: 'link.pdf' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'empty.pdf' })).toContainText('empty');
  await expect(page.getByText('4 can be sent')).toBeVisible();

  // "Open with" starts the app a second time.
  const { path: program, args } = executable();
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const [opened = ''] = await writeLetters(dataFolder, 1, 'Opened');
  const second = spawn(program, [...args, `--user-data-dir=${dataFolder}`, opened], { env, stdio: 'ignore' });
  expect(await new Promise((done) => second.once('exit', done))).toBe(0);
  await expect(page.getByRole('article', { name: 'Opened 01.pdf' })).toBeVisible();
  await expect(page.getByText('5 can be sent')).toBeVisible();

  // What lies in the archive is sent, whatever happens to the file dropped.
  writeFileSync(one, 'changed');
  await postroom.relaunch();
  await place(postroom.page, 'Mail PDFs').click();
  await expect(postroom.page.getByRole('article')).toHaveCount(6);
  await expect(postroom.page.getByText('Checking', { exact: true })).toHaveCount(0);
});

test('a clipped address is shifted, shown before and after; a pile in one PDF is split into letters', async ({
  page,
  dataFolder,
}) => {
  await tryPractice(page);
  await place(page, 'Mail PDFs').click();
  await expect(page.getByRole('heading', { name: 'Mail PDFs' })).toBeVisible();
  const clipped = join(dataFolder, 'Clipped.pdf');
  writeFileSync(clipped, await makePdf([{ texts: [...addressAt(122, 47.5), ...body] }]));
  await dropFiles(page, [clipped]);
  const card = page.getByRole('article', { name: 'Clipped.pdf' });
  await expect(card).toContainText('1 to look at');
  await card.getByRole('button', { name: 'Shift into the window' }).click();
  const dialog = page.getByRole('dialog', { name: 'Shift into the window' });
  await expect(dialog.getByRole('img', { name: 'Before' })).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'After' })).toBeVisible();
  await expect(dialog).toContainText('Nothing to mend.');
  await expect(card).toContainText('1 to look at');
  await dialog.getByRole('button', { name: 'Use this' }).click();
  await expect(card).toContainText('Changed here: Shift into the window.');
  await expect(card.getByText('Ready', { exact: true })).toBeVisible();
  const [shifted] = await get(page, 'mailings.cards');
  expect(shifted?.sha256).not.toBe(shifted?.originalSha256);

  const pile = join(dataFolder, 'Pile.pdf');
  const pages = ['Ahorn', 'Birke', 'Esche'].flatMap((name) => [
    { texts: [...addressAt(122, 58, ['Frau', `Anna ${name}`, 'Dorfstrasse 3', '3007 Bern']), ...body] },
    { texts: body },
  ]);
  writeFileSync(pile, await makePdf(pages));
  await dropFiles(page, [pile]);
  await expect(page.getByRole('article', { name: 'Pile.pdf' })).toContainText('6 pages');
  await page.getByRole('button', { name: 'Show Pile.pdf' }).click();
  await page.getByRole('button', { name: 'Split one PDF…' }).click();
  const splitting = page.getByRole('dialog');
  const planned = splitting.getByRole('list', { name: 'Letters this makes' }).getByRole('listitem');
  await expect(planned).toHaveText([/Pages 1 to 2.*Ahorn/, /Pages 3 to 4.*Birke/, /Pages 5 to 6.*Esche/]);
  await splitting.getByText('Every n pages').click();
  await expect(planned).toHaveCount(6);
  await splitting.getByRole('textbox', { name: 'Pages per letter' }).fill('9');
  await expect(splitting).toContainText('there is nothing to split');
  await splitting.getByText('At each address').click();
  await splitting.getByRole('button', { name: 'Make 3 letters' }).click();
  await expect(page.getByRole('article', { name: /^Pile \d\.pdf$/ })).toHaveCount(3);
  await expect(page.getByText('4 can be sent')).toBeVisible();
  const letters = (await get(page, 'mailings.cards')).filter(({ fileName }) => fileName.startsWith('Pile'));
  expect(letters.map(({ pages: count, settings }) => [count, settings.addressLines[1]])).toEqual([
    [2, 'Anna Ahorn'],
    [2, 'Anna Birke'],
    [2, 'Anna Esche'],
  ]);
});
