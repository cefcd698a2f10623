import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder } from '../../fixtures/engine.ts';
import { good, servicesRig } from '../../fixtures/servicesRig.ts';

test('a page cannot make the app read a folder or file of its choice: only the system’s dialog can', async () => {
  const folder = ownFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  const chosen: { folder: string | null; file: string | null } = { folder: null, file: null };
  const nothing = (): void => undefined;
  const rig = await servicesRig(data, {
    desk: {
      chooseSaveFile: () => Promise.resolve(null),
      chooseFiles: () => Promise.resolve([]),
      chooseFolder: () => Promise.resolve(chosen.folder),
      chooseKeyFile: () => Promise.resolve(chosen.file),
      writeClipboard: nothing,
      printPdf: () => Promise.resolve(new Uint8Array()),
      openExternal: () => Promise.resolve(),
    },
  });
  const settings = async () => good(await rig.ask['settings.get']());
  const { webhook } = await settings();
  const sneaky = { ...webhook, certificateFile: '/etc/passwd', keyFile: '/etc/shadow', port: 9443 };
  good(await rig.ask['settings.change']({ watchedFolder: '/', webhook: sneaky }));
  expect(await settings()).toMatchObject({
    watchedFolder: '',
    webhook: { certificateFile: '', keyFile: '', port: 9443 },
  });

  // Cancelled: nothing changes. The data folder and what is in it: refused.
  expect(good(await rig.ask['mailings.chooseWatchedFolder']()).folder).toBe('');
  for (const own of [data, join(data, 'archive')]) {
    chosen.folder = own;
    expect(await rig.ask['mailings.chooseWatchedFolder']()).toMatchObject({
      error: { code: 'bad-input', detail: 'ownFolder' },
    });
  }
  chosen.folder = folder;
  expect(good(await rig.ask['mailings.chooseWatchedFolder']())).toMatchObject({
    folder,
    name: basename(folder),
    trouble: '',
  });
  expect((await settings()).watchedFolder).toBe(folder);
  expect(good(await rig.ask['mailings.stopWatching']()).folder).toBe('');
  expect((await settings()).watchedFolder).toBe('');

  chosen.file = join(folder, 'my.key');
  expect(good(await rig.ask['mailings.chooseWebhookFile']({ which: 'key' })).keyFile).toBe(chosen.file);
  expect((await settings()).webhook).toMatchObject({ keyFile: chosen.file, certificateFile: '' });
});
