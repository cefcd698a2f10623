import { assertNever } from '../../lib/assertNever.ts';
import type { CellEdit, ChangeStep, RowKey } from '../pasteTypes.ts';
import type { OrderGroup } from '../orderGroup.ts';
import type { RowList } from '../rowList.ts';
import type { Row } from '../sheet.ts';
import type { SheetCore } from './sheetCore.ts';

/** What the steps work on. */
export interface Sheet {
  rows: RowList;
  left: Set<string>;
  core: SheetCore;
}

export type CellsStep = Extract<ChangeStep, { kind: 'cells' }>;

export interface Applied {
  inverse: ChangeStep[];
  touched: Row[];
}

/** Does one step, re-checks what it touches, and tells how to take it back. */
export function applyStep(sheet: Sheet, step: ChangeStep): Applied {
  switch (step.kind) {
    case 'cells':
      return setCells(sheet, step.edits);
    case 'insert':
      return insert(sheet, step.at, step.rows);
    case 'delete':
      return remove(sheet, step.rows);
    case 'leave':
      return leave(sheet, step.marks, step.on);
    case 'include':
      return include(sheet, step.rows, step.on);
    default:
      return assertNever(step);
  }
}

/** Only puts the texts there; nothing is checked. */
export function putCells(
  sheet: Sheet,
  edits: readonly CellEdit[],
): { inverse: CellsStep; changed: ReadonlySet<Row> } {
  const inverse: CellEdit[] = [];
  const changed = new Set<Row>();
  for (const { row: key, column, value } of edits) {
    const row = sheet.rows.row(key);
    if (row === undefined || column < 0) continue;
    inverse.push({ row: key, column, value: row.cell(column) });
    sheet.core.beforeChange(row);
    row.put(column, value);
    changed.add(row);
  }
  inverse.reverse();
  return { inverse: { kind: 'cells', edits: inverse }, changed };
}

function setCells(sheet: Sheet, edits: readonly CellEdit[]): Applied {
  const { inverse, changed } = putCells(sheet, edits);
  return { inverse: [inverse], touched: sheet.core.regroup([...changed]) };
}

function insert(
  sheet: Sheet,
  at: number,
  rows: readonly { row: RowKey; record: number; cells: string[] }[],
): Applied {
  const fresh = rows.map((one) => {
    const row = sheet.rows.add(one.row, one.record);
    row.replace([...one.cells]);
    return row;
  });
  sheet.rows.insert(
    at,
    fresh.map((row) => row.key),
  );
  return {
    inverse: [{ kind: 'delete', rows: fresh.map((row) => row.key) }],
    touched: [...sheet.core.regroup(fresh), ...fresh],
  };
}

function remove(sheet: Sheet, keys: readonly RowKey[]): Applied {
  const gone = [...new Set(keys)].flatMap((key) =>
    sheet.rows.placeOf(key) === -1 ? [] : (sheet.rows.row(key) ?? []),
  );
  gone.sort((a, b) => a.pos - b.pos);
  // Runs of neighbours become one insert each; undone from the top, positions are right again.
  const inverse: ChangeStep[] = [];
  for (const row of gone) {
    const last = inverse.at(-1);
    const entry = { row: row.key, record: row.record, cells: [...row.cells] };
    if (last?.kind === 'insert' && last.at + last.rows.length === row.pos) last.rows.push(entry);
    else inverse.push({ kind: 'insert', at: row.pos, rows: [entry] });
  }
  const going = new Set(gone);
  const touched: Row[] = [];
  for (const row of gone) touched.push(...sheet.core.drop(row));
  sheet.rows.remove(new Set(gone.map((row) => row.key)));
  return { inverse, touched: touched.filter((row) => !going.has(row)) };
}

function leave(sheet: Sheet, marks: readonly string[], on: boolean): Applied {
  const orders = new Set<OrderGroup>();
  for (const mark of marks) {
    if (on) sheet.left.add(mark);
    else sheet.left.delete(mark);
    const order = sheet.core.orders.of(Number(mark.slice(0, mark.indexOf(':'))));
    if (order !== null) orders.add(order);
  }
  return { inverse: [{ kind: 'leave', marks: [...marks], on: !on }], touched: sheet.core.recheck(orders) };
}

function include(sheet: Sheet, keys: readonly RowKey[], on: boolean): Applied {
  const orders = new Set<OrderGroup>();
  const changed: RowKey[] = [];
  for (const key of keys) {
    const row = sheet.rows.row(key);
    if (row === undefined || row.included === on) continue;
    row.included = on;
    changed.push(key);
    const order = sheet.core.orders.of(key);
    if (order !== null) orders.add(order);
  }
  return { inverse: [{ kind: 'include', rows: changed, on: !on }], touched: sheet.core.recheck(orders) };
}
