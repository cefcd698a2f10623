import type { Area, Position } from './gridModel.ts';

/** A range: where it began, where it ends now. The active cell is the beginning. */
export interface Selection {
  anchor: Position;
  head: Position;
}

export interface Extent {
  rows: number;
  columns: number;
}

export const at = (row: number, column: number): Selection => ({
  anchor: { row, column },
  head: { row, column },
});

export const areaOf = ({ anchor, head }: Selection): Area => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  right: Math.max(anchor.column, head.column),
});

export const isInside = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const cellsIn = (area: Area): number => (area.bottom - area.top + 1) * (area.right - area.left + 1);

const clamp = (value: number, count: number): number => Math.min(Math.max(0, value), Math.max(0, count - 1));

export const inside = (position: Position, extent: Extent): Position => ({
  row: clamp(position.row, extent.rows),
  column: clamp(position.column, extent.columns),
});

/** Keeps a selection on the sheet after rows or columns went. */
export const keepInside = (selection: Selection, extent: Extent): Selection => ({
  anchor: inside(selection.anchor, extent),
  head: inside(selection.head, extent),
});

/** Moves the active cell, or the range's end when `extend`. */
export function move(
  selection: Selection,
  rows: number,
  columns: number,
  extent: Extent,
  extend: boolean,
): Selection {
  const from = extend ? selection.head : selection.anchor;
  const head = inside({ row: from.row + rows, column: from.column + columns }, extent);
  return extend ? { anchor: selection.anchor, head } : { anchor: head, head };
}

/** Tab and Enter inside a range walk round it; outside they just move. */
export function walk(
  selection: Selection,
  active: Position,
  by: 'row' | 'column',
  back: boolean,
  extent: Extent,
): Position {
  const area = areaOf(selection);
  if (cellsIn(area) === 1) {
    const step = back ? -1 : 1;
    return inside(
      by === 'row'
        ? { row: active.row + step, column: active.column }
        : { row: active.row, column: active.column + step },
      extent,
    );
  }
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const r = active.row - area.top;
  const c = active.column - area.left;
  const total = height * width;
  const index = by === 'row' ? c * height + r : r * width + c;
  const next = (index + (back ? total - 1 : 1)) % total;
  return by === 'row'
    ? { row: area.top + (next % height), column: area.left + Math.floor(next / height) }
    : { row: area.top + Math.floor(next / width), column: area.left + (next % width) };
}
