import type { PasteModel } from '../../../shared/paste/pasteModel.ts';
import type { CellEdit } from '../../../shared/paste/pasteTypes.ts';
import { matcher, replaceIn, searchRound } from '../../ui/grid/find.ts';
import type { FindQuery, Position } from '../../ui/grid/gridModel.ts';
import type { SheetView } from './sheetView.ts';

/** The next cell with the text, round the end; null = none. */
export function findCell(
  model: PasteModel,
  view: SheetView,
  query: FindQuery,
  from: Position,
  back: boolean,
): Position | null {
  const width = view.shown.length;
  const fits = matcher(query);
  const found = searchRound(view.keys.length * width, from.row * width + from.column, back, (index) =>
    fits(model.cell(view.keys[Math.floor(index / width)] ?? -1, view.shown[index % width] ?? -1)),
  );
  return found === null ? null : { row: Math.floor(found / width), column: found % width };
}

/** The cells with the text as they would be: all of them, or the one at a place. */
export function replacements(
  model: PasteModel,
  view: SheetView,
  query: FindQuery,
  by: string,
  at: Position | null,
): CellEdit[] {
  const fits = matcher(query);
  const edits: CellEdit[] = [];
  const rows = at === null ? view.keys : view.keys.slice(at.row, at.row + 1);
  const columns = at === null ? view.shown : view.shown.slice(at.column, at.column + 1);
  for (const row of rows)
    for (const column of columns) {
      const cell = model.cell(row, column);
      if (fits(cell)) edits.push({ row, column, value: replaceIn(cell, query, by) });
    }
  return edits;
}

/** The next cell with an open problem, round the end; null = none. */
export function findProblem(
  model: PasteModel,
  view: SheetView,
  from: Position,
  back: boolean,
): Position | null {
  const total = view.keys.length;
  for (let step = 0; step <= total; step += 1) {
    const index = (((from.row + (back ? -step : step)) % total) + total) % total;
    const columns = model
      .problemsOf(view.keys[index] ?? -1)
      .filter((one) => model.isOpen(one))
      .map((one) => Math.max(0, view.shown.indexOf(one.column)))
      .sort((a, b) => (back ? b - a : a - b));
    const column =
      step === 0 ? columns.find((one) => (back ? one < from.column : one > from.column)) : columns[0];
    if (column !== undefined) return { row: index, column };
  }
  return null;
}
