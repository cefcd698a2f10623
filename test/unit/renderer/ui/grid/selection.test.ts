import { describe, expect, it } from 'vitest';
import { areaOf, at, keepInside, move, walk } from '../../../../../renderer/ui/grid/selection.ts';

const extent = { rows: 10, columns: 4 };

describe('selection', () => {
  it('moves and stays on the sheet', () => {
    expect(move(at(0, 0), -1, -1, extent, false)).toEqual(at(0, 0));
    expect(move(at(9, 3), 1, 1, extent, false)).toEqual(at(9, 3));
    expect(areaOf(move(at(4, 1), 3, 0, extent, true))).toEqual({ top: 4, bottom: 7, left: 1, right: 1 });
  });

  it('walks round a range by rows and by columns', () => {
    const range = { anchor: { row: 1, column: 1 }, head: { row: 2, column: 2 } };
    expect(walk(range, { row: 2, column: 1 }, 'row', false, extent)).toEqual({ row: 1, column: 2 });
    expect(walk(range, { row: 2, column: 2 }, 'column', false, extent)).toEqual({ row: 1, column: 1 });
    expect(walk(range, { row: 1, column: 1 }, 'row', true, extent)).toEqual({ row: 2, column: 2 });
  });

  it('follows when rows go', () => {
    expect(keepInside(at(9, 3), { rows: 3, columns: 2 })).toEqual(at(2, 1));
    expect(keepInside(at(9, 3), { rows: 0, columns: 0 })).toEqual(at(0, 0));
  });
});
