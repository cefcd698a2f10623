import { assertNever } from '../../lib/assertNever.ts';
import type { CellEdit, ChangeStep, RowKey } from '../pasteTypes.ts';
import { Row } from '../sheet.ts';
import type { SheetCore } from './sheetCore.ts';

/** What the steps work on. `byKey` keeps deleted rows, so that undo brings the same row back. */
export interface Sheet {
  rows: Row[];
  byKey: (Row | undefined)[];
  left: Set<string>;
  core: SheetCore;
}

export interface Applied {
  inverse: ChangeStep[];
  touched: Row[];
}

const reposition = (rows: readonly Row[], from: number): void => {
  for (let pos = from; pos < rows.length; pos++) {
    const row = rows[pos];
    if (row !== undefined) row.pos = pos;
  }
};

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

function setCells(sheet: Sheet, edits: readonly CellEdit[]): Applied {
  const inverse: CellEdit[] = [];
  const changed = new Set<Row>();
  for (const { row: key, column, value } of edits) {
    const row = sheet.byKey[key];
    if (row === undefined || column < 0) continue;
    inverse.push({ row: key, column, value: row.cell(column) });
    sheet.core.beforeChange(row);
    row.put(column, value);
    changed.add(row);
  }
  inverse.reverse();
  return { inverse: [{ kind: 'cells', edits: inverse }], touched: sheet.core.regroup([...changed]) };
}

function insert(
  sheet: Sheet,
  at: number,
  rows: readonly { row: RowKey; record: number; cells: string[] }[],
): Applied {
  const fresh = rows.map((one) => {
    const row = sheet.byKey[one.row] ?? Row.of(one.row, one.record, []);
    row.replace([...one.cells]);
    sheet.byKey[one.row] = row;
    return row;
  });
  sheet.rows.splice(at, 0, ...fresh);
  reposition(sheet.rows, at);
  return {
    inverse: [{ kind: 'delete', rows: fresh.map((row) => row.key) }],
    touched: [...sheet.core.regroup(fresh), ...fresh],
  };
}

function remove(sheet: Sheet, keys: readonly RowKey[]): Applied {
  const gone = keys.flatMap((key) => sheet.byKey[key] ?? []).filter((row) => sheet.rows[row.pos] === row);
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
  const from = gone[0]?.pos ?? 0;
  const kept = sheet.rows.filter((row) => !going.has(row));
  sheet.rows.length = 0;
  for (const row of kept) sheet.rows.push(row);
  reposition(sheet.rows, from);
  return { inverse, touched: touched.filter((row) => !going.has(row)) };
}

function leave(sheet: Sheet, marks: readonly string[], on: boolean): Applied {
  const orders = new Set<NonNullable<Row['order']>>();
  for (const mark of marks) {
    if (on) sheet.left.add(mark);
    else sheet.left.delete(mark);
    const order = sheet.byKey[Number(mark.slice(0, mark.indexOf(':')))]?.order;
    if (order !== undefined && order !== null) orders.add(order);
  }
  return { inverse: [{ kind: 'leave', marks: [...marks], on: !on }], touched: sheet.core.recheck(orders) };
}

function include(sheet: Sheet, keys: readonly RowKey[], on: boolean): Applied {
  const orders = new Set<NonNullable<Row['order']>>();
  const changed: RowKey[] = [];
  for (const key of keys) {
    const row = sheet.byKey[key];
    if (row === undefined || row.included === on) continue;
    row.included = on;
    changed.push(key);
    if (row.order !== null) orders.add(row.order);
  }
  return { inverse: [{ kind: 'include', rows: changed, on: !on }], touched: sheet.core.recheck(orders) };
}
