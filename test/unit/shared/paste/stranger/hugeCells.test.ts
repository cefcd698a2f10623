import { expect, it } from 'vitest';
import { read, sheet } from './oneSheet.ts';

/** Texts on which patterns of words, numbers and blanks take the square of the length: with these lengths, minutes. */
const length = 200_000;
const huge: Record<string, string> = {
  digits: '1'.repeat(length),
  blanks: `a${' '.repeat(length)}b`,
  signs: 'a@'.repeat(length / 2),
  hyphens: '-'.repeat(length),
  lines: 'a,\n'.repeat(length / 3),
};
const columns = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

for (const [what, text] of Object.entries(huge))
  it(`a cell of ${what} without end holds nothing up, in whatever column`, () => {
    const report = read(sheet(...columns.map((column) => ({ [column]: text })), {}));
    expect(report.orders.flatMap(({ records }) => records)).toContain(columns.length + 2);
    expect(report.flags.some(({ code }) => code === 'tooLong')).toBe(true);
    expect(report.flags.every(({ record }) => record < columns.length + 2)).toBe(true);
  });
