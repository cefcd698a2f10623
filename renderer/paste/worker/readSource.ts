import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { type CellStore, storeOf } from '../../../shared/paste/cells/cellStore.ts';
import { decodeBytes, looksBinary } from '../../../shared/paste/decode.ts';
import { readHtmlTable } from '../../../shared/paste/htmlTable.ts';
import type { Table } from '../../../shared/paste/pasteTypes.ts';
import { readTable } from '../../../shared/paste/readTable.ts';
import { likeliestSheet, readWorkbook } from '../../../shared/paste/xlsx.ts';
import type { Source } from '../protocol.ts';

/** Above these a file is refused before it is read. */
export const maxTextBytes = 120_000_000;
export const maxWorkbookBytes = 50_000_000;

export interface ReadSource {
  table: Table;
  sheets: string[];
  sheet: number;
}

/** Rows of whatever came: clipboard text or HTML, a delimited text file, a workbook. */
export async function readSource(source: Source): Promise<Result<ReadSource>> {
  const read = source.kind === 'text' ? readClipboard(source.text, source.html) : await readFile(source);
  if (read.ok && isAllBlank(storeOf(read.value.table.records))) return fail('bad-input', 'noRows');
  return read;
}

function isAllBlank(store: CellStore): boolean {
  for (let record = 0; record < store.length; record++) if (!store.isBlank(record)) return false;
  return true;
}

function readClipboard(text: string, html: string): Result<ReadSource> {
  if (text.length > maxTextBytes) return fail('file-too-large', 'text');
  const table = readTable(text);
  // A web page's table comes as HTML with tabs; its text alone may have lost the columns.
  const cells = html === '' || html.length > maxTextBytes / 4 ? null : readHtmlTable(html);
  const width = Math.max(0, ...table.records.slice(0, 50).map((record) => record.length));
  const htmlWidth = Math.max(0, ...(cells ?? []).slice(0, 50).map((record) => record.length));
  if (cells !== null && htmlWidth > width)
    return ok({ table: { records: cells, delimiter: '', unquoted: false, notes: [] }, sheets: [], sheet: 0 });
  return ok({ table, sheets: [], sheet: 0 });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldExcel = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

async function readFile({ file, sheet }: Extract<Source, { kind: 'file' }>): Promise<Result<ReadSource>> {
  if (file.size > maxTextBytes) return fail('file-too-large', file.name);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail('file-unreadable', error instanceof Error ? error.message : file.name);
  }
  if (isOldExcel(bytes)) return fail('file-not-supported', 'xls');
  if (isZip(bytes)) return readBook(bytes, file, sheet);
  if (looksBinary(bytes)) return fail('file-not-supported', file.name);
  const { text, notes } = decodeBytes(bytes);
  return ok({ table: readTable(text, notes), sheets: [], sheet: 0 });
}

async function readBook(bytes: Uint8Array, file: File, wanted?: number): Promise<Result<ReadSource>> {
  if (file.size > maxWorkbookBytes) return fail('file-too-large', file.name);
  const library = await import('hucre');
  const sheets = await readWorkbook(bytes, library);
  if (!sheets.ok) return sheets;
  const sheet = wanted ?? likeliestSheet(sheets.value);
  const table = sheets.value[sheet]?.table;
  return table
    ? ok({ table, sheets: sheets.value.map(({ name }) => name), sheet })
    : fail('bad-input', 'noRows');
}
