import { expect, it } from 'vitest';
import { roomFor } from '../../../../../renderer/ui/grid/textRoom.ts';

it('never promises that a text fits when it may not', () => {
  expect(roomFor('')).toBe(0);
  expect(roomFor('WWWW')).toBeGreaterThan(4);
  expect(roomFor('10115')).toBeGreaterThan(3.2);
  for (const text of ['日本', 'Zoë', 'a\nb', 'a\tb', 'naïve']) expect(roomFor(text)).toBe(Infinity);
  expect(roomFor('Person Nr12345')).toBeLessThan(10);
});
