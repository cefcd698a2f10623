import { fold } from '../address/fold.ts';
import type { KnownProduct } from './pasteTypes.ts';
import type { PastOrders } from './radar/historyIndex.ts';
import { readTable } from './readTable.ts';

type Plain = Record<string, unknown>;

/** JSON (array, object with one array, lines) or delimited text, as records with folded keys. */
function readRecords(text: string): Plain[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') || trimmed.startsWith('{')) {
    const whole = tryJson(trimmed);
    const data = whole ?? trimmed.split('\n').map((line) => tryJson(line.trim()));
    return listIn(data).map(foldKeys);
  }
  const records = readTable(text).records.slice(0);
  const head = (records[0] ?? []).map((cell) => fold(cell));
  return records
    .slice(1)
    .filter((record) => record.some((cell) => cell !== ''))
    .map((record) => Object.fromEntries(head.map((key, c) => [key, record[c] ?? ''])));
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

const foldKeys = (record: Plain): Plain =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [fold(key.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')), value]),
  );

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
  return readRecords(source).map((record) => {
    const list = record.skus ?? record.aliases;
    const skus = Array.isArray(list) ? list.map(String) : text(record, 'skus', 'aliases').split(/[|;,]\s*/u);
    const sku = text(record, 'sku', 'code', 'item code', 'artikelnummer');
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
      title: text(record, 'title', 'name', 'product', 'product name', 'product title'),
      skus: [...skus, sku].filter((one) => one !== ''),
    };
  });
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
