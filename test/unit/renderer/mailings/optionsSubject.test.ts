import { expect, test } from 'vitest';
import { optionsSubject } from '../../../../renderer/mailings/optionsSubject.ts';
import type { Card } from '../../../../shared/contract/mailings.ts';

const card = (id: string) => ({ id }) as Card;
const cards = [card('a'), card('b'), card('c')];
const ids = (shown: string | null, ...selected: string[]) => {
  const subject = optionsSubject(cards, shown, new Set(selected));
  return [subject?.shown.id, subject?.card.id, subject?.chosen.map(({ id }) => id).join('')];
};

test('what is ticked is changed; to whom a letter goes belongs to the one in the preview', () => {
  expect(ids('b', 'a', 'b', 'c')).toEqual(['b', 'b', 'abc']);
  expect(ids('b')).toEqual(['b', 'b', 'b']);
  // The preview shows one that is not ticked: its address is meant, the others' options.
  expect(ids('b', 'a', 'c')).toEqual(['b', 'a', 'ac']);
  expect(ids('gone', 'c')).toEqual(['a', 'c', 'c']);
  expect(optionsSubject([], 'a', new Set(['a']))).toBeNull();
});

test('other documents are another subject, the same ones with other values are not', () => {
  const key = (shown: string, ...selected: string[]) => optionsSubject(cards, shown, new Set(selected))?.key;
  expect(key('a', 'a', 'b')).toBe(key('a', 'b', 'a'));
  expect(new Set([key('a'), key('b'), key('a', 'b'), key('b', 'a', 'b'), key('a', 'c')]).size).toBe(5);
});
