import { expect, test } from 'vitest';
import { defaultProfile } from '../../../../shared/mailings/letterProfiles.ts';
import {
  addressedPages,
  lettersEvery,
  lettersFrom,
  type PageLines,
} from '../../../../shared/mailings/letters.ts';

const line = (text: string, y: number) => ({ text, x: 122, y, width: 40, height: 4 });
const page = (number: number, lines: readonly string[]): PageLines => ({
  number,
  width: 210,
  height: 297,
  lines: lines.map((text, index) => line(text, 58 + index * 5)),
});

test('a letter begins where an address stands in the window; the cover before it belongs to the first', () => {
  const pages = [
    page(1, ['Contents']),
    page(2, ['Anna Ahorn', 'Dorfstrasse 3', '3007 Bern']),
    page(3, ['and so on', 'and on', 'and on']),
    page(4, ['Berta Birke', 'Seestrasse 2', '6003 Luzern']),
  ];
  expect(addressedPages(pages, defaultProfile)).toEqual([
    { page: 2, address: ['Anna Ahorn', 'Dorfstrasse 3', '3007 Bern'] },
    { page: 4, address: ['Berta Birke', 'Seestrasse 2', '6003 Luzern'] },
  ]);
  expect(lettersFrom([2, 4], 5)).toEqual([
    { first: 1, last: 3 },
    { first: 4, last: 5 },
  ]);
});

test.each([
  [
    1,
    3,
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    2,
    5,
    [
      [1, 2],
      [3, 4],
      [5, 5],
    ],
  ],
  [9, 5, [[1, 5]]],
  [500, 0, []],
])('every %i of %i pages: no page is lost or comes twice', (every, pageCount, letters) => {
  expect(lettersEvery(every, pageCount).map(({ first, last }) => [first, last])).toEqual(letters);
});
