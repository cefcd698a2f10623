import { beforeEach, describe, expect, it } from 'vitest';
import { Cursor } from '../../../../../renderer/ui/grid/cursor.ts';
import type { Position } from '../../../../../renderer/ui/grid/gridModel.ts';

let log: string[] = [];
const cursorOf = (rows: number, columns: number): Cursor =>
  new Cursor({
    extent: () => ({ rows, columns }),
    pageRows: () => 10,
    show: ({ row, column }: Position) => log.push(`show ${row}/${column}`),
    showStart: () => log.push('start'),
    leaving: () => log.push('leaving'),
    moved: () => log.push('moved'),
  });
beforeEach(() => {
  log = [];
});

describe('the cursor', () => {
  it('keeps what is typed before it goes elsewhere, and shows where it went', () => {
    const cursor = cursorOf(100, 5);
    cursor.goTo({ row: 400, column: 2 });
    expect(cursor.active).toEqual({ row: 99, column: 2 });
    expect(log).toEqual(['leaving', 'show 99/2', 'moved']);
  });

  it('selects whole rows in the gutter, and goes on doing so while the mouse drags', () => {
    const cursor = cursorOf(100, 5);
    cursor.press({ row: 3, column: -1 }, false);
    cursor.drag({ row: 6, column: 2 });
    expect(cursor.area).toEqual({ top: 3, bottom: 6, left: 0, right: 4 });
    expect(cursor.active).toEqual({ row: 3, column: 0 });
  });

  it('stretches a range with Shift from where it began, with mouse and keys', () => {
    const cursor = cursorOf(100, 5);
    cursor.press({ row: 10, column: 3 }, false);
    cursor.press({ row: 8, column: 1 }, true);
    cursor.step({ kind: 'page', direction: -1, extend: true });
    expect(cursor.area).toEqual({ top: 0, bottom: 10, left: 1, right: 3 });
    expect(cursor.active).toEqual({ row: 10, column: 3 });
    expect(log.at(-2)).toBe('show 0/1');
  });

  it('selects columns from their heads and everything at once', () => {
    const cursor = cursorOf(100, 5);
    cursor.column(1, false);
    cursor.column(3, true);
    expect(cursor.area).toEqual({ top: 0, bottom: 99, left: 1, right: 3 });
    cursor.all();
    expect(cursor.area).toEqual({ top: 0, bottom: 99, left: 0, right: 4 });
  });

  it('walks round inside a range and never leaves it', () => {
    const cursor = cursorOf(100, 5);
    cursor.selectArea(2, 1, 3, 2);
    const seen = Array.from({ length: 5 }, () => {
      cursor.walk('column', false);
      return `${cursor.active.row}/${cursor.active.column}`;
    });
    expect(seen).toEqual(['2/2', '3/1', '3/2', '2/1', '2/2']);
    expect(cursor.area).toEqual({ top: 2, bottom: 3, left: 1, right: 2 });
  });

  it('brings the first columns into view on the way home', () => {
    const cursor = cursorOf(100, 5);
    cursor.step({ kind: 'edge', to: 'right', extend: false });
    expect(log).not.toContain('start');
    cursor.step({ kind: 'edge', to: 'left', extend: false });
    expect(log.at(-1)).toBe('start');
  });

  it('does nothing on an empty sheet', () => {
    const cursor = cursorOf(0, 5);
    cursor.press({ row: 0, column: 2 }, false);
    cursor.stayInside();
    expect(log).toEqual(['leaving']);
    expect(cursor.active).toEqual({ row: 0, column: 0 });
  });
});
