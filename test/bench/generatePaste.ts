import { headers } from './pasteSheet/cells.ts';
import type { Cells, Dirt } from './pasteSheet/cells.ts';
import { spoiledCodes } from './pasteSheet/codes.ts';
import { spoiledPlaces } from './pasteSheet/places.ts';
import { spoiledTexts } from './pasteSheet/texts.ts';
import { spoiledOrders } from './pasteSheet/orders.ts';
import { firstNames, hard, lastNames, places, products, streets } from './pasteSheet/world.ts';

/** A sheet of orders from 40 countries with the catalogue of dirt planted in known cells; the same for the same seed. */
export interface Planted {
  record: number;
  field: string;
  kind: string;
  /** What the cell should be; null = can only be flagged. */
  right: string | null;
}
export interface GeneratedPaste {
  text: string;
  planted: Planted[];
  /** Records with nothing wrong in them, hard negatives included. */
  clean: number[];
  hardNegatives: number[];
}

/** All kinds of dirt. */
export const catalogue: readonly Dirt[] = [
  ...spoiledCodes,
  ...spoiledPlaces,
  ...spoiledTexts,
  ...spoiledOrders,
];

/** Small fast generator of numbers in [0, 1). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** `dirtyShare`: share of rows with one planted fault; 0 for benchmarks. */
export function generatePaste(rows: number, seed = 1, dirtyShare = 0.1): GeneratedPaste {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const countries = Object.keys(places);
  const lines = [headers.join(',')];
  const planted: Planted[] = [];
  const clean: number[] = [];
  const hardNegatives: number[] = [];
  let next = 0;
  for (let n = 0; n < rows; n++) {
    const country = random() < 0.3 ? 'US' : (countries[n % countries.length] ?? 'US');
    const [city = '', state = '', zip = ''] = pick((places[country] ?? '').split(';')).split('|');
    const [sku, title, price] = pick(products);
    const cells: Cells = {
      'Order no': `PO-${10000 + n}`,
      SKU: sku,
      Title: title,
      Quantity: String(1 + Math.floor(random() * 3)),
      Name: `${pick(firstNames)} ${pick(lastNames)}`,
      Company: random() < 0.1 ? 'Blue Door Ltd' : '',
      Address: `${1 + n} ${pick(streets)}`,
      City: city,
      State: state,
      Zip: zip,
      Country: country,
      Email: `reader${n}@example.org`,
      Method: 'Standard',
      Price: price,
      Note: random() < 0.05 ? 'Leave at the door, thanks' : '',
    };
    const record = n + 2;
    const dirt = catalogue[next % catalogue.length];
    if (random() < dirtyShare && dirt !== undefined && (dirt.fits?.(cells) ?? true)) {
      const right = dirt.spoil(cells, n);
      planted.push({ record, field: dirt.field, kind: dirt.kind, right });
      next++;
    } else {
      if (dirtyShare > 0 && n % 50 === 7) {
        const special = hard[Math.floor(n / 50) % hard.length];
        if (special !== undefined && (special.Country !== undefined || special.City === undefined)) {
          Object.assign(cells, special);
          hardNegatives.push(record);
        }
      }
      clean.push(record);
    }
    lines.push(headers.map((header) => quoted(cells[header])).join(','));
  }
  return { text: `${lines.join('\n')}\n`, planted, clean, hardNegatives };
}
