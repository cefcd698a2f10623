import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, sharingOneApp } from './fixtures.ts';
import { anOrder, get, placeOrder } from './support/api.ts';
import { place } from './support/practice.ts';

const test = sharingOneApp();

test('a bug in the main process is logged, said once, and the app goes on', async ({
  app,
  page,
  dataFolder,
}) => {
  const said = await app.evaluate(async ({ dialog }) => {
    const seen: { detail?: string }[] = [];
    dialog.showMessageBox = ((options: { detail?: string }) => {
      seen.push(options);
      return Promise.resolve({ response: 1, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    const thrown = new Promise<void>((done) => process.on('uncaughtException', () => done()));
    setImmediate(() => {
      throw new Error('a bug of a test, about ada@example.com');
    });
    await thrown;
    setImmediate(() => {
      throw new Error('another one');
    });
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    return seen.map(({ detail }) => detail ?? '');
  });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/PR-[0-9A-Z]{3}/);
  const log = readFileSync(path.join(dataFolder, 'logs', 'postroom.log'), 'utf8');
  expect(log).toContain('uncaught: Error');
  expect(log).toContain('a bug of a test');
  expect(log).not.toContain('ada@example.com');
  expect((await get(page, 'app.info')).version).toMatch(/^\d/);
});

test('diagnostics hold the machine and the log, and no person', async ({ app, page }) => {
  await get(page, 'accounts.tryPractice');
  const { text } = await get(page, 'app.copyDiagnostics');
  expect(text).toContain('Postroom ');
  expect(text).toContain('Electron ');
  expect(text).toContain('start version=');
  expect(text).not.toMatch(/@[a-z]+\.[a-z]/i);
  // Resolves to the same text whether the runtime's clipboard is synchronous or not.
  expect(await app.evaluate(async ({ clipboard }) => await clipboard.readText())).toBe(text);
});

test('text is saved where the user says, and cancelling saves nothing', async ({ app, page, dataFolder }) => {
  const target = path.join(dataFolder, 'saved ü.csv');
  const choose = (filePath: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = (() =>
        Promise.resolve({
          canceled: chosen === '',
          filePath: chosen,
        })) as unknown as typeof dialog.showSaveDialog;
    }, filePath);
  await choose('');
  expect(await get(page, 'app.saveText', { suggestedName: 'x.csv', text: 'a' })).toEqual({ fileName: null });
  await choose(target);
  expect(await get(page, 'app.saveText', { suggestedName: '../../x.csv', text: 'a;ü\r\n' })).toEqual({
    fileName: 'saved ü.csv',
  });
  expect(readFileSync(target, 'utf8')).toBe('a;ü\r\n');
  await choose(path.join(dataFolder, 'no such folder', 'x.csv'));
  await expect(get(page, 'app.saveText', { suggestedName: 'x.csv', text: 'a' })).rejects.toThrow('not-found');
});

test('the delivery report is a PDF of what History shows', async ({ app, page, dataFolder }) => {
  const { id } = await get(page, 'accounts.tryPractice');
  await get(page, 'settings.change', { undoTime: 3600 });
  await placeOrder(page, anOrder(id));
  const target = path.join(dataFolder, 'report.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog;
  }, target);
  await place(page, 'History').click();
  await page.getByRole('button', { name: 'Delivery report…' }).click();
  await expect(page.getByText('Delivery report saved as report.pdf')).toBeVisible();
  const pdf = readFileSync(target);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(5_000);
  // The hidden window that printed it is gone.
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
