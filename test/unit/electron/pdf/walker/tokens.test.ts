import { expect, it } from 'vitest';
import { Tokens } from '../../../../../electron/pdf/walker/tokens.ts';
import { parseToUnicode } from '../../../../../electron/pdf/walker/unicode.ts';
import { readFrame } from '../../../../../electron/pdf/walker/tail.ts';
import { Budget } from '../../../../../electron/pdf/walker/budget.ts';

const all = (text: string | Uint8Array) => {
  const tokens = new Tokens(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  const out: [string, unknown[]][] = [];
  for (let op = tokens.next(); op !== null; op = tokens.next()) {
    out.push([
      op,
      tokens.operands.map((o) => (o instanceof Uint8Array ? Buffer.from(o).toString('latin1') : o)),
    ]);
  }
  return { out, tokens };
};

it('reads numbers, names, strings, arrays and dictionaries', () => {
  expect(all('1 -2.5 .5 +3 4. /A#20b (a\\(b\\)\\n\\101(c)) <48 6 5 7> cm').out).toEqual([
    ['cm', [1, -2.5, 0.5, 3, 4, '/A b', 'a(b)\nA(c)', 'Hep']],
  ]);
  expect(all('/P <</MCID 0 /X [1 2]>> BDC % note\n[(a) -20 (b)] TJ').out.map(([op]) => op)).toEqual([
    'BDC',
    'TJ',
  ]);
  expect(all('true false null x').out).toEqual([['x', [null, null, null]]]);
});

it('steps over inline pictures, even when EI is among the data', () => {
  const { out, tokens } = all('q BI /W 4 /H 2 /IM true /F [/Fl] ID \x00\xffab EI\x01\x02 EI Q 1 g');
  expect(out.map(([op]) => op)).toEqual(['q', 'BI', 'Q', 'g']);
  expect(tokens.image).toEqual({ width: 4, height: 2, stencil: true, colour: '', filter: 'Fl' });
});

it.each(['(never closed', '<', '[', '<<', '[[[[', 'BI /W', '))>>]]', '\xff\xfe', '/'.repeat(100), '<4'])(
  'ends on %j',
  (text) => {
    expect(all(text).out.length).toBeLessThan(3);
  },
);

it('reads character maps: single, ranges, lists, ligatures', () => {
  const map = parseToUnicode(
    '2 beginbfchar <01> <0041> <0002><00660069> endbfchar 2 beginbfrange <10><12><0061> <20> <21> [<00E4> <00F6>] endbfrange',
  );
  expect([...map]).toEqual([
    [1, 'A'],
    [2, 'fi'],
    [16, 'a'],
    [17, 'b'],
    [18, 'c'],
    [32, 'ä'],
    [33, 'ö'],
  ]);
  expect(parseToUnicode('beginbfrange <0000> <ffffffff> <0041> endbfrange').size).toBeLessThan(70_000);
});

it('looks at the first and last bytes of a file', () => {
  const file = (head: string, target: number, rest = '') =>
    Buffer.from(`${head}%PDF-1.4\nxref\n0 1\nstartxref\n${target}\n%%EOF\n${rest}`);
  expect(readFrame(file('', 9))).toEqual({ headerAt: 0, version: '1.4', tailOk: true, trailing: 0 });
  expect(readFrame(file('junk\n', 9))).toMatchObject({ headerAt: 5, tailOk: true });
  expect(readFrame(file('', 900))).toMatchObject({ tailOk: false });
  expect(readFrame(file('', 9, 'abc\n'))).toMatchObject({ trailing: 3 });
  expect(readFrame(Buffer.alloc(5000))).toEqual({
    headerAt: null,
    version: null,
    tailOk: false,
    trailing: 0,
  });
  expect(readFrame(Buffer.concat([Buffer.alloc(20_000), file('', 9)]))).toMatchObject({ headerAt: null });
});

it('has a budget that runs out', () => {
  const few = new Budget(3, 1e9);
  expect([few.take(), few.take(), few.take(), few.take()]).toEqual([true, true, false, false]);
});
