import { assertNever } from '../../../shared/lib/assertNever.ts';
import { cellClass } from './cellClass.ts';
import { gutterWidth } from './columnLayout.ts';
import type { GridRow, RowMark } from './gridModel.ts';
import type { Picture } from './gridRow.ts';
import type { Look, Looks } from './looks.ts';
import { runsOf } from './offer.ts';

type Pen = CanvasRenderingContext2D;

/** Blank space beside a cell's text, px. */
const padding = 8;
/** Between what would go and what would come, px. */
const apart = 4;
/** Size of what one takes to fill down, px. */
const handle = 7;
/** Right edge of a row's number; the mark stands beside it, px. */
const numberEnd = gutterWidth - 31;

/** What is painted: rows one below the other, the first with its top at `top`; px of the view. */
export interface Scene {
  rows: readonly { row: number; content: GridRow | null }[];
  top: number;
  rowHeight: number;
  width: number;
  height: number;
  picture: Picture;
}

/**
 * Paints rows as they look when they stand still: column by column from the left, so that text too long for its
 * cell is painted over by the next column instead of being cut.
 */
export function paintRows(pen: Pen, looks: Looks, scene: Scene): void {
  const { layout, left, columns } = scene.picture;
  // All of it first: then the browser need not keep what was there before.
  fill(pen, sheetOf(looks), 0, 0, scene.width, scene.height);
  for (let column = columns[0]; column <= columns[1]; column += 1)
    paintColumn(pen, looks, scene, column, layout.left(column) - left);
  const end = layout.total - left;
  fill(pen, sheetOf(looks), end, 0, Math.max(0, scene.width - end), scene.height);
  for (let column = 0; column < layout.frozen; column += 1)
    paintColumn(pen, looks, scene, column, layout.left(column));
  paintGutter(pen, looks, scene);
  const line = ruleOf(looks);
  scene.rows.forEach((_, index) =>
    fill(pen, line, 0, scene.top + (index + 1) * scene.rowHeight - 1, scene.width, 1),
  );
}

const sheetOf = (looks: Looks): string => looks.of('g-cell frozen').paper ?? 'white';
const ruleOf = (looks: Looks): string => looks.of('g-cell frozen').right ?? 'gray';

function fill(pen: Pen, colour: string, x: number, y: number, width: number, height: number): void {
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
}

/** Where letters stand in a line of the font, px below its top: as the browser does for elements. */
function baseline(pen: Pen, lineHeight: number): number {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('');
  const ascent = Math.round(fontBoundingBoxAscent);
  return Math.floor((lineHeight - ascent - Math.round(fontBoundingBoxDescent)) / 2) + ascent;
}

function paintColumn(pen: Pen, looks: Looks, scene: Scene, column: number, x: number): void {
  const { rows, top, rowHeight, height, picture } = scene;
  const width = picture.layout.width(column);
  const numeric = picture.layout.columns[column]?.numeric === true;
  const sheet = sheetOf(looks);
  const lookAt = looksOfColumn(looks, column, picture);
  fill(pen, sheet, x, 0, width, height);
  pen.font = looks.of('g-cell').font;
  const letters = baseline(pen, rowHeight - 1);
  rows.forEach(({ row, content }, index) => {
    const y = top + index * rowHeight;
    const look = lookAt(row, content);
    const box = { x, y, width, height: rowHeight - 1 };
    if (look.paper !== null && look.paper !== sheet) fill(pen, look.paper, x, y, width, rowHeight);
    paintInset(pen, look, box);
    if (!content) return fill(pen, ruleOf(looks), x + padding, y + 10, width * 0.7 - padding, padding);
    const text = content.cells[column] ?? '';
    const offer = content.marks[column]?.offer;
    if (offer === undefined) {
      if (text === '') return;
      pen.fillStyle = look.ink;
      pen.fillText(text, textStart(look, box, numeric ? looks.widthOf(pen, text) : 0), y + letters);
      return;
    }
    const lookOf = (kind: string): Look =>
      looks.of(cellClass(row, column, content, picture), rowClass(content), kind);
    paintOffer(pen, lookOf, { text, offer, numeric }, box, letters);
  });
  fill(pen, ruleOf(looks), x + width - 1, 0, 1, height);
  const { isSelected } = picture;
  const corner = rows.findIndex(({ row }) => isSelected(row, column) && !isSelected(row + 1, column));
  if (corner < 0 || isSelected(rows[corner]?.row ?? 0, column + 1)) return;
  // What one takes to fill down.
  const bottom = top + (corner + 1) * rowHeight - 1;
  fill(pen, looks.of('g-fill').paper ?? ruleOf(looks), x + width - handle, bottom - handle, handle, handle);
}

const rowClass = (content: GridRow | null): string => (content?.mark === 'quiet' ? 'g-row quiet' : 'g-row');

/** How the cells of a column look. Nearly all look like the one before, which is not asked for again. */
function looksOfColumn(
  looks: Looks,
  column: number,
  picture: Picture,
): (row: number, content: GridRow | null) => Look {
  let plain: Look | null = null;
  return (row, content) => {
    const isPlain =
      content !== null &&
      content.mark !== 'quiet' &&
      content.marks[column] === undefined &&
      !picture.isSelected(row, column) &&
      !picture.isActive(row, column);
    if (isPlain && plain !== null) return plain;
    const look = looks.of(cellClass(row, column, content, picture), rowClass(content));
    if (isPlain) plain = look;
    return look;
  };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The line inside the edges; a line at the right stands beside it. */
function paintInset(pen: Pen, { inset, right }: Look, { x, y, width: whole, height }: Box): void {
  if (!inset) return;
  const { colour, spread, bottom } = inset;
  const width = whole - (right === null ? 0 : 1);
  fill(pen, colour, x, y + height - spread - bottom, width, spread + bottom);
  if (spread === 0) return;
  fill(pen, colour, x, y, width, spread);
  fill(pen, colour, x, y, spread, height);
  fill(pen, colour, x + width - spread, y, spread, height);
}

/** Where a text begins; a number (`width` over 0) stands right unless it is too long. */
function textStart(look: Look, box: Box, width: number): number {
  const start = box.x + padding;
  if (width === 0) return start;
  return Math.max(start, box.x + box.width - padding - (look.right === null ? 0 : 1) - width);
}

interface Offered {
  text: string;
  offer: string;
  numeric: boolean;
}

/** What would go is struck out, what would come is underlined. */
function paintOffer(
  pen: Pen,
  lookOf: (kind: string) => Look,
  { text, offer, numeric }: Offered,
  box: Box,
  letters: number,
): void {
  const { font } = pen;
  let x = box.x + padding;
  const pieces = runsOf(text, offer).map((run) => {
    const look = lookOf(run.kind);
    pen.font = look.font;
    return { ...run, look, width: pen.measureText(run.text).width };
  });
  const whole = pieces.reduce((sum, { width }) => sum + width, 0);
  if (numeric) x = Math.max(x, box.x + box.width - padding - 1 - whole);
  for (const { kind, text: piece, look, width } of pieces) {
    pen.font = look.font;
    pen.fillStyle = look.ink;
    pen.fillText(piece, x, box.y + letters);
    if (kind === 'gone') pen.fillRect(x, box.y + letters - 4, width, 1);
    if (kind === 'come') pen.fillRect(x, box.y + letters + 3, width, 1);
    x += width + (kind === 'gone' ? apart : 0);
  }
  pen.font = font;
}

function paintGutter(pen: Pen, looks: Looks, { rows, top, rowHeight, height }: Scene): void {
  const look = looks.of('g-gutter');
  fill(pen, look.paper ?? sheetOf(looks), 0, 0, gutterWidth, height);
  pen.font = look.font;
  const letters = baseline(pen, rowHeight - 1);
  pen.fillStyle = look.ink;
  pen.textAlign = 'right';
  rows.forEach(({ row, content }, index) =>
    pen.fillText(content?.label ?? String(row + 1), numberEnd, top + index * rowHeight + letters),
  );
  pen.textAlign = 'left';
  rows.forEach(({ content }, index) => {
    if (!content?.mark) return;
    const ink = looks.of(`g-mark ${content.mark}`, 'g-row', '::before').paper;
    if (ink === null) return;
    paintMark(
      pen,
      content.mark,
      { ink, sheet: sheetOf(looks) },
      top + index * rowHeight + (rowHeight - 1) / 2,
    );
  });
  fill(pen, look.right ?? ruleOf(looks), gutterWidth - 1, 0, 1, height);
}

/** The sign beside a row's number; `middle`: px from the top. */
function paintMark(
  pen: Pen,
  mark: Exclude<RowMark, ''>,
  { ink, sheet }: { ink: string; sheet: string },
  middle: number,
): void {
  const x = gutterWidth - 25;
  pen.fillStyle = ink;
  switch (mark) {
    case 'needs':
      paintShape(pen, [x + 11.5, middle - 6], [x + 18, middle + 6], [x + 5, middle + 6]);
      fill(pen, sheet, x + 11, middle - 2, 1.5, 4);
      return fill(pen, sheet, x + 11, middle + 3, 1.5, 1.5);
    case 'repair':
      return paintShape(
        pen,
        [x + 12, middle - 5.6],
        [x + 17.6, middle],
        [x + 12, middle + 5.6],
        [x + 6.4, middle],
      );
    case 'double':
      pen.fillRect(x + 6, middle - 6, 7, 7);
      pen.fillRect(x + 10, middle - 2, 7, 7);
      return fill(pen, sheet, x + 11.5, middle - 0.5, 4, 4);
    case 'quiet':
      return pen.fillRect(x + 7, middle - 1, 10, 2);
    default:
      return assertNever(mark);
  }
}

function paintShape(pen: Pen, ...corners: [x: number, y: number][]): void {
  pen.beginPath();
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.fill();
}
