/** Chrome clips an element at 16,777,216 px on a 2x screen; the spacer stays well below. */
export const maxSpacer = 8_000_000;

/** Translates between the offset in rows' own pixels and the scroll bar, which may stand for more than it can be long. */
export interface Scale {
  /** Height of all rows, px. */
  content: number;
  /** Height of the scrolled element, px. */
  spacer: number;
  /** Visible height of the rows, px. */
  view: number;
}

export function makeScale(rows: number, rowHeight: number, view: number): Scale {
  const content = rows * rowHeight;
  return { content, spacer: Math.min(content, maxSpacer), view };
}

/** The furthest offset. */
export const maxOffset = (scale: Scale): number => Math.max(0, scale.content - scale.view);

export const clampOffset = (scale: Scale, offset: number): number =>
  Math.min(Math.max(0, offset), maxOffset(scale));

const ratio = (scale: Scale): number => {
  const scrollable = scale.spacer - scale.view;
  return scrollable <= 0 ? 1 : Math.max(1, maxOffset(scale) / scrollable);
};

export const scrollTopOf = (scale: Scale, offset: number): number => offset / ratio(scale);

export const offsetOf = (scale: Scale, scrollTop: number): number =>
  clampOffset(scale, scrollTop * ratio(scale));

/** First and last row that any pixel of the view shows. */
export function rowsInView(scale: Scale, offset: number, rowHeight: number, rows: number): [number, number] {
  const first = Math.floor(offset / rowHeight);
  const last = Math.min(rows - 1, Math.ceil((offset + scale.view) / rowHeight) - 1);
  return [Math.min(first, Math.max(0, rows - 1)), last];
}

/** The offset that brings a row into view with the least movement. */
export function offsetToShow(scale: Scale, offset: number, row: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < offset) return clampOffset(scale, top);
  if (top + rowHeight > offset + scale.view) return clampOffset(scale, top + rowHeight - scale.view);
  return offset;
}
