import { clampWidth } from './columns.ts';
import type { GridParts } from './gridParts.ts';

/** Blank space of a cell, both sides and its line, px. */
const padding = 18;
/** Rows above and below the view that count too. */
const around = 200;

/** The width that shows whole what is in a column: its head, and the cells near the view. */
export function fittingWidth({ model, layout, view }: GridParts, column: number): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return layout.width(column);
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(view.body);
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { source = '', name = '' } = model.columns[column] ?? {};
  // The head is written smaller, but a select needs room for its arrow.
  let widest = Math.max(pen.measureText(source).width, pen.measureText(name).width + 12);
  const [first, last] = view.inView();
  for (let row = Math.max(0, first - around); row <= Math.min(model.rowCount - 1, last + around); row += 1) {
    const content = model.row(row);
    const text = content?.cells[column] ?? '';
    const offer = content?.marks[column]?.offer ?? '';
    widest = Math.max(widest, pen.measureText(text + offer).width);
  }
  return clampWidth(Math.ceil(widest) + padding);
}
