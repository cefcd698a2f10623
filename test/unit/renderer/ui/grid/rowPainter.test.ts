import { describe, expect, it } from 'vitest';
import { ColumnLayout } from '../../../../../renderer/ui/grid/columnLayout.ts';
import type { CellMark, GridRow, RowMark } from '../../../../../renderer/ui/grid/gridModel.ts';
import type { Look, Looks } from '../../../../../renderer/ui/grid/looks.ts';
import { paintRows, type Scene } from '../../../../../renderer/ui/grid/rowPainter.ts';

const plain: Look = { font: 'plain', ink: 'black', paper: null, right: null, inset: null };
/** Looks that say what they were asked for. */
const looks = {
  of: (part: string, row = 'g-row', inner = ''): Look => {
    if (part === 'g-cell frozen') return { ...plain, paper: 'sheet', right: 'rule' };
    if (inner === '::before') return { ...plain, paper: part };
    if (part === 'g-fill') return { ...plain, paper: 'handle' };
    return { ...plain, ink: [row, part, inner].join(' ').trim(), paper: part.includes(' m-') ? part : null };
  },
  widthOf: (pen: CanvasRenderingContext2D, text: string) => pen.measureText(text).width,
} as unknown as Looks;

interface Drawn {
  what: string;
  colour: string;
  x: number;
  y: number;
}

/** A pen that notes what it draws; a letter is 10 px wide. */
function makePen() {
  const drawn: Drawn[] = [];
  const pen = {
    font: '',
    fillStyle: '',
    textAlign: 'left',
    measureText: (text: string) => ({
      width: text.length * 10,
      fontBoundingBoxAscent: 12.2,
      fontBoundingBoxDescent: 2.8,
    }),
    fillText: (what: string, x: number, y: number) => drawn.push({ what, colour: pen.fillStyle, x, y }),
    fillRect: (x: number, y: number) => drawn.push({ what: '', colour: pen.fillStyle, x, y }),
    beginPath: () => undefined,
    lineTo: () => undefined,
    fill: () => drawn.push({ what: 'shape', colour: pen.fillStyle, x: 0, y: 0 }),
  };
  return { pen: pen as unknown as CanvasRenderingContext2D, drawn };
}

const row = (cells: string[], marks: Record<number, CellMark> = {}, mark: RowMark = ''): GridRow => ({
  key: 1,
  label: 'N',
  mark,
  markText: '',
  cells,
  marks,
});

function paint(contents: (GridRow | null)[], change: Partial<Scene['picture']> = {}): Drawn[] {
  const layout = new ColumnLayout(new Map());
  const column = (id: string, numeric: boolean) => ({
    id,
    source: id,
    name: id,
    width: 100,
    numeric,
    editor: { kind: 'text' as const },
  });
  layout.set([column('a', false), column('b', false), column('c', true)], 1);
  const { pen, drawn } = makePen();
  paintRows(pen, looks, {
    rows: contents.map((content, index) => ({ row: 50 + index, content })),
    top: -7,
    rowHeight: 28,
    width: 500,
    height: 600,
    picture: {
      layout,
      columns: [1, 2],
      room: 2,
      left: 30,
      fontSize: 13,
      keep: -1,
      isSelected: () => false,
      isActive: () => false,
      version: 1,
      ...change,
    },
  });
  return drawn;
}

const found = (drawn: readonly Drawn[], what: string) => drawn.find((one) => one.what === what);

describe('rows in motion', () => {
  it('stand where the elements would: frozen ones stay, the others go under them, numbers stand right', () => {
    const drawn = paint([row(['first', 'second', '3']), row(['next', '', '1234567890'])]);
    // Gutter 78; letters sit 18 px below the top of a line of 27 px: (27 - 12 - 3) / 2 + 12.
    expect(found(drawn, 'first')).toMatchObject({ x: 86, y: 11 });
    expect(found(drawn, 'second')).toMatchObject({ x: 178 - 30 + 8, y: 11 });
    expect(found(drawn, '3')).toMatchObject({ x: 378 - 30 - 8 - 10 });
    // Too long for its column: its beginning shows.
    expect(found(drawn, '1234567890')).toMatchObject({ x: 278 - 30 + 8, y: 39 });
    const order = drawn.map(({ what }) => what);
    expect(order.indexOf('first')).toBeGreaterThan(order.indexOf('3'));
  });

  it('look as the style sheet says for their marks, their row, and what is selected', () => {
    const faulty = row(['a', 'b', 'c'], { 1: { kind: 'fault', why: '' } }, 'quiet');
    const drawn = paint([faulty], {
      isSelected: (_, column) => column === 0,
      isActive: (at, column) => at === 50 && column === 0,
    });
    expect(found(drawn, 'b')?.colour).toBe('g-row quiet g-cell m-fault');
    expect(drawn.map(({ colour }) => colour)).toContain('g-cell m-fault');
    expect(found(drawn, 'a')?.colour).toBe('g-row quiet g-cell frozen sel act');
    expect(found(drawn, 'N')?.colour).toBe('g-row g-gutter');
    expect(drawn.map(({ colour }) => colour)).toContain('g-mark quiet');
  });

  it('show an offer in its pieces, and a row that is late by its number alone', () => {
    const offered = row(['', 'IT (Italy)', ''], { 1: { kind: 'repair', why: '', offer: 'IT' } });
    const drawn = paint([offered, null]);
    expect(found(drawn, 'IT')).toMatchObject({ colour: 'g-row g-cell m-repair kept' });
    expect(found(drawn, ' (Italy)')).toMatchObject({ colour: 'g-row g-cell m-repair gone' });
    expect(found(drawn, ' (Italy)')?.x).toBe((found(drawn, 'IT')?.x ?? 0) + 20);
    expect(found(drawn, '52')).toBeDefined();
  });
});
