import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkAgain, intake, resumeChecks } from '../../../electron/mailings/intake.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { emptyFacts, type Facts } from '../../../shared/mailings/facts.ts';
import { deskRig, stubPreflight, type DeskRig } from '../../fixtures/deskRig.ts';

/** A desk whose preflight answers what it is told, and one PDF dropped on it. */
async function dropped(
  first: Result<Facts>,
): Promise<{ rig: DeskRig; id: string; say: (next: Result<Facts>) => void }> {
  const rig = await deskRig();
  let answer = first;
  rig.preflight = { ...stubPreflight('fails'), examine: () => Promise.resolve(answer) };
  const file = join(rig.folder, 'Letter.pdf');
  writeFileSync(file, '%PDF-1.7 letter');
  const { cards } = await intake(rig, [file]);
  return { rig, id: cards[0] ?? '', say: (next) => (answer = next) };
}

const card = async (rig: DeskRig) => (await rig.db.call('cards.list'))[0];

test.each([
  [fail('timeout'), 'slow'],
  [fail('file-unreadable', 'stopped'), 'crash'],
  [fail('file-unreadable', 'memory'), 'memory'],
  [fail('internal', 'no child'), 'other'],
])('what could not be examined says why, and is examined again on demand: %o', async (answer, reason) => {
  const { rig, id, say } = await dropped(answer);
  await vi.waitFor(async () => expect((await card(rig))?.state).toBe('unreadable'));
  expect((await card(rig))?.findings).toMatchObject([
    { code: 'fileUnchecked', severity: 'blocked', params: { reason } },
  ]);
  say(ok({ ...emptyFacts(15), headerAt: 0, encryption: 'password' }));
  expect(await checkAgain(rig, id)).toEqual(ok(undefined));
  expect((await card(rig))?.findings).toMatchObject([{ code: 'encPassword' }]);
});

test('what was being examined when Postroom ended is no unreadable file: it is examined at the next start', async () => {
  const { rig, say } = await dropped(fail('cancelled'));
  // The first of a pile is answered for before the pile is.
  const pile = ['One', 'Two'].map((name) => join(rig.folder, `${name}.pdf`));
  for (const file of pile) writeFileSync(file, `%PDF-1.7 ${file}`);
  await intake(rig, pile);
  expect((await rig.db.call('cards.list')).map(({ state }) => state)).toEqual(Array(3).fill('checking'));
  say(ok({ ...emptyFacts(15), headerAt: 0, encryption: 'password' }));
  await resumeChecks(rig);
  expect((await rig.db.call('cards.list')).map(({ findings }) => findings[0]?.code)).toEqual(
    Array(3).fill('encPassword'),
  );
});
