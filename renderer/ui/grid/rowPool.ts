import { compareOffer } from './offer.ts';
import type { CellMark, GridColumn, GridRow } from './gridModel.ts';

/** How one cell is drawn, besides its text. */
export interface CellLook {
  selected: boolean;
  active: boolean;
}

interface Cell {
  element: HTMLDivElement;
  text: Text;
  shown: string;
  className: string;
  offered: CellMark | undefined;
}

interface Slot {
  element: HTMLDivElement;
  gutter: HTMLDivElement;
  label: Text;
  mark: HTMLElement;
  cells: Cell[];
  /** Row it shows; -1 = none. */
  row: number;
  top: number;
  content: GridRow | null;
}

const div = (className: string, role: string): HTMLDivElement => {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute('role', role);
  return made;
};

/** The row elements, made once and used again for other rows; only what differs is written. */
export class RowPool {
  #body: HTMLElement;
  #columns: readonly GridColumn[] = [];
  #frozen: readonly number[] = [];
  #slots: Slot[] = [];
  /** Keeps the active row in the document while it is scrolled away, so that aria-activedescendant never dangles. */
  #kept: Slot | null = null;

  constructor(body: HTMLElement) {
    this.#body = body;
  }

  /** Left edges of the frozen columns, px; all rows are made anew. */
  setColumns(columns: readonly GridColumn[], frozen: readonly number[]): void {
    this.#columns = columns;
    this.#frozen = frozen;
    this.#body.replaceChildren();
    this.#slots = [];
    this.#kept = null;
  }

  setFrozenEdges(edges: readonly number[]): void {
    this.#frozen = edges;
    for (const slot of [...this.#slots, ...(this.#kept ? [this.#kept] : [])])
      edges.forEach((left, column) => {
        const cell = slot.cells[column];
        if (cell) cell.element.style.left = `${left}px`;
      });
  }

  /** Everything will be written again at the next draw. */
  forget(): void {
    for (const slot of this.#slots) slot.row = -1;
    if (this.#kept) this.#kept.row = -1;
  }

  /** Draws rows first..last; `look` says how each cell stands, `rowOf` what is in it. */
  draw(
    [first, last]: readonly [number, number],
    active: number,
    rowOf: (row: number) => GridRow | null,
    topOf: (row: number) => number,
    look: (row: number, column: number) => CellLook,
  ): void {
    const size = Math.max(1, last - first + 2);
    while (this.#slots.length < size) this.#slots.push(this.#make());
    const used = new Set<Slot>();
    for (let row = first; row <= last; row += 1) {
      const slot = this.#slots[row % this.#slots.length];
      if (!slot) continue;
      used.add(slot);
      this.#show(slot, row, rowOf(row), topOf(row), look);
    }
    for (const slot of this.#slots) if (!used.has(slot)) this.#hide(slot);
    this.#keep(active >= 0 && (active < first || active > last) ? active : -1, rowOf, look);
  }

  cellElement(row: number, column: number): HTMLElement | null {
    for (const slot of [...this.#slots, this.#kept])
      if (slot?.row === row) return slot.cells[column]?.element ?? null;
    return null;
  }

  /** Row elements in the order of the rows: what a screen reader reads in browse mode. */
  restoreOrder(): void {
    const shown = this.#slots.filter((slot) => slot.row >= 0).sort((a, b) => a.row - b.row);
    const elements = shown.map((slot) => slot.element);
    const present = [...this.#body.children].filter((child) => elements.some((one) => one === child));
    if (elements.every((one, index) => one === present[index])) return;
    for (const one of elements) this.#body.append(one);
  }

  #keep(
    row: number,
    rowOf: (row: number) => GridRow | null,
    look: (row: number, column: number) => CellLook,
  ): void {
    if (row < 0) {
      if (this.#kept) this.#hide(this.#kept);
      return;
    }
    this.#kept ??= this.#make();
    this.#show(this.#kept, row, rowOf(row), -10_000, look);
  }

  #make(): Slot {
    const element = div('g-row', 'row');
    element.hidden = true;
    const gutter = div('g-gutter', 'rowheader');
    const label = document.createTextNode('');
    const number = document.createElement('span');
    number.append(label);
    const mark = document.createElement('i');
    gutter.append(number, mark);
    gutter.setAttribute('aria-colindex', '1');
    element.append(gutter);
    const cells = this.#columns.map((_, index) => {
      const cell = div('g-cell', 'gridcell');
      cell.setAttribute('aria-colindex', String(index + 2));
      const text = document.createTextNode('');
      cell.append(text);
      const left = this.#frozen[index];
      if (left !== undefined) cell.style.left = `${left}px`;
      element.append(cell);
      return { element: cell, text, shown: '', className: 'g-cell', offered: undefined } satisfies Cell;
    });
    this.#body.append(element);
    return { element, gutter, label, mark, cells, row: -1, top: Number.NaN, content: null };
  }

  #hide(slot: Slot): void {
    if (slot.element.hidden) return;
    slot.element.hidden = true;
    slot.row = -1;
  }

  #show(
    slot: Slot,
    row: number,
    content: GridRow | null,
    top: number,
    look: (row: number, column: number) => CellLook,
  ): void {
    if (slot.element.hidden) slot.element.hidden = false;
    if (slot.top !== top) {
      slot.top = top;
      slot.element.style.transform = `translateY(${top}px)`;
    }
    const fresh = slot.row !== row || slot.content !== content;
    if (slot.row !== row) slot.element.setAttribute('aria-rowindex', String(row + 2));
    slot.row = row;
    if (fresh) this.#fillGutter(slot, row, content);
    slot.content = content;
    for (let column = 0; column < slot.cells.length; column += 1) {
      const cell = slot.cells[column];
      if (!cell) continue;
      const mark = content?.marks[column];
      if (fresh) this.#fillCell(cell, content?.cells[column] ?? '', mark);
      this.#dress(cell, column, mark, look(row, column));
    }
  }

  #fillGutter(slot: Slot, row: number, content: GridRow | null): void {
    slot.label.data = content?.label ?? String(row + 1);
    slot.mark.className = content?.mark ? `g-mark ${content.mark}` : 'g-mark';
    slot.element.classList.toggle('quiet', content?.mark === 'quiet');
    slot.gutter.setAttribute('aria-label', content?.markText ? `${content.label}, ${content.markText}` : '');
    if (!content?.markText) slot.gutter.removeAttribute('aria-label');
  }

  #fillCell(cell: Cell, text: string, mark: CellMark | undefined): void {
    const offered = mark?.offer === undefined ? undefined : mark;
    if (cell.shown === text && cell.offered === offered) return;
    cell.shown = text;
    if (offered?.offer !== undefined) drawOffer(cell.element, text, offered.offer);
    else {
      if (cell.offered) cell.element.replaceChildren(cell.text);
      cell.text.data = text;
    }
    cell.offered = offered;
  }

  #dress(cell: Cell, column: number, mark: CellMark | undefined, look: CellLook): void {
    const numeric = this.#columns[column]?.numeric === true ? ' num' : '';
    const kind = mark ? ` m-${mark.kind}` : '';
    const frozen = column < this.#frozen.length ? ' frozen' : '';
    const className = `g-cell${numeric}${frozen}${kind}${look.selected ? ' sel' : ''}${look.active ? ' act' : ''}`;
    if (cell.className === className) return;
    const wasMarked = cell.className.includes(' m-');
    const wasSelected = cell.className.includes(' sel');
    cell.className = className;
    cell.element.className = className;
    if (mark || wasMarked) describe(cell.element, mark);
    if (look.selected !== wasSelected) {
      if (look.selected) cell.element.setAttribute('aria-selected', 'true');
      else cell.element.removeAttribute('aria-selected');
    }
  }
}

function describe(cell: HTMLElement, mark: CellMark | undefined): void {
  if (!mark) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('aria-description');
    return;
  }
  if (mark.kind === 'fault' || mark.kind === 'repair') cell.setAttribute('aria-invalid', 'true');
  else cell.removeAttribute('aria-invalid');
  cell.setAttribute('aria-description', mark.why);
}

/** The text as it is, with what would go struck out and what would come underlined. */
function drawOffer(cell: HTMLElement, was: string, value: string): void {
  const cut = compareOffer(was, value);
  // Where letters both go and come, the whole old text is easier to read struck out than pieces of it.
  const { before, gone, come, after } =
    cut.gone !== '' && cut.come !== '' ? { before: '', gone: was, come: value, after: '' } : cut;
  const parts: Node[] = [document.createTextNode(before)];
  const part = (tag: string, className: string, text: string): void => {
    if (text === '') return;
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    parts.push(made);
  };
  part('del', 'gone', gone);
  part('ins', 'ghost', come);
  parts.push(document.createTextNode(after));
  cell.replaceChildren(...parts);
}
