import { fold } from '../address/fold.ts';
import type { ColumnRole } from './fields.ts';
import type { KnownProduct } from './pasteTypes.ts';
import type { PastOrders } from './radar/historyIndex.ts';
import { readTable } from './readTable.ts';
import { normHeader, readHeader } from './recognise/headerWords.ts';
import { recognise } from './recognise/recognise.ts';

type Plain = Record<string, unknown>;

/** The name a record's value gets when its header is known; other values keep their folded header. */
const keyOf: Partial<Record<ColumnRole, string>> = {
  invoice: 'invoice',
  sku: 'sku',
  title: 'title',
  name: 'name',
  firstName: 'first name',
  lastName: 'last name',
  addr: 'addr',
  zip: 'zip',
  country: 'country',
  email: 'email',
};

/** JSON (array, object with one array, lines) or delimited text (any shop's export), as records with folded keys. */
function readRecords(text: string): Plain[] {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') && !trimmed.startsWith('{')) return readDelimited(text);
  const whole = tryJson(trimmed);
  const data = whole ?? trimmed.split('\n').map((line) => tryJson(line.trim()));
  return listIn(data).map(foldKeys);
}

/** The columns are recognised as those of a paste; a row that continues an order above has its person. */
function readDelimited(text: string): Plain[] {
  const { records } = readTable(text);
  const { headers, mapping } = recognise(records);
  const keys = headers.map((header, c) => keyOf[mapping.roles[c] ?? 'none'] ?? normHeader(header));
  let above: Plain = {};
  return records
    .slice(mapping.headerRecord)
    .filter((record) => record.some((cell) => cell !== ''))
    .map((record) => {
      const own = Object.fromEntries(keys.flatMap((key, c) => (record[c] ? [[key, record[c]]] : [])));
      const continues =
        own.invoice === above.invoice && ['name', 'last name', 'addr', 'zip'].every((key) => !(key in own));
      above = continues && own.invoice !== undefined ? { ...above, sku: '', title: '', ...own } : own;
      return above;
    });
}

const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // JSON lines, or no JSON at all
    throw error;
  }
};

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(data: unknown): Plain[] {
  if (Array.isArray(data)) return data.filter(isPlain);
  if (!isPlain(data)) return [];
  const list = Object.values(data).find((value) => Array.isArray(value) && value.some(isPlain));
  if (Array.isArray(list)) return list.filter(isPlain);
  const entries = Object.entries(data);
  if (entries.length > 0 && entries.every(([, value]) => isPlain(value) || typeof value === 'string'))
    return entries.map(([key, value]) =>
      isPlain(value) ? { id: key, ...value } : { sku: key, productid: value },
    );
  return [data];
}

function foldKeys(record: Plain): Plain {
  const folded = Object.entries(record).map(([key, value]): [string, unknown] => [normHeader(key), value]);
  // What a key is called by its meaning comes second: never in place of a key that is there.
  const known = folded.map(([key, value]): [string, unknown] => [
    keyOf[readHeader(key)?.role ?? 'none'] ?? key,
    value,
  ]);
  return { ...Object.fromEntries(known), ...Object.fromEntries(folded) };
}

const text = (record: Plain, ...keys: string[]): string => {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
};

/** A product list of any shape: id, title and SKUs. */
export function readProductsText(source: string): KnownProduct[] {
  const table = /^\s*[[{]/u.test(source) ? [] : readTable(source).records.slice(0);
  const head = (table[0] ?? []).map((cell) => fold(cell));
  const records =
    table.length === 0
      ? readRecords(source)
      : table
          .slice(1)
          .map((cells) => foldKeys(Object.fromEntries(head.map((key, c) => [key, cells[c] ?? '']))));
  const products = records.map(productOf).filter((one) => one.productId !== '' || one.title !== '');
  if (products.some((one) => one.productId !== '')) return products;
  // No header, or none that says anything: the first column is the id, the second the title.
  return table.map(([id = '', title = '']) => ({ productId: id.trim(), title: title.trim(), skus: [] }));
}

function productOf(record: Plain): KnownProduct {
  const list = record.skus ?? record.aliases;
  const skus = Array.isArray(list) ? list.map(String) : text(record, 'skus', 'aliases').split(/[|;,]\s*/u);
  const own = Object.keys(record).filter((key) => /\bsku\b/u.test(key));
  const sku = text(record, 'sku', 'code');
  const id = text(
    record,
    'product id',
    'productid',
    'trepstar product id',
    'trepstar id',
    'project id',
    'id',
    'project',
  );
  return {
    productId: id === '' ? sku : id,
    title: text(record, 'title', 'name', 'product', 'product name', 'product title', 'label', 'description'),
    skus: [...new Set([...skus, sku, ...own.map((key) => text(record, key))])].filter((one) => one !== ''),
  };
}

/** A date as people and programs write it, as ISO; 15.11.2026 is never May. What is no such date stays. */
function readDate(at: string): string {
  const iso = (year: number, month: number, day: number): string =>
    `${year < 100 ? 2000 + year : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u.exec(at.trim());
  if (parts !== null) {
    const [a, b, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
    const dayFirst = parts[2] === '.' || a > 12;
    return dayFirst ? iso(year, b, a) : iso(year, a, b);
  }
  if (/^\d{13}$/u.test(at)) return new Date(Number(at)).toISOString();
  if (/^\d{10}$/u.test(at)) return new Date(Number(at) * 1000).toISOString();
  return at;
}

const dateWord = /\b(?:date|datum|data|paid at|am|le|il|on|at)\b/u;

/** Past orders of any shape, for the duplicate radar. */
export function readHistoryText(source: string): PastOrders {
  const past = {
    invoices: [] as string[],
    names: [] as string[],
    postcodes: [] as string[],
    countries: [] as string[],
    addresses: [] as string[],
    emails: [] as string[],
    productIds: [] as string[],
    at: [] as string[],
  };
  for (const record of readRecords(source)) {
    const items = record.items ?? record.lines ?? record.products;
    const products = Array.isArray(items)
      ? items.flatMap((item: unknown) => (isPlain(item) ? productNames(foldKeys(item)) : [String(item)]))
      : productNames(record);
    for (const product of products.length === 0 ? [''] : products) {
      past.invoices.push(text(record, 'invoice', 'order', 'order id', 'order number', 'reference'));
      past.names.push(
        text(record, 'name', 'full name', 'recipient', 'customer') ||
          `${text(record, 'first name')} ${text(record, 'last name')}`.trim(),
      );
      past.postcodes.push(text(record, 'zip', 'postcode', 'postal code', 'zip code', 'postalcode'));
      past.countries.push(text(record, 'country'));
      past.addresses.push(text(record, 'addr', 'address', 'address 1', 'street', 'address1'));
      past.emails.push(text(record, 'email', 'e mail'));
      past.productIds.push(product);
      past.at.push(
        readDate(
          text(
            record,
            'at',
            'date',
            'ordered at',
            'accepted at',
            'sent at',
            'created at',
            'ship date',
            'ordered',
            'sent',
            'shipped',
            'order date',
            'placed at',
            'placed',
            'placed on',
            'submitted at',
            'submitted',
            'created',
            'shipped at',
            'sale date',
            'purchase date',
            'timestamp',
            'time',
            'day',
            'when',
            ...Object.keys(record).filter((key) => dateWord.test(key)),
          ),
        ),
      );
    }
  }
  return past;
}

const productNames = (record: Plain): string[] =>
  [
    text(record, 'sku'),
    text(record, 'product id', 'productid', 'product', 'product ids'),
    text(record, 'title', 'item', 'product name'),
  ].filter((one) => one !== '');
