import { describe, expect, it } from 'vitest';
import { fromTsv, spread, toHtml, toTsv } from '../../../../../renderer/ui/grid/clipboard.ts';

describe('clipboard', () => {
  it('brings cells with tabs, quotes and line breaks through text and back', () => {
    const cells = [
      ['a', 'tab\there', 'say "hi"'],
      ['', 'two\nlines', '07105'],
    ];
    expect(fromTsv(toTsv(cells))).toEqual(cells);
  });

  it('takes the line break at the end as the end of the last row', () => {
    expect(fromTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('takes a lone quote as a letter', () => {
    expect(fromTsv('"5 inch\tb')).toEqual([['"5 inch', 'b']]);
    expect(fromTsv('"a"b\tc')).toEqual([['"a"b', 'c']]);
  });

  it('marks cells of the HTML as text and hides no markup in them', () => {
    expect(toHtml([['<b>', '007']])).toContain('&lt;b&gt;');
    expect(toHtml([['007']])).toContain('mso-number-format');
  });

  it('fills a range with one cell, repeats rows when the range is a multiple', () => {
    expect(spread([['x']], 2, 2)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
    expect(spread([['1'], ['2']], 4, 1)).toEqual([['1'], ['2'], ['1'], ['2']]);
    expect(spread([['1'], ['2']], 3, 1)).toEqual([['1'], ['2']]);
  });
});
