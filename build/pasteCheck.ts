import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { formatValue, readXlsx } from 'hucre';
import words from '../shared/paste/faultWords.ts';
import { decodeBytes, looksBinary } from '../shared/paste/decode.ts';
import { makeReport } from '../shared/paste/checkReport.ts';
import { readHtmlTable } from '../shared/paste/htmlTable.ts';
import type { KnownProduct, Table } from '../shared/paste/pasteTypes.ts';
import { HistoryIndex } from '../shared/paste/radar/historyIndex.ts';
import { readHistoryText, readProductsText } from '../shared/paste/sideFiles.ts';
import { readTable } from '../shared/paste/readTable.ts';
import { likeliestSheet, readWorkbook } from '../shared/paste/xlsx.ts';

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
  const products: KnownProduct[] = options.has('products')
    ? readProductsText(textOf(options.get('products') ?? ''))
    : [];
  const history = options.has('history') ? indexOf(textOf(options.get('history') ?? '')) : null;
  const now = options.get('today') ?? new Date().toISOString();
  const report = makeReport({
    table,
    products,
    history,
    today: Math.floor(Date.parse(now) / 86_400_000),
    withinDays: Number(options.get('days') ?? 30),
    words: sentence,
  });
  process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
  return 0;
}

const textOf = (file: string): string => decodeBytes(readFileSync(file)).text;

function indexOf(text: string): HistoryIndex {
  const past = readHistoryText(text);
  const index = new HistoryIndex(Math.max(1024, past.invoices.length));
  index.add(past);
  return index;
}

async function readFile(file: string, sheet: string | undefined): Promise<Table | string> {
  const bytes = new Uint8Array(readFileSync(file));
  if (extname(file).toLowerCase() === '.xlsx' || (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)) {
    const sheets = await readWorkbook(bytes, { readXlsx, formatValue });
    if (!sheets.ok) return `${file}: ${sheets.error.code} ${sheets.error.detail ?? ''}`;
    const wanted = sheet === undefined ? -1 : sheets.value.findIndex((one) => one.name === sheet);
    return sheets.value[wanted === -1 ? likeliestSheet(sheets.value) : wanted]?.table ?? `${file}: no sheet`;
  }
  if (looksBinary(bytes)) return `${file}: not a text file`;
  const { text, notes } = decodeBytes(bytes);
  const html = /^\s*(?:<!doctype html|<html|<table|<meta|<!--StartFragment)/iu.test(text)
    ? readHtmlTable(text)
    : null;
  return html === null ? readTable(text, notes) : { records: html, delimiter: '', unquoted: false, notes };
}

function sentence(code: string, params: Record<string, string | number>): string {
  const template: unknown = Object.entries(words).find(([key]) => key === code)?.[1];
  if (typeof template !== 'string') return code;
  return template.replaceAll(/\{\{(\w+)\}\}/gu, (_whole, name: string) => String(params[name] ?? ''));
}

process.exitCode = await main(process.argv.slice(2));
