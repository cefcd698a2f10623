import { existsSync, readFileSync, statSync } from 'node:fs';
import words from '../shared/paste/faultWords.ts';
import { decodeBytes } from '../shared/paste/decode.ts';
import { makeReport } from '../shared/paste/checkReport.ts';
import type { KnownProduct, Table } from '../shared/paste/pasteTypes.ts';
import { HistoryIndex } from '../shared/paste/radar/historyIndex.ts';
import { readHistoryText, readProductsText } from '../shared/paste/sideFiles.ts';
import { maxTextBytes, maxWorkbookBytes } from '../shared/paste/limits.ts';
import { readBytes } from '../shared/paste/readBytes.ts';

/** Prints what the paste screen would make of a file, as JSON: `npm run paste:check -- FILE [--products FILE] [--history FILE]`. */
async function main(args: readonly string[]): Promise<number> {
  const options = new Map<string, string>();
  let file = '';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg.startsWith('--')) {
      const [name = '', value] = arg.slice(2).split('=');
      options.set(name, value ?? args[++i] ?? '');
    } else file = arg;
  }
  if (file === '') {
    console.error('Usage: npm run paste:check -- FILE [--products FILE] [--history FILE] [--sheet NAME]');
    return 2;
  }
  const table = await readFile(file, options.get('sheet'));
  if (typeof table === 'string') {
    console.error(table);
    return 1;
  }
  const missing = ['products', 'history'].find(
    (name) => options.has(name) && !existsSync(options.get(name) ?? ''),
  );
  if (missing !== undefined) {
    console.error(`${options.get(missing)}: there is no such file.`);
    return 1;
  }
  const products: KnownProduct[] = options.has('products')
    ? readProductsText(textOf(options.get('products') ?? ''))
    : [];
  if (options.has('products') && products.length === 0)
    console.error(`${options.get('products')}: there are no products in it.`);
  const now = options.get('today') ?? new Date().toISOString();
  const history = options.has('history') ? indexOf(textOf(options.get('history') ?? ''), now) : null;
  if (history?.size === 0) console.error(`${options.get('history')}: there are no orders in it.`);
  const report = makeReport({
    table,
    products,
    history,
    today: Math.floor(Date.parse(now) / 86_400_000),
    withinDays: Number(options.get('days') ?? 30),
    words: sentence,
  });
  if (report.orders.length === 0)
    console.error(`${file}: there are no ${table.records.length === 0 ? 'rows' : 'orders'} in it.`);
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  return 0;
}

const textOf = (file: string): string => decodeBytes(readFileSync(file)).text;

function indexOf(text: string, today: string): HistoryIndex {
  const read = readHistoryText(text);
  // A list without a single date: all of it may be recent.
  const past = read.at.every((at) => at === '') ? { ...read, at: read.at.map(() => today) } : read;
  const index = new HistoryIndex(Math.max(1024, past.invoices.length));
  index.add(past);
  return index;
}

/** Why a file was not read, in plain words. */
const reasons: Record<string, string> = {
  'file-too-large': `too large. Text may have ${maxTextBytes / 1e6} MB, a workbook ${maxWorkbookBytes / 1e6} MB, and it must not unpack into something far larger. Split the file`,
  'file-not-supported': 'no table of text. Save it as .csv or .xlsx',
  'file-unreadable': 'damaged. Save it again',
};

async function readFile(file: string, sheet: string | undefined): Promise<Table | string> {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return `${file}: there is no such file.`;
  if (!stats.isFile()) return `${file}: this is no file.`;
  if (stats.size > maxTextBytes) return `${file}: ${reasons['file-too-large'] ?? ''}.`;
  const read = await readBytes(new Uint8Array(readFileSync(file)), file, () => import('hucre'), sheet);
  if (read.ok) return read.value.table;
  const { code, detail = '' } = read.error;
  if (code === 'bad-input') return `${file}: there is no sheet “${sheet ?? ''}”. It has: ${detail}.`;
  return `${file}: ${reasons[code] ?? code}.${detail === '' || detail === file ? '' : ` (${detail})`}`;
}

function sentence(code: string, params: Record<string, string | number>): string {
  const template: unknown = Object.entries(words).find(([key]) => key === code)?.[1];
  if (typeof template !== 'string') return code;
  return template.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => String(params[name] ?? ''));
}

process.exitCode = await main(process.argv.slice(2));
