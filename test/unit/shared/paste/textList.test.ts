import { expect, test } from 'vitest';
import { TextList } from '../../../../shared/paste/cells/textList.ts';

test('a list of texts gives each back, however many there are', () => {
  const texts = Array.from({ length: 10_000 }, (_, n) => (n % 7 === 0 ? '' : `Müller ${n} 🎵`));
  const list = new TextList();
  for (const text of texts) list.push(text);
  expect(list.length).toBe(10_000);
  expect(texts.map((_, n) => list.at(n))).toEqual(texts);
  expect(list.at(10_000)).toBe('');
  expect(list.at(20_000)).toBe('');
  expect(list.at(-1)).toBe('');
});

test('an empty list has nothing', () => {
  expect(new TextList().length).toBe(0);
  expect(new TextList().at(0)).toBe('');
});
