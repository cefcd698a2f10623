import type { CellEdit, ChangeStep } from '../../../shared/paste/pasteTypes.ts';
import { asCopied, pasteOver } from '../../ui/grid/clipboard.ts';
import type { Area, CellChange } from '../../ui/grid/gridModel.ts';
import type { OpenSheet } from './openSheet.ts';
import type { SheetView } from './sheetView.ts';

/** Changes of the grid as edits of the model; what lies outside the grid is left out. */
export function editsOf(view: SheetView, changes: readonly CellChange[]): CellEdit[] {
  return changes.flatMap(({ row, column, value }) => {
    const key = view.keys[row];
    const target = view.shown[column];
    return key === undefined || target === undefined ? [] : [{ row: key, column: target, value }];
  });
}

export function copyCells(sheet: OpenSheet, area: Area): { text: string; html: string } {
  const { model, view } = sheet.need();
  const { top, bottom, left, right } = area;
  const columns = view.shown.slice(left, right + 1);
  return asCopied(
    view.keys.slice(top, bottom + 1).map((key) => columns.map((column) => model.cell(key, column))),
  );
}

/** The same text into every cell. */
export function fillCells(sheet: OpenSheet, area: Area, value: string): void {
  const { model, view } = sheet.need();
  const { top, bottom, left, right } = area;
  const columns = view.shown.slice(left, right + 1);
  sheet.apply(
    model.setCells(
      view.keys.slice(top, bottom + 1).flatMap((row) => columns.map((column) => ({ row, column, value }))),
    ),
  );
}

/** Pastes over the cells, with new rows at the end where they do not suffice; answers the area it covered. */
export function pasteCells(sheet: OpenSheet, over: Area, text: string): Area {
  const { model, view } = sheet.need();
  const { cells, area } = pasteOver(over, text);
  const missing = area.bottom + 1 - view.keys.length;
  const steps: ChangeStep[] = [];
  if (missing > 0) {
    steps.push(...insertBlank(sheet, model.rows.length, missing).inverse);
    view.arrange();
  }
  const edits = editsOf(
    view,
    cells.flatMap((row, r) => row.map((value, c) => ({ row: area.top + r, column: area.left + c, value }))),
  );
  const change = model.setCells(edits);
  sheet.keep([...change.inverse, ...steps]);
  sheet.arrange();
  return { ...area, right: Math.min(area.right, view.shown.length - 1) };
}

/** Repeats the first rows of the area down the rest of it. */
export function fillDown(sheet: OpenSheet, area: Area, sourceRows: number): void {
  const { model, view } = sheet.need();
  const changes: CellChange[] = [];
  for (let row = area.top + sourceRows; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const from = view.keys[area.top + ((row - area.top) % sourceRows)] ?? -1;
      changes.push({ row, column, value: model.cell(from, view.shown[column] ?? -1) });
    }
  sheet.apply(model.setCells(editsOf(view, changes)));
}

/** Blank rows above the row `at` of the grid. */
export function insertRows(sheet: OpenSheet, at: number, count: number): void {
  const { model, view } = sheet.need();
  const next = view.keys[at];
  const place = next === undefined ? model.rows.length : model.rows.indexOf(next);
  sheet.apply(insertBlank(sheet, place, count));
}

export function deleteRows(sheet: OpenSheet, first: number, last: number): void {
  const { model, view } = sheet.need();
  sheet.apply(model.deleteRows(view.keys.slice(first, last + 1)));
}

function insertBlank(sheet: OpenSheet, place: number, count: number) {
  const { model } = sheet.need();
  const blank = model.columns.map(() => '');
  return model.insertRows(
    place,
    Array.from({ length: count }, () => blank),
  );
}
