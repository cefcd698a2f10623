import { PasteSession } from './pasteSession.ts';
import { breath } from './slices.ts';

/** After fewer, half of what a paste needs is not compiled yet, and its first rows take twice as long. */
const rounds = 8;

/** More than are read before the first ones are shown, so that both are done as in a large paste. */
const rowsOfEach = 1000;

/** Edits of each round. */
const edits = 6;

/**
 * Takes in a small made-up paste and forgets it: what the engine compiles and the tables of countries and postcodes
 * are ready then, so that the first real paste shows its rows, and the first real edit has its answer, as soon as any
 * later one. The page is answered between.
 */
export async function warmUp(): Promise<void> {
  const session = new PasteSession(() => undefined);
  const rows = Array.from({ length: rowsOfEach }, (_, n) => {
    const [city, state, zip, country] =
      n % 2 === 0 ? ['Boston', 'MA', '02108', 'US'] : ['Köln', '', '50667', 'DE'];
    return `W-${n}\t${n % 9 === 0 ? '66750 ' : '66750'}\t${1 + (n % 3)}\tAnn Müller${n}\tVerlag ${n % 9}\t${n} Elm Street\tHaus ${n % 9}\t${city}\t${state}\t${zip}\t${country}\ta${n}@example.org\tstandard\t9.50\tNote ${n}`;
  });
  // As wide as most exports, with headers that have to be thought about.
  const head =
    'Order no\tSKU\tQty\tShip Name\tCompany\tAddress 1\tAddress 2\tCity\tProvince\tZIP\tCtry\tE-Mail\tShipping method\tPrice\tNote';
  for (let round = 0; round < rounds; round += 1) {
    await session.open({ kind: 'text', text: [head, ...rows].join('\n'), html: '' });
    await breath();
    for (let edit = 0; edit < edits; edit += 1) {
      // A postcode that is none makes the other cells be looked at too: the dearest check of a row.
      session.change([{ row: round * edits + edit, column: 9, value: `X${edit}` }]);
      await breath();
    }
  }
}
