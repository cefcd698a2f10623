import { RowElement, type Picture } from './gridRow.ts';
import type { GridRow } from './gridModel.ts';

/** Rows that stand in the strip before its zero is moved, so that no element is ever millions of pixels away. */
const span = 1500;

/** The row elements, made once and used again for other rows; only what differs is written. */
export class RowPool {
  #body: HTMLElement;
  #strip: HTMLElement;
  #rows: RowElement[] = [];
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

  /**
   * Draws rows first..last with their tops at `row * rowHeight - offset`, and those below them that fill the slots:
   * a row that is only just out of view is cheaper to draw than to hide. `active` -1 = none to keep.
   */
  draw(
    [first, last]: readonly [number, number],
    active: number,
    place: { rows: number; rowHeight: number; offset: number },
    rowOf: (row: number) => GridRow | null,
    picture: Picture,
  ): void {
    // One more than show at an even offset, so that the slots do not change with it.
    const size = last - first + 2;
    while (this.#rows.length < size) this.#rows.push(new RowElement(this.#strip, 'g-row'));
    const end = Math.min(first + this.#rows.length, place.rows) - 1;
    this.#moveStrip(first, end, place);
    const standing = new Map(this.#rows.map((one) => [one.row, one]));
    // In the order of the document, so that a window of new rows stands in order at once.
    const free = this.#rows.filter(({ row }) => row < first || row > end);
    for (let row = first; row <= end; row += 1) {
      const one = standing.get(row) ?? free.shift();
      one?.show(row, (row - this.#base) * place.rowHeight, rowOf(row), picture);
    }
    for (const one of free) one.hide();
    if (active < 0 || (active >= first && active <= end)) this.#kept?.hide();
    else {
      this.#kept ??= new RowElement(this.#body, 'g-row');
      this.#kept.show(active, -1000, rowOf(active), picture);
    }
  }

  cellElement(row: number, column: number): HTMLElement | null {
    if (row < 0) return null;
    for (const one of this.#rows) if (one.row === row) return one.cell(column);
    return this.#kept?.row === row ? this.#kept.cell(column) : null;
  }

  /** Row and cell elements in their order: what a screen reader reads in browse mode. */
  restoreOrder(): void {
    const shown = this.#rows.filter((one) => one.row >= 0).sort((a, b) => a.row - b.row);
    for (const one of shown) one.restoreOrder();
    const ordered = [...shown, ...this.#rows.filter((one) => one.row < 0)];
    if (ordered.some((one, index) => one !== this.#rows[index]))
      this.#strip.append(...ordered.map(({ element }) => element));
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
