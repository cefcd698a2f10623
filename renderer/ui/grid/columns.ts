import type { GridColumn } from './gridModel.ts';

export const narrowest = 40;
export const widest = 800;

export const clampWidth = (width: number): number => Math.round(Math.min(Math.max(width, narrowest), widest));

/** Widths as the user left them, by column id, else as the column wants. */
export const widthsOf = (columns: readonly GridColumn[], kept: ReadonlyMap<string, number>): number[] =>
  columns.map((column) => kept.get(column.id) ?? clampWidth(column.width));

/** Left edges in px after the gutter; one more than columns, the last is the whole width. */
export function edgesOf(widths: readonly number[], gutter: number): number[] {
  const edges = [gutter];
  for (const width of widths) edges.push((edges.at(-1) ?? gutter) + width);
  return edges;
}

/** The column at a place in the row (px from its left); clamped to the first and last. */
export function columnAt(edges: readonly number[], x: number): number {
  for (let column = 0; column < edges.length - 1; column += 1)
    if (x < (edges[column + 1] ?? 0)) return column;
  return Math.max(0, edges.length - 2);
}

/** The scroll position that shows a column wholly, with the frozen ones in front. */
export function scrollToShow(
  edges: readonly number[],
  column: number,
  frozen: number,
  scrollLeft: number,
  view: number,
): number {
  if (column < frozen) return scrollLeft;
  const left = edges[column] ?? 0;
  const right = edges[column + 1] ?? left;
  const cover = edges[frozen] ?? 0;
  if (left - scrollLeft < cover) return Math.max(0, left - cover);
  if (right - scrollLeft > view) return Math.max(0, Math.min(right - view, left - cover));
  return scrollLeft;
}
