import type { ColumnRole } from '../fields.ts';
import { addedFields, makeLayout } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { Mapping, ModelSnapshot, NotOrder, Table } from '../pasteTypes.ts';
import { noProblems } from '../sheet.ts';
import type { Row } from '../sheet.ts';
import { readWholeAddress } from '../wholeAddress.ts';

export interface Built {
  columns: { header: string; added: boolean }[];
  sourceWidth: number;
  rows: Row[];
  /** Title and separator lines above the header. */
  above: NotOrder[];
}

/** No order export is wider; a broken file may be. */
const mostColumns = 500;

export const newRow = (key: number, record: number, cells: string[]): Row => ({
  key,
  record,
  pos: key,
  cells,
  order: null,
  junk: '',
  skip: '',
  included: false,
  problems: noProblems,
});

/** Columns that lack a field get one of their own, behind those of the source. */
export function completeRoles(mapping: Mapping, width: number): Mapping {
  const roles: ColumnRole[] = Array.from({ length: width }, (_, c) => mapping.roles[c] ?? 'none');
  for (const field of addedFields) {
    const parts: ColumnRole[] = field === 'name' ? ['name', 'firstName', 'lastName'] : [field];
    if (!parts.some((role) => roles.includes(role))) roles.push(field);
  }
  return { ...mapping, roles };
}

/** Body rows of a table: what stands below the header, without blank records. */
export function buildSheet(table: Table, mapping: Mapping, headers: readonly string[]): Built {
  let width = headers.length;
  const { records } = table;
  for (let i = mapping.headerRecord; i < records.length; i++) {
    const record = records[i];
    if (record === undefined || record.length <= width) continue;
    for (let c = record.length - 1; c >= width; c--)
      if ((record[c] ?? '').trim() !== '') {
        width = Math.min(mostColumns, c + 1);
        break;
      }
  }
  const rows: Row[] = [];
  for (let i = mapping.headerRecord; i < records.length; i++) {
    const record = records[i];
    if (record === undefined || (record.length === 1 && (record[0] ?? '').trim() === '')) continue;
    if (record.length > width) record.length = width;
    rows.push(newRow(rows.length, i + 1, record));
  }
  const columns = Array.from({ length: width }, (_, c) => ({ header: headers[c] ?? '', added: false }));
  return { columns, sourceWidth: width, rows, above: linesAbove(table, mapping) };
}

function linesAbove(table: Table, mapping: Mapping): NotOrder[] {
  return table.records.slice(0, Math.max(0, mapping.headerRecord - 1)).flatMap((record, i) => {
    const first = record.find((cell) => cell.trim() !== '');
    if (first === undefined) return [];
    const reason = first.startsWith('sep=') ? 'separatorLine' : 'title';
    return [{ row: -1, record: i + 1, reason, askable: false }];
  });
}

/** Rows of a draft as they were left. */
export function rebuildSheet(draft: ModelSnapshot): Built {
  const rows = draft.rows.map((row, index) => newRow(index, row.record, [...row.cells]));
  for (const position of draft.included) {
    const row = rows[position];
    if (row !== undefined) row.included = true;
  }
  const columns = draft.columns.map((column) => ({ ...column }));
  return { columns, sourceWidth: columns.filter((column) => !column.added).length, rows, above: [] };
}

/** One cell with the whole address (Magento): its parts are put into the added columns. */
export function fillWholeAddresses(rows: readonly Row[], mapping: Mapping, sourceWidth: number): void {
  const layout: Layout = makeLayout(mapping);
  const from = layout.at.wholeAddress;
  if (from === -1) return;
  for (const row of rows) {
    const parts = readWholeAddress(row.cells[from] ?? '');
    if (parts === null) continue;
    const put = (column: number, value: string): void => {
      if (column < sourceWidth || value === '') return;
      while (row.cells.length < column) row.cells.push('');
      if ((row.cells[column] ?? '') === '') row.cells[column] = value;
    };
    put(layout.at.addr, parts.street);
    put(layout.at.city, parts.city);
    put(layout.at.state, parts.state);
    put(layout.at.zip, parts.zip);
  }
}
