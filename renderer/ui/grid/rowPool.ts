import { RowElement, type Picture } from './gridRow.ts';
import type { GridRow } from './gridModel.ts';

/** Rows that stand in the strip before its zero is moved, so that no element is ever millions of pixels away. */
const span = 1500;

/** The row elements, made once and used again for other rows; only what differs is written. */
export class RowPool {
  #body: HTMLElement;
  #strip: HTMLElement;
  #rows: RowElement[] = [];
  /** Rows that have an element while they are in view: more than show at any offset. */
  #slots = 0;
  /** Keeps the active row in the document while it is scrolled away, so that aria-activedescendant never dangles. */
  #kept: RowElement | null = null;
  /** The row at the strip's zero. */
  #base = 0;
  #moved = Number.NaN;
  #height = 0;

  constructor(body: HTMLElement, strip: HTMLElement) {
    this.#body = body;
    this.#strip = strip;
  }

  /** Other columns: all rows are made anew. */
  clear(): void {
    for (const { element } of this.#rows) element.remove();
    this.#kept?.element.remove();
    this.#rows = [];
    this.#kept = null;
  }

  /** The rows of the view, and those below them that fill the slots, that no element shows yet. */
  missing(inView: readonly [number, number], rows: number): number[] {
    const [first, end] = this.#span(inView, rows);
    const standing = new Set(this.#rows.map(({ row }) => row));
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index).filter(
      (row) => !standing.has(row),
    );
  }

  /**
   * Draws the rows in view with their tops at `row * rowHeight - offset`, and those below them that fill the slots: a
   * row that is only just out of view is cheaper to draw than to hide. At most `most` of those that no element shows
   * yet, the active one first; answers how many are left. `active` -1 = none to keep.
   */
  draw(
    inView: readonly [number, number],
    active: number,
    place: { rows: number; rowHeight: number; offset: number },
    rowOf: (row: number) => GridRow | null,
    picture: Picture,
    most: number,
  ): number {
    const [first, end] = this.#span(inView, place.rows);
    const missing = this.missing(inView, place.rows);
    const now = missing.slice(0, most);
    if (missing.includes(active) && !now.includes(active)) now.splice(0, 1, active);
    const left = missing.length - now.length;
    this.#moveStrip(first, end, place);
    const show = (one: RowElement, row: number): void =>
      one.show(row, (row - this.#base) * place.rowHeight, rowOf(row), picture);
    // In the order of the document, so that a window of new rows stands in order at once.
    const free: RowElement[] = [];
    for (const one of this.#rows)
      if (one.row < first || one.row > end) free.push(one);
      else show(one, one.row);
    for (const row of now) show(free.shift() ?? this.#add(), row);
    // Those that are left will want an element.
    for (const one of free.slice(left)) one.hide();
    if (active < 0 || (active >= first && active <= end)) this.#kept?.hide();
    else {
      this.#kept ??= new RowElement(this.#body, 'g-row');
      this.#kept.show(active, -1000, rowOf(active), picture);
    }
    return left;
  }

  cellElement(row: number, column: number): HTMLElement | null {
    if (row < 0) return null;
    if (this.#kept?.row === row) return this.#kept.cell(column);
    for (const one of this.#rows) if (one.row === row) return one.cell(column);
    return null;
  }

  #add(): RowElement {
    const made = new RowElement(this.#strip, 'g-row');
    this.#rows.push(made);
    return made;
  }

  /** First and last row that have an element at these rows in view. */
  #span([first, last]: readonly [number, number], rows: number): [number, number] {
    // One more than show at an even offset, so that the slots do not change with it.
    this.#slots = Math.max(this.#slots, last - first + 2);
    return [first, Math.min(first + this.#slots, rows) - 1];
  }

  /** Row and cell elements in their order: what a screen reader reads in browse mode. */
  restoreOrder(): void {
    const shown = this.#rows.filter((one) => one.row >= 0).sort((a, b) => a.row - b.row);
    for (const one of shown) one.restoreOrder();
    const ordered = [...shown, ...this.#rows.filter((one) => one.row < 0)];
    let next: HTMLElement | null = null;
    // Only those that stand wrong: what is put in anew is laid out anew.
    for (const { element } of ordered.toReversed()) {
      if (element.nextElementSibling !== next) this.#strip.insertBefore(element, next);
      next = element;
    }
    this.#rows = ordered;
  }

  #moveStrip(first: number, end: number, { rowHeight, offset }: { rowHeight: number; offset: number }): void {
    if (first < this.#base || end >= this.#base + span)
      this.#base = Math.max(0, first - Math.floor(span / 2));
    const { style } = this.#strip;
    const height = span * rowHeight;
    if (this.#height !== height) style.height = `${(this.#height = height)}px`;
    const moved = this.#base * rowHeight - offset;
    if (this.#moved !== moved) style.transform = `translateY(${(this.#moved = moved)}px)`;
  }
}
