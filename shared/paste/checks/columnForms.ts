import { languagesOfName, readCountry } from '../../address/countries.ts';
import type { CountryForm, CountryReading } from '../../address/countries.ts';
import { fold } from '../../address/fold.ts';
import { countTexts } from '../cells/countTexts.ts';
import type { Profile } from '../recognise/profile.ts';
import type { RowList } from '../rowList.ts';

/** How a column as a whole writes countries and prices: what all rows do is the file's way, not a fault. */
export interface ColumnForms {
  country: CountryForm | '';
  /** Ways of writing countries that this shop or these headers make usual. */
  usual: ReadonlySet<CountryForm>;
  /** The column writes UK for the United Kingdom somewhere. */
  hasUk: boolean;
  /** Filled country cells. */
  countries: number;
  /** Shapes of prices with marks that are usual here (`$#.#`, `#,# €`); empty = plain numbers are. */
  prices: ReadonlySet<string>;
}

/** `Land`, `Pays`, `Paese` above the column tell its language. */
function usualForms(header: string, profile: Profile | null): ReadonlySet<CountryForm> {
  const key = fold(header);
  const forms = new Set<CountryForm>(profile?.countryNames === true ? ['de', 'fr', 'it'] : []);
  if (profile?.alpha3 === true) forms.add('alpha3');
  if (/land|lander|laender/u.test(key)) forms.add('de');
  if (/pays/u.test(key)) forms.add('fr');
  if (/paese|nazione|stato/u.test(key)) forms.add('it');
  return forms;
}

/** English names that lists do not have first, but that shops write. */
const usualEnglish = new Set(
  'czech republic/the netherlands/viet nam/russian federation/republic of korea/korea republic of/macau/turkey/republic of ireland/hong kong sar/usa/taiwan province of china/republic of moldova/moldova republic of/iran islamic republic of/bolivia plurinational state of/venezuela bolivarian republic of/tanzania united republic of/korea south'.split(
    '/',
  ),
);

/** How many prices tell how the column writes them. */
const samples = 3000;

/** Looks once through the country and price columns. */
export function findForms(
  rows: RowList,
  country: number,
  price: number,
  header: string,
  profile: Profile | null,
): ColumnForms {
  const counts = new Map<CountryForm, number>();
  let filled = 0;
  let hasUk = false;
  let plain = 0;
  let marked = 0;
  const shapes = new Map<string, number>();
  for (let i = 0; i < rows.length && i < samples && price !== -1; i++) {
    const cell = rows.cell(rows.keyAt(i), price);
    if (cell === '') continue;
    if (isPlainPrice(cell)) plain++;
    else {
      marked++;
      const shape = priceShape(cell);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    }
  }
  for (const [cell, count] of countTexts(rows, country)) {
    if (cell === '') continue;
    filled += count;
    const text = cell.trim();
    if (text === 'UK') hasUk = true;
    const reading = readCountry(text);
    if (reading === null) continue;
    // `France` is a name in several languages, and says nothing against any of them.
    for (const form of new Set<CountryForm>([reading.form, ...languagesOfName(text)]))
      counts.set(form, (counts.get(form) ?? 0) + count);
  }
  let main: CountryForm | '' = '';
  let most = 0;
  for (const [form, count] of counts)
    if (count > most) {
      most = count;
      main = form;
    }
  return {
    country: most >= 5 ? main : '',
    hasUk,
    countries: filled,
    usual: usualForms(header, profile),
    prices: usualShapes(shapes, marked, plain, profile?.moneyMarks === true),
  };
}

/** Digits aside, how a price is written: `$14.99` and `$9.00` alike. */
export const priceShape = (text: string): string =>
  text
    .trim()
    .replaceAll(/\d+/gu, '#')
    .replaceAll(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/^(\D*)#(?:[.,'’ ]#)*([.,]#)/u, '$1#$2');

/** A file that writes every price with a mark writes it so on purpose; an odd one out is a fault. */
function usualShapes(
  shapes: ReadonlyMap<string, number>,
  marked: number,
  plain: number,
  shopMarks: boolean,
): ReadonlySet<string> {
  if (marked < plain || (!shopMarks && (marked === plain || marked < 3))) return new Set();
  const few = Math.max(1, marked * 0.1);
  return new Set(
    [...shapes].flatMap(([shape, count]) => ((shopMarks && marked < 20) || count >= few ? [shape] : [])),
  );
}

/** True for a way of writing that needs no repair in this column: the gateway's code follows without doubt. */
export function isUsual(
  reading: CountryReading,
  text: string,
  forms: ColumnForms,
  isoShop: boolean,
): boolean {
  const { form, iso } = reading;
  if (form === 'iso2')
    return (
      iso !== 'GB' ||
      text === 'UK' ||
      isoShop ||
      (!forms.hasUk && forms.countries >= 5 && forms.country === 'iso2')
    );
  if (form === 'en' || text === 'USA' || forms.usual.has(form)) return true;
  if (
    form === forms.country &&
    form !== 'misspelt' &&
    form !== 'combined' &&
    form !== 'alias' &&
    form !== 'oldCode'
  )
    return true;
  return (
    (form === 'alias' || form === 'folded') && usualEnglish.has(fold(text)) && text !== text.toUpperCase()
  );
}

export const isPlainPrice = (text: string): boolean => /^\d+(?:\.\d+)?$/u.test(text);

/** $14.99, 14,99 €, 1.234,50, 14.99 USD → decimal text; null = no amount. */
export function readPrice(text: string): string | null {
  const bare = text
    .replaceAll(/[^\d.,-]/gu, '')
    .replace(/[.,]?-*$/u, '')
    .replace(/^[.,](?=\d+$)/u, '0.')
    .replace(/^[.,]/u, '');
  if (!/\d/u.test(bare) || bare.startsWith('-') || /\d[^\d.,\s'’]+\d/u.test(text)) return null;
  if (/[.,]\d{1,2}[.,]/u.test(bare) && !/^\d{1,2},\d\d,/u.test(bare)) return null; // 14.99.99
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  const decimals = Math.max(comma, point);
  if (decimals === -1) return bare;
  const after = bare.length - decimals - 1;
  if (after === 3 && (comma === -1 || point === -1)) return bare.replaceAll(/[.,]/gu, '');
  return `${bare.slice(0, decimals).replaceAll(/[.,]/gu, '')}.${bare.slice(decimals + 1)}`;
}
