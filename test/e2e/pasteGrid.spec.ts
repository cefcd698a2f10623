import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Postroom } from './harness/postroom.ts';
import { get } from './support/api.ts';
import { differingShare, pictureInMotion } from './support/pictures.ts';
import { beginPaste, grid, pasteText, rowOf } from './support/pasteScreen.ts';

// The grid under real keys, mouse, clipboard and an input method.

const heads =
  'Order no\tSKU\tQty\tShip Name\tAddress 1\tZIP\tCity\tProvince\tCtry\tE-Mail\tShipping method\tCompany\tAddress 2\tNote'.split(
    '\t',
  );
const wide = (count: number, changes: Record<number, Record<number, string>> = {}): string =>
  [
    heads,
    ...Array.from({ length: count }, (_, index) => {
      const row = [...rowOf(index), 'standard', `Verlag ${index}`, 'Haus 3', `Note ${index}`];
      return row.map((text, column) => changes[index]?.[column] ?? text);
    }),
  ]
    .map((row) => row.join('\t'))
    .join('\n');

/** A cell by the numbers assistive technology has for it, counted from 0. */
const cell = (page: Page, row: number, column: number): Locator =>
  grid(page).locator(`.g-row[aria-rowindex="${row + 2}"] [role=gridcell][aria-colindex="${column + 2}"]`);
const active = (page: Page): Locator => page.locator('.g-cell.act');
const said = (page: Page): Locator => page.locator('.g-host [role=status]');
const copied = ({ app }: Postroom): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());

async function begin(postroom: Postroom, text: string, rows: number): Promise<void> {
  const { page } = postroom;
  await beginPaste(page);
  await pasteText(postroom, text);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows + 1));
  await expect(cell(page, 0, 0)).not.toBeEmpty();
}

test('each column has its editor; nothing is taken for another product; a composition goes in whole', async ({
  postroom,
  page,
}) => {
  await begin(postroom, wide(6), 6);
  const { keyboard } = page;
  const choices = page.getByRole('listbox', { name: 'Choices' });

  // Countries and methods are closed lists: letters mean the best match.
  await cell(page, 0, 3).click();
  for (let step = 0; step < 5; step += 1) await keyboard.press('ArrowRight');
  await keyboard.type('austri');
  await expect(choices.getByRole('option', { selected: true })).toHaveText(/^AT/);
  await keyboard.press('Enter');
  await expect(cell(page, 0, 8)).toHaveText('AT');
  await expect(active(page)).toHaveAttribute('aria-colindex', '10');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('F2');
  await expect(choices.getByRole('option')).toHaveCount(4);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect(cell(page, 1, 10)).toHaveText('rtrackstandard');
  await expect(active(page)).toHaveAttribute('aria-colindex', '13');

  // A product that only begins like a known one stays what was typed.
  const { productId } = (await get(page, 'products.list', { accountId: '' }))[0] ?? { productId: '66750' };
  await keyboard.press('Control+Home');
  await keyboard.press('ArrowRight');
  await keyboard.type(productId.slice(0, 3));
  await keyboard.press('Enter');
  await expect(cell(page, 0, 1)).toHaveText(productId.slice(0, 3));
  await keyboard.press('ArrowRight');
  await keyboard.press('F2');
  await expect(page.locator('.g-editor')).toHaveAttribute('inputmode', 'numeric');
  await keyboard.press('Escape');
  await expect(cell(page, 1, 2)).toHaveText('2');

  // An input method: its Enter confirms the word, the next one the cell.
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await client.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await expect(page.locator('.g-editor.on')).toHaveValue('にほん');
  await client.send('Input.insertText', { text: '日本' });
  await keyboard.press('Enter');
  await expect(cell(page, 2, 3)).toHaveText('日本');
  await expect(cell(page, 3, 3)).toHaveText('Person Nr3');
});

test('ranges are selected, copied, pasted, filled, cleared and replaced, each taken back in one step', async ({
  postroom,
  page,
}) => {
  await begin(postroom, wide(8), 8);
  const { keyboard } = page;
  const column = (index: number): Promise<string[]> =>
    page.locator(`.g-row:not([hidden]) [role=gridcell][aria-colindex="${index + 2}"]`).allTextContents();

  // Mouse and Shift, then Shift and arrows; said to those who do not see it.
  await cell(page, 0, 3).click();
  await cell(page, 1, 4).click({ modifiers: ['Shift'] });
  await keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[aria-selected=true]')).toHaveCount(6);
  await expect(said(page)).toHaveText(/^3 rows, 2 columns selected\.\s?$/);
  await keyboard.press('Control+C');
  await expect
    .poll(() => copied(postroom))
    .toBe('Person Nr0\tLindenweg 1\r\nPerson Nr1\tLindenweg 2\r\nPerson Nr2\tLindenweg 3');

  // Larger than the sheet: rows are added, and go with one undo.
  await cell(page, 6, 3).click();
  await keyboard.press('Control+V');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '10');
  await expect(cell(page, 8, 3)).toHaveText('Person Nr2');
  await keyboard.press('Control+Z');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '9');
  await expect(cell(page, 7, 3)).toHaveText('Person Nr7');

  // One cell fills a range; a drag selects it.
  await cell(page, 0, 6).click();
  await keyboard.type('Bonn');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await keyboard.press('Control+C');
  await expect.poll(() => copied(postroom)).toBe('Bonn');
  await cell(page, 2, 6).hover();
  await page.mouse.down();
  await cell(page, 4, 6).hover();
  await page.mouse.up();
  await keyboard.press('Control+V');
  await expect
    .poll(() => column(6))
    .toEqual(['Bonn', 'Berlin', 'Bonn', 'Bonn', 'Bonn', 'Berlin', 'Berlin', 'Berlin']);

  // Ctrl+D on one cell takes what stands above it.
  await cell(page, 1, 6).click();
  await keyboard.press('Control+D');
  await expect(cell(page, 1, 6)).toHaveText('Bonn');
  for (let step = 0; step < 3; step += 1) await keyboard.press('Control+Z');
  await expect.poll(() => column(6)).toEqual(Array.from({ length: 8 }, () => 'Berlin'));

  // All of it, and back.
  await keyboard.press('Control+A');
  await keyboard.press('Delete');
  await expect.poll(async () => (await column(3)).join('')).toBe('');
  await keyboard.press('Control+Z');
  await expect(cell(page, 5, 3)).toHaveText('Person Nr5');

  // Rows.
  await cell(page, 2, 3).click();
  await keyboard.press('Control++');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '10');
  await expect(cell(page, 3, 3)).toHaveText('Person Nr2');
  await keyboard.press('Control+-');
  await expect(said(page)).toHaveText(/^1 row deleted\.\s?$/);
  await expect(cell(page, 2, 3)).toHaveText('Person Nr2');

  // Find and replace: one step back for all.
  await keyboard.press('Control+H');
  await page.getByLabel('Find', { exact: true }).fill('Lindenweg');
  await page.getByLabel('Replace by').fill('Ulmenallee');
  // One by one: the cell one stands on, then on to the next.
  await cell(page, 1, 4).click();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(cell(page, 1, 4)).toHaveText('Ulmenallee 2');
  await expect(page.getByText('1 cell replaced.')).toBeVisible();
  await expect(active(page)).toHaveText('Lindenweg 3');
  await expect(cell(page, 0, 4)).toHaveText('Lindenweg 1');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expect(page.getByText('7 cells replaced.')).toBeVisible();
  await expect(cell(page, 7, 4)).toHaveText('Ulmenallee 8');
  await keyboard.press('Escape');
  await keyboard.press('Control+Z');
  await expect(cell(page, 7, 4)).toHaveText('Lindenweg 8');
  await expect(cell(page, 0, 4)).toHaveText('Lindenweg 1');

  // Another meaning of a column does not forget what can be taken back.
  await cell(page, 0, 3).click();
  await keyboard.type('Ada Byron');
  await keyboard.press('Enter');
  await expect(cell(page, 0, 3)).toHaveText('Ada Byron');
  const note = page.getByRole('combobox', { name: 'Field for “Company”' });
  await note.selectOption('none');
  await expect(page.getByRole('combobox', { name: 'Field for “Company”' })).toHaveCount(0);
  await cell(page, 1, 3).click();
  await keyboard.press('Control+Z');
  await expect(page.getByRole('combobox', { name: 'Field for “Company”' })).toHaveValue('company');
  await keyboard.press('Control+Z');
  await expect(cell(page, 0, 3)).toHaveText('Person Nr0');
});

test('scrolls, stays readable in order, and leads from problem to problem', async ({ postroom, page }) => {
  const dirty = { 8: 'IT (Italy)', 9: 'nobody', 11: 'A name far too long for its column, and longer' };
  await begin(postroom, wide(3000, { 40: { 3: '' }, 2900: { 3: '' }, 2990: dirty, 2992: dirty }), 3000);
  const { keyboard } = page;
  await expect(grid(page)).toHaveAttribute('aria-colcount', '14');

  // The frozen column stays, the others go under it, and columns out of view are not drawn.
  const first = await cell(page, 0, 0).boundingBox();
  await cell(page, 0, 1).click();
  await keyboard.press('End');
  await expect(cell(page, 0, 12)).toHaveText('Haus 3');
  expect((await cell(page, 0, 0).boundingBox())?.x).toBe(first?.x);
  await expect(cell(page, 0, 12)).toBeInViewport();
  await expect(cell(page, 0, 4)).toBeHidden();
  await keyboard.press('Home');

  // The wheel: the active cell is still there for assistive technology, and rows stand in their order.
  const box = await grid(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  for (let turn = 0; turn < 9; turn += 1) await page.mouse.wheel(0, 977);
  await expect(cell(page, 320, 3)).toHaveText('Person Nr320');
  const pointed = await page
    .getByRole('textbox', { name: 'Paste orders' })
    .getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${pointed}"]`)).toHaveText('RV-3000');
  const order = (): Promise<number[]> =>
    page
      .locator('.g-strip .g-row:not([hidden])')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  await expect
    .poll(async () => (await order()).every((one, at, all) => at === 0 || one > (all[at - 1] ?? 0)))
    .toBe(true);
  // At rest the scroll bar stands where the rows are, also after a step too small to move its thumb.
  const scroller = page.locator('.g-scroller');
  await page.mouse.wheel(0, 30);
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(9 * 977 + 30);

  await keyboard.press('F8');
  await expect(active(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(said(page)).toHaveText(/^41\. Full name\. /);
  await keyboard.press('F8');
  await expect(said(page)).toHaveText(/^2901\. Full name\. /);
  await expect(active(page)).toBeInViewport();
  await keyboard.press('Shift+F8');
  await expect(said(page)).toHaveText(/^41\. Full name\. /);
  // What is typed at once belongs to the cell it leads to.
  await keyboard.press('F8');
  await keyboard.type('Grace Hopper');
  await keyboard.press('Enter');
  await expect(cell(page, 2900, 3)).toHaveText('Grace Hopper');

  // The scroll bar leaves the keys with the grid.
  await scroller.evaluate((bars: HTMLElement) => {
    bars.focus();
    bars.scrollTop = 0;
  });
  await expect(cell(page, 0, 3)).toHaveText('Person Nr0');
  await keyboard.press('Control+End');
  await expect(cell(page, 2999, 12)).toHaveText('Haus 3');

  // What is painted while rows move looks like the rows that stand, here or one px further down.
  const body = page.locator('.g-body');
  const moving = await pictureInMotion(body, scroller);
  const standing = await body.screenshot();
  await page.mouse.wheel(0, 1);
  const lower = await body.screenshot();
  const off = [
    await differingShare(postroom, moving, standing),
    await differingShare(postroom, moving, lower),
  ];
  expect(Math.min(...off)).toBeLessThan(0.01);
  expect(Math.max(...off)).toBeGreaterThan(0.02);

  // A whole window of other rows: painted at once, elements follow; nobody is left without the row one stands on.
  const frames = await watchFrames(page);
  await keyboard.press('Control+Home');
  await keyboard.press('PageDown');
  await keyboard.press('PageDown');
  await expect.poll(() => frames.atRest()).toBe(true);
  expect(await frames.faults()).toEqual([]);

  // Widths: dragged, fitted by a double click.
  await keyboard.press('Control+Home');
  const width = async (): Promise<number> => (await cell(page, 0, 1).boundingBox())?.width ?? 0;
  const before = await width();
  const grip = page.locator('.g-hcell').nth(1).locator('.g-grip');
  const at = await grip.boundingBox();
  await page.mouse.move((at?.x ?? 0) + 4, (at?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move((at?.x ?? 0) + 94, (at?.y ?? 0) + 20, { steps: 3 });
  await page.mouse.up();
  await expect.poll(width).toBe(before + 90);
  await grip.dblclick();
  await expect.poll(width).toBeLessThan(before + 20);
});

/**
 * Looks at every frame from now on. `faults`: frames in which the view was not full of rows, or the cell one stands on was
 * not in the document. `atRest`: all rows in view are elements, in their order.
 */
async function watchFrames(page: Page) {
  const watching = await page.evaluateHandle(() => {
    const faults: string[] = [];
    const inView = (): number[] => {
      const view = document.querySelector('.g-body')?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll('.g-strip > .g-row:not([hidden])')].flatMap((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const shows =
          bottom > view.top && top < view.bottom && row.querySelector('.g-cell')?.textContent !== '';
        return shows ? [Number(row.getAttribute('aria-rowindex'))] : [];
      });
    };
    const isFull = (): boolean => {
      const rows = document.querySelector('.g-body')?.clientHeight ?? 0;
      return new Set(inView()).size >= Math.floor(rows / 28);
    };
    const isPainted = (): boolean => document.querySelector('.g-film:not([hidden])') !== null;
    const look = (): void => {
      const active = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
      if (!document.getElementById(active)) faults.push('active');
      // What stands still shows whenever nothing is painted over it, and only then.
      if (isPainted() !== (document.querySelector('.g-strip.covered') !== null)) faults.push('covered');
      if (!isPainted() && !isFull()) faults.push(`rows ${inView().join()}`);
      // It comes before the grid's own: this is what the frame before has left.
      requestAnimationFrame(look);
    };
    look();
    const isInOrder = (): boolean =>
      inView().every((row, at, rows) => at === 0 || row === (rows[at - 1] ?? 0) + 1);
    return { faults, atRest: () => !isPainted() && isFull() && isInOrder() };
  });
  return {
    faults: () => watching.evaluate(({ faults }) => faults),
    atRest: () => watching.evaluate(({ atRest }) => atRest()),
  };
}
