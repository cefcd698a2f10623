import { expect, test } from 'vitest';
import { oneAtATime } from '../../../../shared/lib/oneAtATime.ts';

test('work begins when the one before has ended, and a failure is told to its caller alone', async () => {
  const queue = oneAtATime();
  const steps: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === 'b') throw new Error('no');
    return name;
  };
  const all = await Promise.allSettled([queue(work('a')), queue(work('b')), queue(work('c'))]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
