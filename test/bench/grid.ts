import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable } from '../e2e/harness/launch.ts';
import { accountSettingsSchema } from '../../shared/contract/accounts.ts';

/**
 * The paste grid with 100,000 rows in the real app, by the browser's own means: frames while the wheel turns, a
 * screenshot in the middle of it, the first rows, long tasks, and one edited cell until it is checked again.
 * `node build/bundle.ts && node build/headless.mjs -- node test/bench/grid.ts`
 */
const wanted = { framesPercent: 95, firstRowsMs: 150, longTaskMs: 50, recheckMs: 5 };
const rows = 100_000;
const heads =
  'Order no\tSKU\tQty\tShip Name\tCompany\tAddress 1\tAddress 2\tCity\tProvince\tZIP\tCtry\tE-Mail\tShipping method\tPrice\tNote';
const text = [
  heads,
  ...Array.from(
    { length: rows },
    (_, i) =>
      `B-${i}\t66750\t${1 + (i % 3)}\tPerson Nr${i}\tVerlag ${i % 90}\tLindenweg ${i}\tHaus ${i % 9}\tBerlin\t\t${10115 + (i % 900)}\tDE\tp${i}@example.org\tstandard\t14.99\t`,
  ),
].join('\n');

const folder = mkdtempSync(join(tmpdir(), 'postroom-grid-'));
const { path, args } = executable();
const app = await _electron.launch({ executablePath: path, args: [...args, `--user-data-dir=${folder}`] });
try {
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Try with the practice account' }).waitFor();
  const settings = accountSettingsSchema.parse({});
  await page.evaluate(async (parsed) => {
    type Call = (input?: unknown) => Promise<unknown>;
    const door = (window as unknown as { postroom: Record<string, Record<string, Call>> }).postroom;
    await door['accounts']?.['save']?.({ service: 'practice', name: 'Practice', settings: parsed });
  }, settings);
  await page.reload();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Paste orders', { exact: true }).click();
  await page.getByLabel('Paste rows here').waitFor();
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], first: 0, began: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  // The rows come as a file, so that the clipboard's own time is not measured.
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file…' }).first().click();
  const chooser = await choosing;
  const began = performance.now();
  await chooser.setFiles({ name: 'orders.tsv', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.locator('.g-row').first().waitFor();
  const untilRows = performance.now() - began;
  await page
    .getByText(/ ready$/)
    .first()
    .waitFor({ timeout: 60_000 });

  const box = await page.getByRole('grid').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        let last = performance.now();
        const until = last + 3000;
        const tick = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now < until) requestAnimationFrame(tick);
          else resolve(gaps);
        };
        requestAnimationFrame(tick);
      }),
  );
  const client = await page.context().newCDPSession(page);
  let filled = 1;
  for (let turn = 0; turn < 170; turn += 1) {
    await client.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x: (box?.x ?? 0) + 300,
      y: (box?.y ?? 0) + 300,
      deltaX: 0,
      deltaY: 400,
    });
    if (turn === 80)
      filled = await page.evaluate(() => {
        const sheet = document.querySelector('.g-body')?.getBoundingClientRect();
        const shown = [...document.querySelectorAll<HTMLElement>('.g-row:not([hidden])')].filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return (
            sheet && bottom > sheet.top && top < sheet.bottom && (row.children[4]?.textContent ?? '') !== ''
          );
        });
        return sheet ? shown.length / (sheet.height / (shown[0]?.offsetHeight ?? 28)) : 0;
      });
  }
  const gaps = (await frames).slice(2);
  const good = (100 * gaps.filter((gap) => gap <= 17.5).length) / gaps.length;
  const tasks = await page.evaluate(() => (window as unknown as { seen: { tasks: number[] } }).seen.tasks);
  const report = {
    rows,
    untilFirstRowsMs: Math.round(untilRows),
    goodFramesPercent: Math.round(good),
    filledMidScrollPercent: Math.round(Math.min(1, filled) * 100),
    longTasks: tasks.length,
    longestTaskMs: Math.round(Math.max(0, ...tasks)),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const missed =
    good < wanted.framesPercent || filled < 0.95 || report.longestTaskMs > wanted.longTaskMs
      ? ['frames, filling or long tasks']
      : [];
  if (missed.length > 0) process.stdout.write(`missed: ${missed.join(', ')} (${JSON.stringify(wanted)})\n`);
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
