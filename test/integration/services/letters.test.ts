import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveStream } from '../../../electron/mailings/download.ts';
import { mailingSettingsSchema } from '../../../shared/mailings/mailing.ts';
import { ownFolder } from '../../fixtures/engine.ts';
import { letterRig } from '../../fixtures/letterRig.ts';
import { good, servicesRig, type ServicesRig } from '../../fixtures/servicesRig.ts';
import { spawnHere } from '../../fixtures/spawnHere.ts';
import { makePdf } from '../../lib/makePdf.ts';
import en from '../../../renderer/words/en/mailings.ts';

const sha = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

test('what was dropped is what is sent, though the files change, vanish or bear one name', async () => {
  const rig = await letterRig();
  const first = await rig.write('Letter');
  mkdirSync(join(rig.folder, 'other'));
  const second = join(rig.folder, 'other', 'Letter.pdf');
  writeFileSync(second, readFileSync(await rig.write('Another')));
  const wanted = [sha(first), sha(second)];
  const cardIds = await rig.drop([first, second]);
  writeFileSync(first, 'edited meanwhile');
  unlinkSync(second);
  const settings = mailingSettingsSchema.parse({});
  good(
    await rig.ask['mailings.send']({ mailingId: 'mailing-1', accountId: rig.account.id, cardIds, settings }),
  );
  await rig.until(async () => (await rig.mailing('mailing-1')).orderNumber !== '');
  expect(rig.server.documents.map(({ sha256 }) => sha256).sort()).toEqual(wanted.sort());
  expect(rig.server.documents.map(({ fileName }) => fileName)).toEqual(['Letter.pdf', 'Letter.pdf']);
});

test('a day that is past is refused, to begin with and for a move: the service would begin at once', async () => {
  const rig = await letterRig();
  const cardIds = await rig.drop([await rig.write('Letter')]);
  const send = (sendOn: string) =>
    rig.ask['mailings.send']({
      mailingId: 'mailing-1',
      accountId: rig.account.id,
      cardIds,
      settings: mailingSettingsSchema.parse({ sendOn }),
    });
  const past = { ok: false, error: { code: 'bad-input', detail: 'dayPast' } };
  expect(await send('2020-01-31')).toMatchObject(past);
  good(await send('2099-01-01'));
  const move = (sendOn: string) => rig.ask['mailings.reschedule']({ id: 'mailing-1', sendOn });
  expect(await move('2020-01-31')).toMatchObject(past);
  good(await move('2099-01-31'));
  expect((await rig.mailing('mailing-1')).settings.sendOn).toBe('2099-01-31');
});

test('a folder is walked in the order of names; links out of it and hidden files are left alone', async () => {
  const rig = await letterRig();
  const pile = join(rig.folder, 'pile.2026');
  mkdirSync(join(pile, 'b'), { recursive: true });
  const bytes = readFileSync(await rig.write('source'));
  for (const name of ['10.pdf', '9.PDF', '.hidden.pdf', 'notes.txt', 'b/1.pdf'])
    writeFileSync(join(pile, name), bytes);
  symlinkSync(rig.folder, join(pile, 'circle'));
  const gone = join(rig.folder, 'gone.pdf');
  const { cards, refused } = good(await rig.ask['mailings.intake']({ paths: [pile, gone, '/dev/null'] }));
  expect(refused).toEqual([
    { fileName: 'gone.pdf', code: 'not-found', detail: 'ENOENT' },
    { fileName: 'null', code: 'file-not-supported', detail: 'special' },
  ]);
  const desk = good(await rig.ask['mailings.cards']());
  expect(desk.map(({ fileName }) => fileName)).toEqual(['9.PDF', '10.pdf', '1.pdf']);
  expect(desk.map(({ id }) => id)).toEqual(cards);
});

test('names with every odd character arrive readable, and break out of nothing', async () => {
  const rig = await letterRig();
  const names = [
    'a"b\r\nX-Evil: 1.pdf',
    'Brief – Müller & Söhne (№ 7) 日本 🦊.pdf',
    '%41%00..%2f.pdf',
    `${'x'.repeat(240)}.pdf`,
  ];
  const bytes = readFileSync(await rig.write('source'));
  const files = names.map((name, index) => {
    const folder = join(rig.folder, String(index));
    mkdirSync(folder);
    writeFileSync(join(folder, name), Buffer.concat([bytes, Buffer.from(`\n% ${index}\n`)]));
    return join(folder, name);
  });
  const cardIds = await rig.drop(files);
  const settings = mailingSettingsSchema.parse({});
  good(
    await rig.ask['mailings.send']({ mailingId: 'mailing-1', accountId: rig.account.id, cardIds, settings }),
  );
  await rig.until(async () => (await rig.mailing('mailing-1')).orderNumber !== '');
  expect(rig.server.documents).toHaveLength(4);
  for (const { fileName } of rig.server.documents) {
    expect(fileName).toMatch(/\.pdf$/);
    expect(fileName.length).toBeLessThanOrEqual(200);
  }
  expect(rig.server.documents.map(({ fileName }) => fileName)).toContain(
    'Brief – Müller & Söhne (№ 7) 日本 🦊.pdf',
  );
  expect(rig.server.documents.map(({ sha256 }) => sha256).sort()).toEqual(files.map(sha).sort());
});

test('the service’s copy is saved piece by piece, and half a download never looks whole', async () => {
  const target = join(ownFolder(), 'copy.pdf');
  const rig = await letterRig({ saveTo: target });
  const mailing = await rig.mail(['Letter']);
  const id = mailing.documents[0]?.id ?? '';
  expect(good(await rig.ask['mailings.download']({ id }))).toEqual({ fileName: 'copy.pdf' });
  expect(readFileSync(target, 'utf8')).toContain(mailing.documents[0]?.sha256 ?? 'nothing');

  const half = join(rig.folder, 'half.pdf');
  const sizes: number[] = [];
  async function* breaking(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < 3; piece += 1) {
      yield await Promise.resolve(new Uint8Array(1_000));
      sizes.push(readFileSync(`${half}.part`).length);
    }
    throw new Error('the line is cut');
  }
  expect(await saveStream(breaking(), half)).toMatchObject({ ok: false, error: { code: 'connection-lost' } });
  expect(sizes).toEqual([1_000, 2_000, 3_000]);
  expect(existsSync(half) || existsSync(`${half}.part`)).toBe(false);
});

test('a test sheet of each letter profile can be saved and printed', async () => {
  const target = join(ownFolder(), 'sheet.pdf');
  const rig = await letterRig({ saveTo: target });
  for (const { id } of good(await rig.ask['mailings.profiles']())) {
    const words = { title: 'Brief für C5', zones: en.zoneKinds, assumed: 'assumed' };
    good(await rig.ask['mailings.testSheet']({ profileId: id, words }));
    const [card] = await rig.drop([target]);
    const shown = good(await rig.ask['mailings.cards']()).find((one) => one.id === card);
    expect(shown).toMatchObject({ state: 'ready', pages: 1 });
    expect(shown?.findings.filter(({ code }) => code.startsWith('page'))).toEqual([]);
  }
});

test('30 files of one drop keep their order and go to disk in few turns', async () => {
  const rig = await letterRig();
  const files: string[] = [];
  for (let index = 0; index < 30; index += 1) {
    const file = join(rig.folder, `${index}.pdf`);
    writeFileSync(file, await makePdf([{ texts: [{ text: `Letter ${index}`, x: 25, y: 120 }] }]));
    files.push(file);
  }
  rig.pushes.length = 0;
  await rig.drop(files);
  const desk = good(await rig.ask['mailings.cards']());
  expect(desk.map(({ fileName }) => fileName)).toEqual(files.map((file) => file.split('/').at(-1)));
  expect(readdirSync(join(rig.folder, 'data', 'archive')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('what the order asks of a letter stands on its card, before anything is sent, and after a restart', async () => {
  const rig = await letterRig();
  const file = await rig.write('Plain');
  const [id = ''] = await rig.drop([file], { addressLines: [], country: 'CH' });
  const blocked = async (ask: ServicesRig['ask'] = rig.ask) =>
    good(await ask['mailings.cards']())
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'blocked')
      .map(({ code, params }) => [code, params['reason']]);
  const order = mailingSettingsSchema.parse({ postage: 'A' });
  expect(await blocked()).toEqual([]);
  good(await rig.ask['mailings.setOrder']({ ...order, coverSheet: true }));
  expect(await blocked()).toEqual([['addrLines', 'coversheet']]);
  good(await rig.ask['mailings.setOrder']({ ...order, bundling: true }));
  expect(await blocked()).toEqual([['addrLines', 'bundling']]);
  const wish = { mailingId: 'mailing-plain', accountId: rig.account.id, cardIds: [id] };
  expect(await rig.ask['mailings.send']({ ...wish, settings: { ...order, bundling: true } })).toMatchObject({
    ok: false,
    error: { code: 'bad-input', detail: 'addrLines' },
  });
  good(await rig.ask['mailings.change']({ ids: [id], settings: { sendBy: 'email' } }));
  expect(await blocked()).toEqual([['addrEmailMissing', undefined]]);
  good(await rig.ask['mailings.change']({ ids: [id], settings: { to: ['anna@example.com'] } }));
  expect(await blocked()).toEqual([]);

  await rig.services.stop();
  const again = await servicesRig(join(rig.folder, 'data'), { spawnPreflight: spawnHere });
  expect(good(await again.ask['mailings.order']())).toEqual({ ...order, bundling: true });
  good(await again.ask['mailings.change']({ ids: [id], settings: { sendBy: 'post' } }));
  expect(await blocked(again.ask)).toEqual([['addrLines', 'bundling']]);
  const address = ['Frau', 'Anna Plain', 'Bahnhofstrasse 4', '3007 Bern'];
  good(await again.ask['mailings.change']({ ids: [id], settings: { addressLines: address } }));
  expect(await blocked(again.ask)).toEqual([]);
});

test('letters that wait for a test are not turned into real ones by a change of their account, nor the other way', async () => {
  const rig = await letterRig();
  good(await rig.ask['settings.change']({ undoTime: 600 }));
  const { id, service, name, settings } = rig.account;
  const save = (environment: 'production' | 'test' | 'sandbox' | 'custom') =>
    rig.ask['accounts.save']({ id, service, name, settings: { ...settings, environment } });
  good(await save('test'));
  const cardIds = await rig.drop([await rig.write('Letter')]);
  const order = { mailingId: 'mailing-1', accountId: id, cardIds, settings: mailingSettingsSchema.parse({}) };
  good(await rig.ask['mailings.send'](order));
  expect(await save('production')).toMatchObject({
    ok: false,
    error: { code: 'conflict', detail: 'lettersWait', field: 'environment' },
  });
  good(await save('sandbox'));
  expect(good(await rig.ask['outbox.undo']({}))).toMatchObject({ undone: 1 });
  good(await save('production'));
});
