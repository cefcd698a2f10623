import { expect, test } from 'vitest';
import { inTurns } from '../../../../renderer/mailings/inTurns.ts';

test('one reading at a time, and a storm of news costs one more', async () => {
  const reads: string[][] = [];
  let finish: () => void = () => undefined;
  let under = 0;
  const load = inTurns(async (ids) => {
    under += 1;
    expect(under).toBe(1);
    reads.push([...ids]);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    under -= 1;
  });
  const first = load(['a']);
  await Promise.resolve();
  await Promise.resolve();
  const storm = [load(['b']), load(['c']), load(['b'])];
  finish();
  await first;
  await expect.poll(() => reads.length).toBe(2);
  finish();
  await Promise.all(storm);
  expect(reads).toEqual([['a'], ['b', 'c']]);
});

test('asked without ids, everything is read; a failure is told and the next turn comes', async () => {
  const reads: number[] = [];
  let bad = true;
  const load = inTurns(async (ids) => {
    reads.push(ids.length);
    if (bad) throw new Error('no answer');
    return Promise.resolve();
  });
  const [named, all] = [load(['a']), load()];
  await expect(named).rejects.toThrow('no answer');
  await expect(all).rejects.toThrow('no answer');
  bad = false;
  await load();
  expect(reads).toEqual([0, 0]);
});
