import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decodeBytes, looksBinary } from './decode.ts';
import { readHtmlTable } from './htmlTable.ts';
import { maxTextBytes, maxWorkbookBytes } from './limits.ts';
import type { Table } from './pasteTypes.ts';
import { readFirst, readTable } from './readTable.ts';
import type { Tokenizer } from './tokenize.ts';
import type { WorkbookLibrary } from './xlsx.ts';
import { likeliestSheet, readWorkbook } from './xlsx.ts';

export interface ReadSource {
  table: Table;
  /** Reads on where only the first rows of a text were read; null = all is there. */
  tokenizer: Tokenizer | null;
  /** Names of the workbook's sheets; none for text. */
  sheets: string[];
  /** Position of the sheet that was read. */
  sheet: number;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldExcel = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/**
 * Rows of a file: a workbook (`wanted` sheet by position or name, else the likeliest), a web page's table, delimited
 * text. Fails with `file-too-large`, `file-not-supported` (pictures, PDFs, old Excel), `file-unreadable` (damaged),
 * `bad-input` (no such sheet). `part`: of a text, only the first rows at once.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  library: () => Promise<WorkbookLibrary>,
  wanted?: number | string,
  part: 'all' | 'first' = 'all',
): Promise<Result<ReadSource>> {
  if (isOldExcel(bytes)) return fail('file-not-supported', 'xls');
  if (isZip(bytes)) return readBook(bytes, name, library, wanted);
  if (bytes.length > maxTextBytes) return fail('file-too-large', name);
  if (looksBinary(bytes)) return fail('file-not-supported', name);
  const { text, notes } = decodeBytes(bytes);
  const cells = isPage(text) ? readHtmlTable(text) : null;
  const rest = { sheets: [], sheet: 0 };
  if (cells !== null)
    return ok({ table: { records: cells, delimiter: '', unquoted: false, notes }, tokenizer: null, ...rest });
  if (part === 'first') return ok({ ...readFirst(text, notes), ...rest });
  return ok({ table: readTable(text, notes), tokenizer: null, ...rest });
}

const isPage = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<table|<meta|<!--StartFragment)/iu.test(text.slice(0, 4096));

async function readBook(
  bytes: Uint8Array,
  name: string,
  library: () => Promise<WorkbookLibrary>,
  wanted?: number | string,
): Promise<Result<ReadSource>> {
  if (bytes.length > maxWorkbookBytes) return fail('file-too-large', name);
  const sheets = await readWorkbook(bytes, await library());
  if (!sheets.ok) return sheets;
  const sheet =
    typeof wanted === 'string'
      ? sheets.value.findIndex((one) => one.name === wanted)
      : (wanted ?? likeliestSheet(sheets.value));
  const table = sheets.value[sheet]?.table;
  const names = sheets.value.map((one) => one.name);
  return table ? ok({ table, tokenizer: null, sheets: names, sheet }) : fail('bad-input', names.join(', '));
}
