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
function readRecords(text: string, bare: string): Plain[] {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') && !trimmed.startsWith('{')) return readDelimited(text);
  const whole = tryJson(trimmed);
  const data = whole ?? trimmed.split('\n').map((line) => tryJson(line.trim()));
  return listIn(data, bare).map(foldKeys);
}

/** The columns are recognised as those of a paste; a row that continues an order above has its person. */
function readDelimited(text: string): Plain[] {
  const { records } = readTable(text);
  const { headers, mapping } = recognise(records);
  const keys = headers.map((header, c) => {
    const own = normHeader(header);
    // Days as numbers look like postcodes.
    return dateWord.test(own) ? own : (keyOf[mapping.roles[c] ?? 'none'] ?? own);
  });
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

/** `bare`: what a value is that stands in a list without a name. */
function listIn(data: unknown, bare: string): Plain[] {
  if (Array.isArray(data)) {
    const isName = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
    return data.flatMap((value: unknown) =>
      isPlain(value) ? [value] : isName(value) ? [{ [bare]: value }] : [],
    );
  }
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
  // What stands inside (`recipient: { name }`) counts as the record's own.
  const inner = Object.values(record).flatMap((value) => (isPlain(value) ? Object.entries(value) : []));
  const folded = [...inner, ...Object.entries(record)]
    .filter(([, value]) => !isPlain(value))
    .map(([key, value]): [string, unknown] => [normHeader(key), value]);
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
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
};

/** TrepStar's own number of a product, as lists head it. */
const idWord =
  /^(?:trepstar )?(?:(?:product|produkt|produit|prodotto|project|projekt) ?(?:id|nr|no|number|nummer)?|id(?: (?:product|produkt|produit|prodotto))?)$|\btrepstar\b.*\bid$/u;
const titleWord =
  /^(?:title|titel|titre|titolo|name|nom|nome|label|(?:product|produkt) (?:name|title|titel)|description|designation)$/u;
const skuWord = /\bskus?\b|^(?:code|ref|reference|riferimento|aliases)$/u;

/** A line of column names: one cell at least is one, none is an id with digits. */
const headsProducts = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const key = normHeader(cell);
    return (
      idWord.test(key) ||
      titleWord.test(key) ||
      skuWord.test(key) ||
      readHeader(cell)?.role === 'sku' ||
      readHeader(cell)?.role === 'title'
    );
  });

/** A product list of any shape: id, title and SKUs. */
export function readProductsText(source: string): KnownProduct[] {
  if (/^\s*[[{]/u.test(source))
    return readRecords(source, 'id')
      .map(productOf)
      .filter((one) => one.productId !== '' || one.title !== '');
  const table = readTable(source).records.slice(0);
  const head = table.slice(0, 20).findIndex(headsProducts);
  const keys = (table[head] ?? []).map(normHeader);
  const products = table
    .slice(head + 1)
    .map((cells) => productOf(foldKeys(Object.fromEntries(keys.map((key, c) => [key, cells[c] ?? ''])))))
    .filter((one) => one.productId !== '' || one.title !== '');
  if (products.some((one) => one.productId !== '')) return products;
  // No header, or none that says anything: the first column is the id, the second the title.
  return table
    .slice(head + 1)
    .map(([id = '', title = '']) => ({ productId: id.trim(), title: title.trim(), skus: [] }))
    .filter((one) => /[\p{L}\p{N}]/u.test(one.productId) && !one.productId.startsWith('sep='));
}

function productOf(record: Plain): KnownProduct {
  const keys = Object.keys(record);
  const list = record.skus ?? record.aliases;
  const skus = Array.isArray(list) ? list.map(String) : text(record, 'skus', 'aliases').split(/[|;,]\s*/u);
  const own = keys.filter((key) => /\bsku\b/u.test(key));
  const sku = text(
    record,
    'sku',
    ...keys.filter((key) => skuWord.test(key) && key !== 'skus' && key !== 'aliases'),
  );
  const id = text(record, ...keys.filter((key) => idWord.test(key) && key !== 'product'));
  return {
    productId: id === '' ? sku : id,
    title: text(record, 'title', 'name', 'product', ...keys.filter((key) => titleWord.test(key))),
    skus: [...new Set([...skus, sku, ...own.map((key) => text(record, key))])].filter((one) => one !== ''),
  };
}

/** A date as people and programs write it, as ISO; `dayFirst`: so other dates of the list are. What is no date stays. */
function readDate(at: string, dayFirst: boolean): string {
  const iso = (year: number, month: number, day: number): string =>
    `${year < 100 ? 2000 + year : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u.exec(at.trim());
  if (parts !== null) {
    const [a, b, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
    return dayFirst || parts[2] === '.' || a > 12 ? iso(year, b, a) : iso(year, a, b);
  }
  // Days since 1899-12-30, as spreadsheets count.
  if (/^[345]\d{4}$/u.test(at)) return new Date((Number(at) - 25_569) * 86_400_000).toISOString();
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
  for (const record of readRecords(source, 'invoice')) {
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
      );
    }
  }
  // One list writes all its dates alike: a 13th month tells of all.
  const dayFirst = past.at.some((at) => /^(?:1[3-9]|2\d|3[01])[/-]\d/u.test(at));
  return { ...past, at: past.at.map((at) => readDate(at, dayFirst)) };
}

/** `66750;66760` in one cell; a title may have such signs. */
const eachId = (names: string): string[] =>
  /^[\w-]*\d[\w-]*(?:\s*[;|,]\s*[\w-]*\d[\w-]*)+$/u.test(names) ? names.split(/\s*[;|,]\s*/u) : [names];

const productNames = (record: Plain): string[] =>
  [
    ...eachId(text(record, 'sku')),
    ...eachId(text(record, 'product id', 'productid', 'product', 'product ids', 'products')),
    ...eachId(text(record, 'title', 'item', 'product name')),
  ].filter((one) => one !== '');
