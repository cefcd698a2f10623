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

/** First and last column after the frozen ones of which any pixel shows; last < first = none. */
export function columnsInView(
  edges: readonly number[],
  frozen: number,
  scrollLeft: number,
  view: number,
): [first: number, last: number] {
  const cover = edges[frozen] ?? 0;
  const count = edges.length - 1;
  let first = frozen;
  while (first < count && (edges[first + 1] ?? 0) - scrollLeft <= cover) first += 1;
  let last = first - 1;
  while (last + 1 < count && (edges[last + 1] ?? 0) - scrollLeft < view) last += 1;
  return [first, last];
}

/** The most columns after the frozen ones that can show at once, wherever one scrolls to. */
export function mostInView(edges: readonly number[], frozen: number, view: number): number {
  const room = Math.max(0, view - (edges[frozen] ?? 0));
  const count = edges.length - 1;
  let most = 0;
  for (let first = frozen, last = frozen; first < count; first += 1) {
    // A sliver of the first one is enough for it to show.
    while (last < count && (edges[last] ?? 0) - (edges[first + 1] ?? 0) < room) last += 1;
    most = Math.max(most, last - first);
  }
  return most;
}
