import { cellClass } from './cellClass.ts';
import type { ColumnLayout } from './columnLayout.ts';
import { GridCell } from './gridCell.ts';
import type { GridRow } from './gridModel.ts';

/** How the rows are drawn in one frame. */
export interface Picture {
  layout: ColumnLayout;
  /** First and last of the moving columns that show. */
  columns: readonly [number, number];
  /** Cells each row needs for them. */
  room: number;
  left: number;
  /** Size of the cells' font, px. */
  fontSize: number;
  /** Column that must be in the active row even when it is scrolled away; -1 = none. */
  keep: number;
  isSelected: (row: number, column: number) => boolean;
  isActive: (row: number, column: number) => boolean;
  /** Changes when anything above did: rows that were drawn with the same one are as they should be. */
  version: number;
}

const div = (className: string, role: string, parent: HTMLElement): HTMLDivElement => {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute('role', role);
  parent.append(made);
  return made;
};

/** One row element, used for one row after the other. Cells of moving columns are used again for others too. */
export class RowElement {
  readonly element: HTMLDivElement;
  /** Row it shows; -1 = none. */
  row = -1;
  #gutter: HTMLDivElement;
  #label = document.createTextNode('');
  #mark = document.createElement('i');
  #moving: HTMLDivElement;
  #frozenCells: GridCell[] = [];
  #cells: GridCell[] = [];
  #kept: GridCell | null = null;
  #content: GridRow | null = null;
  #drawn = -1;
  #top = Number.NaN;
  #left = Number.NaN;
  #markText = '';

  constructor(parent: HTMLElement, className: string) {
    this.element = div(className, 'row', parent);
    this.element.hidden = true;
    this.#gutter = div('g-gutter', 'rowheader', this.element);
    this.#gutter.setAttribute('aria-colindex', '1');
    const number = document.createElement('span');
    number.append(this.#label);
    this.#gutter.append(number, this.#mark);
    this.#moving = div('g-move', 'presentation', this.element);
  }

  hide(): void {
    if (this.row === -1) return;
    this.row = -1;
    this.element.hidden = true;
    // Nothing hidden may pass for a row, the active or a selected cell.
    this.element.removeAttribute('aria-rowindex');
    const cells = [...this.#frozenCells, ...this.#cells, ...(this.#kept ? [this.#kept] : [])];
    for (const cell of cells) cell.dress('g-cell', undefined, false, 0);
  }

  /** `top`: px in the strip; `content` null = still on its way. */
  show(row: number, top: number, content: GridRow | null, picture: Picture): void {
    if (this.#top !== top) this.element.style.top = `${(this.#top = top)}px`;
    const fresh = this.row !== row || this.#content !== content;
    if (!fresh && this.#drawn === picture.version) return;
    if (this.row === -1) this.element.hidden = false;
    if (this.row !== row) this.element.setAttribute('aria-rowindex', String(row + 2));
    if (fresh) this.#writeGutter(row, content);
    this.row = row;
    this.#content = content;
    this.#drawn = picture.version;
    this.#placeCells(picture);
    for (const cell of this.#frozenCells) this.#draw(cell, row, content, picture);
    for (const cell of this.#cells) this.#draw(cell, row, content, picture);
    if (this.#kept) this.#draw(this.#kept, row, content, picture);
  }

  cell(column: number): HTMLElement | null {
    for (const cells of [this.#frozenCells, this.#cells])
      for (const cell of cells) if (cell.column === column) return cell.element;
    return this.#kept?.column === column ? this.#kept.element : null;
  }

  /** Cells in the order of the columns: what a screen reader reads in browse mode. */
  restoreOrder(): void {
    const cells = [...this.#cells, ...(this.#kept ? [this.#kept] : [])];
    const wanted = cells.sort((a, b) => a.column - b.column).map((cell) => cell.element);
    if (wanted.some((one, index) => one !== this.#moving.children[index])) this.#moving.append(...wanted);
  }

  #placeCells({ layout, columns: [first, last], room, left, keep, isActive }: Picture): void {
    if (this.#left !== left) this.#moving.style.left = `${(this.#left = left) * -1}px`;
    while (this.#frozenCells.length < layout.frozen) {
      const cell = new GridCell(this.element);
      // Read before the others in browse mode.
      this.#moving.before(cell.element);
      this.#frozenCells.push(cell);
    }
    this.#frozenCells.forEach((cell, column) =>
      cell.place(column, layout.left(column), layout.width(column)),
    );
    while (this.#cells.length < room) this.#cells.push(new GridCell(this.#moving));
    const count = this.#cells.length;
    for (let column = first; column <= last; column += 1)
      this.#cells[column % count]?.place(column, layout.left(column), layout.width(column));
    for (const cell of this.#cells) if (cell.column < first || cell.column > last) cell.hide();
    const away = keep >= layout.frozen && (keep < first || keep > last) && isActive(this.row, keep);
    if (!away) {
      this.#kept?.element.remove();
      this.#kept = null;
      return;
    }
    // Its own column's slot may stand for it already, hidden since it was scrolled away: never two of one column.
    for (const cell of this.#cells) if (cell.column === keep) cell.column = -1;
    this.#kept ??= new GridCell(this.#moving);
    this.#kept.place(keep, layout.left(keep), layout.width(keep));
  }

  #draw(cell: GridCell, row: number, content: GridRow | null, picture: Picture): void {
    const { column } = cell;
    if (column < 0) return;
    const mark = content?.marks[column];
    cell.write(content?.cells[column] ?? '', mark);
    const look = cellClass(row, column, content, picture);
    cell.dress(look, mark, picture.isSelected(row, column), picture.fontSize);
  }

  #writeGutter(row: number, content: GridRow | null): void {
    this.#label.data = content?.label ?? String(row + 1);
    const mark = content?.mark ?? '';
    const was = this.#content?.mark ?? '';
    if (mark !== was || this.#mark.className === '') {
      this.#mark.className = mark ? `g-mark ${mark}` : 'g-mark';
      this.element.classList.toggle('quiet', mark === 'quiet');
    }
    const said = content?.markText ? `${content.label}, ${content.markText}` : '';
    if (said === this.#markText) return;
    this.#markText = said;
    if (said) this.#gutter.setAttribute('aria-label', said);
    else this.#gutter.removeAttribute('aria-label');
  }
}
