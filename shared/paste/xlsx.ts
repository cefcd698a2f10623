import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { guardZip } from './bombGuard.ts';
import type { Table } from './pasteTypes.ts';

type RawValue = string | number | boolean | Date | null | undefined;

/** The part of the reading library (hucre) that is used; handed in because `shared` imports no packages. */
export interface WorkbookLibrary {
  readXlsx(bytes: Uint8Array, options: { readStyles: boolean }): Promise<LibraryWorkbook>;
  formatValue(value: unknown, format: string, options?: { is1904?: boolean }): string;
}
interface LibraryWorkbook {
  sheets: LibrarySheet[];
  dateSystem?: string | undefined;
}
interface LibrarySheet {
  name: string;
  hidden?: boolean | undefined;
  veryHidden?: boolean | undefined;
  rows: readonly (readonly unknown[])[];
  cells?: ReadonlyMap<string, LibraryCell> | undefined;
}
interface LibraryCell {
  value?: unknown;
  style?: { numFmt?: string | undefined } | undefined;
}

export interface SheetTable {
  name: string;
  hidden: boolean;
  table: Table;
}

/** Digits as they are, not as a narrow column would show them: an id must not become 6.1E+11. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21
    ? value.toFixed(0)
    : String(Number(value.toPrecision(15)));

const plainDate = (value: Date): string => value.toISOString().slice(0, 10);

function plainText(value: RawValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return plainDate(value);
}

/** A cell as the spreadsheet shows it: dates and numbers in their number format. */
function shownText(library: WorkbookLibrary, value: unknown, format: string, is1904: boolean): string {
  if (format === '' || format === 'General' || format === '@') return plainText(value as RawValue);
  return library.formatValue(value, format, { is1904 });
}

/**
 * All sheets of a workbook as tables of shown text. Fails with `file-too-large` (zip bomb), `file-unreadable`.
 * Heavy: call it in a worker.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  library: WorkbookLibrary,
): Promise<Result<SheetTable[]>> {
  const guard = await guardZip(bytes);
  if (!guard.ok) return guard;
  let book: LibraryWorkbook;
  try {
    book = await library.readXlsx(bytes, { readStyles: true });
  } catch (error) {
    return fail('file-unreadable', error instanceof Error ? error.message : String(error));
  }
  const is1904 = book.dateSystem === '1904';
  return ok(
    book.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden === true || sheet.veryHidden === true,
      table: {
        records: toRecords(sheet, library, is1904),
        delimiter: '',
        unquoted: false,
        notes: [],
      },
    })),
  );
}

function toRecords(sheet: LibrarySheet, library: WorkbookLibrary, is1904: boolean): string[][] {
  const records = sheet.rows.map((row) => Array.from(row, (value) => plainText(value as RawValue)));
  for (const [key, cell] of sheet.cells ?? []) {
    const format = cell.style?.numFmt ?? '';
    if (format === '') continue;
    const comma = key.indexOf(',');
    const record = records[Number(key.slice(0, comma))];
    const column = Number(key.slice(comma + 1));
    const value = cell.value;
    if (record === undefined || value === null || value === undefined || typeof value === 'string') continue;
    record[column] = shownText(library, value, format, is1904);
  }
  return records;
}

/** The sheet to start with: the first visible one with the most filled rows among the first that look like tables. */
export function likeliestSheet(sheets: readonly SheetTable[]): number {
  let best = 0;
  let bestScore = -1;
  sheets.forEach((sheet, index) => {
    const filled = sheet.table.records
      .slice(0)
      .filter((record) => record.filter((c) => c !== '').length > 1).length;
    const score = (sheet.hidden ? 0 : 1_000_000_000) + (filled > 0 ? 1_000_000 : 0) + (filled > 3 ? 1 : 0);
    if (score > bestScore) {
      bestScore = score;
      best = index;
    }
  });
  return best;
}
