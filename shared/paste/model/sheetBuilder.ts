import { CellStore, storeOf } from '../cells/cellStore.ts';
import type { ColumnRole } from '../fields.ts';
import { addedFields, makeLayout } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { Mapping, ModelSnapshot, NotOrder, RowKey, Table } from '../pasteTypes.ts';
import { RowList } from '../rowList.ts';
import { readWholeAddress } from '../wholeAddress.ts';

export interface Built {
  columns: { header: string; added: boolean }[];
  sourceWidth: number;
  rows: RowList;
  /** Title and separator lines above the header. */
  above: NotOrder[];
}

/** No order export is wider; a broken file may be. */
const mostColumns = 500;

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
  const store = storeOf(table.records);
  for (let i = mapping.headerRecord; i < store.length; i++) {
    const last = store.widthOf(i);
    if (last > width && !store.isBlank(i, width)) width = filledWidth(store, i, width);
  }
  const ats = new Int32Array(Math.max(0, store.length - mapping.headerRecord));
  const records = ats.slice();
  let count = 0;
  for (let i = mapping.headerRecord; i < store.length; i++) {
    if (store.widthOf(i) === 1 && store.isBlank(i)) continue;
    ats[count] = i;
    records[count++] = i + 1;
  }
  const rows = new RowList({ store, width }, ats.subarray(0, count), records.subarray(0, count));
  const columns = Array.from({ length: width }, (_, c) => ({ header: headers[c] ?? '', added: false }));
  return { columns, sourceWidth: width, rows, above: linesAbove(table, mapping) };
}

/** Up to the last cell that is not blank. */
function filledWidth(store: CellStore, record: number, least: number): number {
  for (let c = store.widthOf(record) - 1; c >= least; c--)
    if (store.cell(record, c).trim() !== '') return Math.min(mostColumns, c + 1);
  return least;
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
  const columns = draft.columns.map((column) => ({ ...column }));
  const source = { store: CellStore.of(draft.rows.map((row) => row.cells)), width: columns.length };
  const rows = new RowList(
    source,
    Int32Array.from(draft.rows, (_, index) => index),
    Int32Array.from(draft.rows, (row) => row.record),
  );
  for (const position of draft.included) {
    const row = rows.at(position);
    if (row !== undefined) row.included = true;
  }
  return { columns, sourceWidth: columns.filter((column) => !column.added).length, rows, above: [] };
}

/** One cell with the whole address (Magento, Discogs): its parts are put into the added columns. */
export function fillWholeAddresses(rows: RowList, mapping: Mapping, sourceWidth: number): void {
  const layout: Layout = makeLayout(mapping);
  const from = layout.at.wholeAddress;
  if (from === -1) return;
  const nameOf = (key: RowKey): string =>
    layout.names
      .map((column) => rows.cell(key, column).trim())
      .filter((part) => part !== '')
      .join(' ');
  for (let pos = 0; pos < rows.length; pos++) {
    const key = rows.keyAt(pos);
    const parts = readWholeAddress(rows.cell(key, from), nameOf(key));
    const row = rows.at(pos);
    if (parts === null || row === undefined) continue;
    const put = (column: number, value: string): void => {
      if (column >= sourceWidth && value !== '' && row.cell(column) === '') row.put(column, value);
    };
    put(layout.at.name, parts.name);
    put(layout.at.company, parts.company);
    put(layout.at.addr, parts.street);
    put(layout.at.city, parts.city);
    put(layout.at.state, parts.state);
    put(layout.at.zip, parts.zip);
    put(layout.at.country, parts.country);
  }
}

/** After another mapping: the cells of added columns follow their role. `was`, `now`: columns before and after. */
export function moveAddedCells(
  rows: RowList,
  was: Built['columns'],
  now: Built['columns'],
  sourceWidth: number,
): void {
  const from = now.map((column) =>
    column.added ? was.findIndex((old) => old.added && old.header === column.header) : -1,
  );
  for (let pos = 0; pos < rows.length; pos++) {
    const key = rows.keyAt(pos);
    // Rows as they came have no cells behind those of the source; those out of a draft may.
    if (rows.reachOf(key) <= sourceWidth) continue;
    rows.row(key)?.replace(now.map((column, c) => rows.cell(key, column.added ? (from[c] ?? -1) : c)));
  }
}
