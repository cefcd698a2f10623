import { de, set, us } from './cells.ts';
import type { Dirt } from './cells.ts';

/** Postcodes and ids that a program spoiled. */
export const spoiledCodes: Dirt[] = [
  {
    kind: 'zero lost',
    field: 'zip',
    header: 'Zip',
    fits: (c) => /^0\d+$/.test(c.Zip) && c.Country !== 'KR',
    spoil: set('Zip', (was) => was.replace(/^0+/, '')),
  },
  {
    kind: 'zero added',
    field: 'zip',
    header: 'Zip',
    fits: (c) => c.Country === 'CH' || c.Country === 'AT',
    spoil: set('Zip', (was) => `0${was}`),
  },
  { kind: 'apostrophe', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `'${was}`) },
  { kind: 'scientific', field: 'sku', header: 'SKU', spoil: set('SKU', () => '7E+05', 'lost') },
  { kind: 'id with E', field: 'sku', header: 'SKU', spoil: set('SKU', () => '2.19E+26', 'lost') },
  { kind: 'date', field: 'sku', header: 'SKU', spoil: set('SKU', () => 'Jun-08', 'lost') },
  {
    kind: 'point zero',
    field: 'zip',
    header: 'Zip',
    fits: us,
    spoil: set('Zip', (was) => `${Number(was)}.0`),
  },
  {
    kind: 'thousands',
    field: 'sku',
    header: 'SKU',
    fits: (c) => /^\d{5}$/.test(c.SKU),
    spoil: set('SKU', (was) => `${was.slice(0, 2)},${was.slice(2)}`),
  },
  {
    kind: 'zip+4',
    field: 'zip',
    header: 'Zip',
    fits: us,
    spoil: (c) => ((c.Zip = `${c.Zip}1234`), `${c.Zip.slice(0, 5)}-1234`),
  },
  {
    kind: 'hyphen',
    field: 'zip',
    header: 'Zip',
    fits: (c) => ['PL', 'PT', 'JP'].includes(c.Country),
    spoil: set('Zip', (was) => was.replace('-', '')),
  },
  {
    kind: 'blank',
    field: 'zip',
    header: 'Zip',
    fits: (c) => c.Country === 'UK',
    spoil: set('Zip', (was) => was.replace(' ', '')),
  },
  {
    kind: 'prefix',
    field: 'zip',
    header: 'Zip',
    fits: (c) => ['DE', 'CH', 'LU'].includes(c.Country),
    spoil: set('Zip', (was, c) => `${c.Country === 'DE' ? 'D' : c.Country === 'LU' ? 'L' : 'CH'}-${was}`),
  },
  {
    kind: 'letter O',
    field: 'zip',
    header: 'Zip',
    fits: (c) => us(c) && c.Zip.includes('0'),
    spoil: set('Zip', (was) => was.replace('0', 'O')),
  },
  {
    kind: 'full width',
    field: 'zip',
    header: 'Zip',
    fits: de,
    spoil: set('Zip', (was) => was.replaceAll(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))),
  },
  { kind: 'text guard', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `="${was}"`) },
  { kind: 'unit separator', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `\x1f${was}`) },
];
