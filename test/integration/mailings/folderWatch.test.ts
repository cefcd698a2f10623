import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFolderWatch } from '../../../electron/mailings/folderWatch.ts';
import { deskRig, type DeskRig } from '../../fixtures/deskRig.ts';
import { ownFolder } from '../../fixtures/engine.ts';

const whole = (word: string): string => `%PDF-1.7\n${word}\n%%EOF\n`;

async function watching(rig: DeskRig, folder: string) {
  const states: string[] = [];
  const watch = createFolderWatch({
    ...rig,
    byHand: true,
    onState: () => states.push(watch.state().trouble),
  });
  onTestFinished(() => watch.stop());
  await watch.follow(folder);
  const later = async (ms: number): Promise<void> => {
    rig.clock.now += ms;
    await watch.look();
  };
  const names = async (): Promise<string[]> =>
    (await rig.db.call('cards.list')).map(({ fileName }) => fileName);
  return { watch, states, later, names };
}

test('a PDF comes to the desk once it lies still, says where from, and never again', async () => {
  const [rig, folder] = [await deskRig(), ownFolder()];
  const { later, names, watch } = await watching(rig, folder);
  writeFileSync(join(folder, 'a.pdf'), whole('a'));
  writeFileSync(join(folder, 'notes.txt'), 'x');
  writeFileSync(join(folder, '.hidden.pdf'), whole('h'));
  mkdirSync(join(folder, 'sub.pdf'));
  symlinkSync(join(folder, 'a.pdf'), join(folder, 'link.pdf'));
  await later(0);
  expect(await names()).toEqual([]);
  expect(watch.state().waiting).toBe(1);
  await later(2_000);
  expect(await names()).toEqual(['a.pdf']);
  const [card] = await rig.db.call('cards.list');
  expect(card?.cameFrom).toBe(folder.split('/').at(-1));
  expect(watch.state()).toMatchObject({ taken: 1, waiting: 0, trouble: '' });
  await rig.db.call('cards.remove', { ids: [card?.id ?? ''] });
  await later(60_000);
  expect(await names()).toEqual([]);
});

test('a file that is still being written waits; so does half a file that only pauses', async () => {
  const [rig, folder] = [await deskRig(), ownFolder()];
  const { later, names } = await watching(rig, folder);
  const file = join(folder, 'big.pdf');
  writeFileSync(file, '%PDF-1.7\nfirst half');
  await later(0);
  await later(5_000);
  await later(20_000);
  expect(await names()).toEqual([]);
  appendFileSync(file, '\nsecond half\n%%EOF\n');
  await later(100);
  await later(1_000);
  expect(await names()).toEqual([]);
  await later(1_500);
  expect(await names()).toEqual(['big.pdf']);
  // Renamed into place, as careful programs do it.
  writeFileSync(join(folder, 'x.part'), whole('x'));
  renameSync(join(folder, 'x.part'), join(folder, 'x.pdf'));
  await later(0);
  await later(2_000);
  expect(await names()).toEqual(['big.pdf', 'x.pdf']);
  // Broken for good: taken in the end, so that preflight can say so; an empty one never.
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7 cut');
  writeFileSync(join(folder, 'empty.pdf'), '');
  await later(0);
  await later(31_000);
  expect(await names()).toEqual(['big.pdf', 'x.pdf', 'broken.pdf']);
});

test('once by name and content, also over a restart; what came meanwhile is taken then', async () => {
  const [rig, folder] = [await deskRig(), ownFolder()];
  const first = await watching(rig, folder);
  writeFileSync(join(folder, 'a.pdf'), whole('a'));
  await first.later(0);
  await first.later(2_000);
  await first.watch.stop();
  writeFileSync(join(folder, 'b.pdf'), whole('b'));
  const second = await watching(rig, folder);
  await second.later(2_000);
  expect(await second.names()).toEqual(['a.pdf', 'b.pdf']);
  // Written again with the same bytes: known. With other bytes: a new letter. Under another name: another letter.
  writeFileSync(join(folder, 'a.pdf'), whole('a'));
  writeFileSync(join(folder, 'c.pdf'), whole('a'));
  await second.later(0);
  await second.later(2_000);
  expect(await second.names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  writeFileSync(join(folder, 'a.pdf'), whole('A, corrected'));
  await second.later(0);
  await second.later(2_000);
  expect(await second.names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'a.pdf']);
});

test('a folder that is gone is said, and taken up when it is back; another folder leaves the first alone', async () => {
  const [rig, folder, other] = [await deskRig(), ownFolder(), ownFolder()];
  const { watch, later, names, states } = await watching(rig, folder);
  rmSync(folder, { recursive: true });
  await later(1_000);
  expect(watch.state().trouble).toBe('missing');
  mkdirSync(folder);
  writeFileSync(join(folder, 'late.pdf'), whole('late'));
  await later(1_000);
  await later(2_000);
  expect(watch.state().trouble).toBe('');
  expect(states).toContain('missing');
  expect(await names()).toEqual(['late.pdf']);
  await watch.follow(other);
  writeFileSync(join(folder, 'unseen.pdf'), whole('unseen'));
  await later(0);
  await later(2_000);
  expect(await names()).toEqual(['late.pdf']);
  await watch.follow('');
  expect(watch.state()).toMatchObject({ folder: '', waiting: 0 });
});
