import { expect, it } from 'vitest';
import type { Mailing } from '../../../../shared/contract/mailings.ts';
import { keepSame, keepSameMailings } from '../../../../renderer/mailings/keepSame.ts';

const mailing = (id: string, ...steps: string[]): Mailing =>
  ({ id, documents: steps.map((step, at) => ({ id: `${id}${at}`, step })) }) as unknown as Mailing;

it('keeps what is as before, takes what changed and what is new, drops what is gone', () => {
  const before = [
    { id: 'a', step: 1 },
    { id: 'b', step: 1 },
    { id: 'c', step: 1 },
  ];
  const now = keepSame(before, [
    { id: 'b', step: 2 },
    { id: 'a', step: 1 },
    { id: 'd', step: 1 },
  ]);
  expect(now).toEqual([
    { id: 'b', step: 2 },
    { id: 'a', step: 1 },
    { id: 'd', step: 1 },
  ]);
  expect(now[1]).toBe(before[0]);
  expect(now[0]).not.toBe(before[1]);
});

it('keeps the documents of a changed mailing that did not change', () => {
  const before = [mailing('a', 'uploading', 'uploading'), mailing('b', 'uploading')];
  const now = keepSameMailings(before, [mailing('a', 'accepted', 'uploading'), mailing('b', 'uploading')]);
  expect(now).toEqual([mailing('a', 'accepted', 'uploading'), mailing('b', 'uploading')]);
  expect(now[0]).not.toBe(before[0]);
  expect(now[0]?.documents[1]).toBe(before[0]?.documents[1]);
  expect(now[1]).toBe(before[1]);
});
