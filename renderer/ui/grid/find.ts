import type { FindQuery, Position } from './gridModel.ts';

const plain = (text: string, query: FindQuery): string => (query.matchCase ? text : text.toLocaleLowerCase());

/** A test for cells; an empty search finds nothing. */
export function matcher(query: FindQuery): (cell: string) => boolean {
  const wanted = plain(query.text, query);
  if (wanted === '') return () => false;
  return query.wholeCell
    ? (cell) => plain(cell, query) === wanted
    : (cell) => plain(cell, query).includes(wanted);
}

/** The cell with every match replaced; letter case of the search is ignored unless asked for. */
export function replaceIn(cell: string, query: FindQuery, by: string): string {
  if (query.text === '') return cell;
  if (query.wholeCell) return matcher(query)(cell) ? by : cell;
  const pattern = query.text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return cell.replaceAll(new RegExp(pattern, query.matchCase ? 'gu' : 'giu'), () => by);
}

/** Whether a cell is meant by a place; null means every cell. */
export const isOf = (at: Position | null, row: number, column: number): boolean =>
  at === null || (at.row === row && at.column === column);

/**
 * Walks all cells in reading order from the one after `start` (before it when `back`), round the end, and answers the
 * first that fits; the start itself comes last. `start` and the answer count cells: row * columns + column.
 */
export function searchRound(
  total: number,
  start: number,
  back: boolean,
  fits: (index: number) => boolean,
): number | null {
  for (let step = 1; step <= total; step += 1) {
    const index = (((start + (back ? -step : step)) % total) + total) % total;
    if (fits(index)) return index;
  }
  return null;
}
