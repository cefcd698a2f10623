import { makeAnnouncer } from './announce.ts';
import { fromTsv, spread, toHtml, toTsv } from './clipboard.ts';
import { columnAt, edgesOf, scrollToShow, widthsOf } from './columns.ts';
import { CellEditor } from './editing.ts';
import type { Area, GridModel, Position } from './gridModel.ts';
import { drawHead } from './headRow.ts';
import { commandFor, type Command } from './keyboard.ts';
import { listenToPointer } from './pointer.ts';
import { placePopover } from './popoverPlace.ts';
import { RowPool } from './rowPool.ts';
import {
  areaOf,
  at,
  cellsIn,
  inside,
  isInside,
  keepInside,
  move,
  walk,
  type Selection,
} from './selection.ts';
import { Viewport } from './viewport.ts';

export interface GridWords {
  label: string;
  rowNumbers: string;
  choices: string;
  resize: (name: string) => string;
  noProblem: string;
  pasted: (rows: number) => string;
}

export interface GridOptions {
  id: string;
  words: GridWords;
  frozen: number;
  /** Puts text and HTML on the system's clipboard. */
  writeClipboard: (text: string, html: string) => void;
  onSelect: (active: Position, area: Area) => void;
  /** Find and replace, and the rows' menu, are the screen's. */
  onAsk: (what: 'find' | 'replace' | 'menu') => void;
}

// Six digits and the mark.
const gutterWidth = 78;

/** The spreadsheet: selection, keys, editing and drawing over a model. Lives outside React. */
export class GridCore {
  selection: Selection = at(0, 0);
  #active: Position = { row: 0, column: 0 };
  /** Jumps to a problem that are still being looked up. */
  #jumps = 0;
  #model: GridModel;
  #options: GridOptions;
  #view: Viewport;
  #pool: RowPool;
  #editor: CellEditor;
  #say: (text: string) => void;
  #widths = new Map<string, number>();
  #edges: number[] = [gutterWidth];
  #activeElement: HTMLElement | null = null;
  #fill: HTMLElement;
  #fillTo: Area | null = null;
  #missingSince = 0;
  #stop: () => void;
  #popover: HTMLElement | null = null;
  #host: HTMLElement;

  constructor(host: HTMLElement, model: GridModel, options: GridOptions) {
    this.#host = host;
    this.#model = model;
    this.#options = options;
    this.#view = new Viewport(host);
    this.#pool = new RowPool(this.#view.body);
    this.#say = makeAnnouncer(host);
    this.#editor = new CellEditor(host, `${options.id}-choices`, {
      commit: (value, then) => this.#commit(value, then),
      cancel: () => this.#cancel(),
      choicesLabel: options.words.choices,
    });
    this.#fill = document.createElement('i');
    this.#fill.className = 'g-fill';
    const { sheet, body } = this.#view;
    sheet.id = options.id;
    sheet.setAttribute('role', 'grid');
    sheet.setAttribute('aria-multiselectable', 'true');
    sheet.setAttribute('aria-label', options.words.label);
    body.setAttribute('role', 'rowgroup');
    this.#editor.box.setAttribute('aria-label', options.words.label);
    this.#editor.box.setAttribute('aria-controls', options.id);
    this.#view.onDraw = () => this.#draw();
    this.#view.onRest = () => this.#rest();
    this.#listen();
    this.#columnsChanged();
    this.#stop = model.subscribe(() => this.#changed());
    this.#changed();
  }

  destroy(): void {
    this.#stop();
    this.#view.destroy();
    this.#host.replaceChildren();
  }

  focus(): void {
    this.#editor.box.focus({ preventScroll: true });
  }

  say(text: string): void {
    this.#say(text);
  }

  get active(): Position {
    return this.#active;
  }
  get area(): Area {
    return areaOf(this.selection);
  }

  /** Goes to a cell, selects it and shows it. */
  goTo(position: Position, focus?: 'focus'): void {
    const there = inside(position, this.#extent());
    this.#select(at(there.row, there.column));
    if (focus) this.focus();
  }

  async nextProblem(back = false): Promise<void> {
    // What is typed meanwhile is meant for the cell it leads to.
    this.focus();
    this.#jumps += 1;
    const found = await this.#model.nextProblem(this.#active, back).finally(() => (this.#jumps -= 1));
    if (!found) this.#say(this.#options.words.noProblem);
    else this.goTo(found, 'focus');
    this.#typed();
    if (!found) return;
    const row = this.#model.row(found.row);
    const mark = row?.marks[found.column];
    if (row && mark) this.#say(`${row.label}. ${this.#model.columns[found.column]?.name ?? ''}. ${mark.why}`);
  }

  async copy(cut?: 'cut'): Promise<void> {
    const { area } = this;
    const cells = await this.#model.read(area);
    this.#options.writeClipboard(toTsv(cells), toHtml(cells));
    if (cut) this.clear();
  }

  clear(): void {
    const { top, bottom, left, right } = this.area;
    const changes = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) changes.push({ row, column, value: '' });
    this.#model.change(changes);
  }

  fillDown(): void {
    if (this.area.bottom > this.area.top) this.#model.fillDown(this.area, 1);
  }

  insertRows(below = false): void {
    const { top, bottom } = this.area;
    this.#model.insertRows(below ? bottom + 1 : top, bottom - top + 1);
  }

  deleteRows(): void {
    this.#model.deleteRows(this.area.top, this.area.bottom);
  }

  /** An element that follows the active cell; null = none. */
  setPopover(element: HTMLElement | null): void {
    this.#popover = element;
    this.#view.requestDraw();
  }

  redraw(): void {
    this.#columnsChanged();
    this.#changed();
  }

  #extent(): { rows: number; columns: number } {
    return { rows: this.#model.rowCount, columns: this.#model.columns.length };
  }

  #changed(): void {
    if (this.#columnKey() !== this.#drawnColumns) this.#columnsChanged();
    const extent = this.#extent();
    this.selection = keepInside(this.selection, extent);
    this.#active = inside(this.#active, extent);
    this.#view.setRows(extent.rows);
    this.#view.sheet.setAttribute('aria-rowcount', String(extent.rows + 1));
    this.#view.requestDraw();
  }

  #drawnColumns = '';
  #columnKey(): string {
    return this.#model.columns
      .map(({ id, name, head, editor }) => `${id} ${name} ${head?.value ?? ''} ${editor.kind}`)
      .join('\n');
  }

  #columnsChanged(): void {
    this.#drawnColumns = this.#columnKey();
    const { columns } = this.#model;
    this.#edges = edgesOf(widthsOf(columns, this.#widths), gutterWidth);
    const frozen = this.#frozenEdges();
    this.#pool.setColumns(columns, frozen);
    this.#activeElement = null;
    this.#view.sheet.setAttribute('aria-colcount', String(columns.length + 1));
    drawHead(this.#view.head, columns, frozen, {
      resize: (column, width) => this.#resize(column, width),
      select: (column, extend) => this.#selectColumn(column, extend),
      widthOf: (column) => (this.#edges[column + 1] ?? 0) - (this.#edges[column] ?? 0),
      rowNumbers: this.#options.words.rowNumbers,
      resizeLabel: this.#options.words.resize,
    });
    this.#layColumns();
  }

  #frozenEdges(): number[] {
    return this.#edges.slice(0, Math.min(this.#options.frozen, this.#model.columns.length));
  }

  #layColumns(): void {
    const widths = this.#edges.slice(1).map((edge, index) => edge - (this.#edges[index] ?? 0));
    this.#view.sheet.style.setProperty(
      '--g-cols',
      `${gutterWidth}px ${widths.map((w) => `${w}px`).join(' ')}`,
    );
    this.#view.setWidth(this.#edges.at(-1) ?? 0);
  }

  #resize(column: number, width: number): void {
    const id = this.#model.columns[column]?.id;
    if (id === undefined) return;
    this.#widths.set(id, width);
    this.#edges = edgesOf(widthsOf(this.#model.columns, this.#widths), gutterWidth);
    this.#pool.setFrozenEdges(this.#frozenEdges());
    const heads = this.#view.head.querySelectorAll<HTMLElement>('.g-hcell');
    this.#frozenEdges().forEach((left, index) => {
      const head = heads[index];
      if (head) head.style.left = `${left}px`;
    });
    this.#layColumns();
    this.#view.requestDraw();
  }

  #selectColumn(column: number, extend: boolean): void {
    const last = Math.max(0, this.#model.rowCount - 1);
    const from = extend ? this.selection.anchor.column : column;
    this.#commitIfEditing();
    this.selection = { anchor: { row: 0, column: from }, head: { row: last, column } };
    this.#active = { row: 0, column: from };
    this.#selected();
    this.focus();
  }

  #select(selection: Selection, show: Position = selection.head): void {
    this.selection = selection;
    this.#active = selection.anchor;
    this.#view.showRow(show.row);
    this.#showColumn(show.column);
    this.#selected();
  }

  #showColumn(column: number): void {
    const { scroller } = this.#view;
    const wanted = scrollToShow(
      this.#edges,
      column,
      this.#options.frozen,
      scroller.scrollLeft,
      this.#view.viewWidth,
    );
    if (wanted !== scroller.scrollLeft) scroller.scrollLeft = wanted;
  }

  #selected(): void {
    this.#view.requestDraw();
    this.#options.onSelect(this.#active, this.area);
  }

  #draw(): void {
    const [first, last] = this.#view.inView();
    const rowOf = (row: number) => this.#model.row(row);
    // Rows that are still on their way: the last picture stays rather than an empty one, but not for ever.
    let missing = false;
    for (let row = first; row <= last; row += 1) if (rowOf(row) === null) missing = true;
    this.#model.prefetch?.(Math.max(0, first - 100), last + 100);
    if (missing) {
      const now = performance.now();
      if (this.#missingSince === 0) this.#missingSince = now;
      if (now - this.#missingSince < 400) {
        this.#view.requestDraw();
        return;
      }
    } else this.#missingSince = 0;
    const area = this.#fillTo ?? this.area;
    const active = this.#active;
    this.#pool.draw(
      [first, last],
      this.#model.rowCount === 0 ? -1 : active.row,
      rowOf,
      (row) => this.#view.topOf(row),
      (row, column) => ({
        selected: isInside(area, row, column),
        active: row === active.row && column === active.column,
      }),
    );
    this.#drawActive();
  }

  #drawActive(): void {
    const element = this.#pool.cellElement(this.#active.row, this.#active.column);
    const id = `${this.#options.id}-active`;
    if (this.#activeElement !== element) this.#activeElement?.removeAttribute('id');
    this.#activeElement = element;
    const { box } = this.#editor;
    if (element) {
      element.id = id;
      if (!this.#editor.editing) box.setAttribute('aria-activedescendant', id);
    } else box.removeAttribute('aria-activedescendant');
    const { bottom, right } = this.area;
    const corner = this.#pool.cellElement(bottom, right);
    if (corner) {
      if (this.#fill.parentElement !== corner) corner.append(this.#fill);
    } else this.#fill.remove();
    const rect = this.#activeRect();
    this.#editor.place(rect);
    if (this.#popover) placePopover(this.#popover, rect, this.#host, this.#view.headHeight);
  }

  #activeRect(): { left: number; top: number; width: number; height: number } {
    const { row, column } = this.#active;
    const left = this.#edges[column] ?? 0;
    const width = (this.#edges[column + 1] ?? left) - left;
    const shift = column < this.#options.frozen ? 0 : this.#view.scrollLeft;
    return {
      left: left - shift,
      top: this.#view.topOf(row) + this.#view.headHeight,
      width,
      height: this.#view.rowHeight,
    };
  }

  #rest(): void {
    this.#pool.restoreOrder();
  }

  #listen(): void {
    const { box } = this.#editor;
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('input', () => this.#typed());
    box.addEventListener('compositionstart', () => this.#begin('typed'));
    box.addEventListener('copy', (event) => this.#copied(event));
    box.addEventListener('cut', (event) => this.#copied(event, 'cut'));
    box.addEventListener('paste', (event) => this.#pasted(event));
    box.addEventListener('focus', () => this.#view.sheet.classList.add('focused'));
    box.addEventListener('blur', () => {
      this.#view.sheet.classList.remove('focused');
      this.#commitIfEditing();
    });
    listenToPointer(this.#view.body, {
      cellAt: (x, y) => this.#cellAt(x, y),
      bounds: () => {
        const { left, top, right, bottom } = this.#view.scroller.getBoundingClientRect();
        return {
          left: left + (this.#edges[this.#options.frozen] ?? gutterWidth),
          top: top + this.#view.headHeight,
          right,
          bottom,
        };
      },
      scrollBy: (dx, dy) => {
        this.#view.scroller.scrollLeft += dx;
        this.#view.scrollBy(dy);
      },
      press: (position, extend) => this.#press(position, extend),
      drag: (to) => this.#dragTo(to),
      fillTo: (to, done) => this.#dragFill(to, done),
      edit: (position) => {
        if (position.column >= 0) this.#begin();
      },
    });
  }

  #cellAt(x: number, y: number): Position {
    const fromLeft = x - this.#view.scroller.getBoundingClientRect().left;
    const row = this.#view.rowAt(y);
    if (fromLeft < gutterWidth && fromLeft >= 0) return { row, column: -1 };
    const frozenEnd = this.#edges[this.#options.frozen] ?? gutterWidth;
    return {
      row,
      column: columnAt(this.#edges, fromLeft < frozenEnd ? fromLeft : fromLeft + this.#view.scrollLeft),
    };
  }

  #press(position: Position, extend: boolean): void {
    this.#commitIfEditing();
    if (this.#model.rowCount === 0) return;
    this.focus();
    const anchor = extend ? this.selection.anchor : position;
    if (position.column < 0) {
      const last = this.#model.columns.length - 1;
      this.selection = { anchor: { row: anchor.row, column: 0 }, head: { row: position.row, column: last } };
      this.#active = { row: anchor.row, column: 0 };
      this.#selected();
      return;
    }
    this.selection = { anchor, head: position };
    this.#active = anchor;
    this.#selected();
  }

  #dragTo(to: Position): void {
    const wholeRows =
      this.selection.head.column - this.selection.anchor.column === this.#model.columns.length - 1;
    const column =
      to.column < 0
        ? wholeRows
          ? this.selection.head.column
          : 0
        : wholeRows && this.selection.anchor.column === 0 && this.#model.columns.length > 1
          ? this.selection.head.column
          : to.column;
    if (to.row === this.selection.head.row && column === this.selection.head.column) return;
    this.selection = { anchor: this.selection.anchor, head: { row: to.row, column } };
    this.#selected();
  }

  #dragFill(to: Position, done: boolean): void {
    const { area } = this;
    const bottom = Math.max(area.bottom, to.row);
    this.#fillTo = bottom > area.bottom ? { ...area, bottom } : null;
    if (done) {
      const filled = this.#fillTo;
      this.#fillTo = null;
      if (filled) {
        this.#model.fillDown(filled, area.bottom - area.top + 1);
        this.selection = {
          anchor: { row: filled.top, column: filled.left },
          head: { row: filled.bottom, column: filled.right },
        };
        this.#selected();
      }
    }
    this.#view.requestDraw();
  }

  #key(event: KeyboardEvent): void {
    if (this.#editor.editing) {
      if (this.#editor.key(event)) event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.isComposing) return;
    const command = commandFor(event);
    if (!command) return;
    if (command.kind === 'escape') return;
    event.preventDefault();
    this.#run(command);
  }

  #run(command: Command): void {
    const extent = this.#extent();
    const page = Math.max(1, Math.floor(this.#view.viewHeight / this.#view.rowHeight) - 1);
    switch (command.kind) {
      case 'move':
        return this.#select(move(this.selection, command.rows, command.columns, extent, command.extend));
      case 'page':
        return this.#select(move(this.selection, page * command.direction, 0, extent, command.extend));
      case 'edge':
        return this.#edge(command);
      case 'walk':
        return this.#walk(command.by, command.back);
      case 'edit':
        return this.#begin();
      case 'clear':
        return this.clear();
      case 'undo':
        return this.#model.undo();
      case 'redo':
        return this.#model.redo();
      case 'fillDown':
        return this.fillDown();
      case 'selectAll':
        this.selection = {
          anchor: { row: 0, column: 0 },
          head: { row: Math.max(0, extent.rows - 1), column: extent.columns - 1 },
        };
        return this.#selected();
      case 'row':
        return this.#press({ row: this.#active.row, column: -1 }, false);
      case 'insertRows':
        return this.insertRows();
      case 'deleteRows':
        return this.deleteRows();
      case 'problem':
        void this.nextProblem(command.back);
        return;
      case 'find':
      case 'replace':
      case 'menu':
        return this.#options.onAsk(command.kind);
      case 'escape':
        return;
    }
  }

  #edge({ to, extend }: Extract<Command, { kind: 'edge' }>): void {
    const { rows, columns } = this.#extent();
    const far = { top: [-rows, 0], bottom: [rows, 0], left: [0, -columns], right: [0, columns] } as const;
    const whole = { first: [-rows, -columns], last: [rows, columns] } as const;
    const [dr, dc] = to === 'first' || to === 'last' ? whole[to] : far[to];
    this.#select(move(this.selection, dr, dc, { rows, columns }, extend));
  }

  #walk(by: 'row' | 'column', back: boolean): void {
    const next = walk(this.selection, this.#active, by, back, this.#extent());
    if (cellsIn(this.area) === 1) return this.#select(at(next.row, next.column));
    this.#active = next;
    this.#view.showRow(next.row);
    this.#showColumn(next.column);
    this.#selected();
  }

  #typed(): void {
    if (this.#jumps === 0 && !this.#editor.editing && this.#editor.box.value !== '') this.#begin('typed');
  }

  #begin(typed?: 'typed'): void {
    const column = this.#model.columns[this.#active.column];
    const row = this.#model.row(this.#active.row);
    if (!column || !row || this.#editor.editing) return;
    this.#view.showRow(this.#active.row);
    this.#showColumn(this.#active.column);
    this.#editor.place(this.#activeRect());
    this.#editor.begin(row.cells[this.#active.column] ?? '', column.editor, typed);
    this.#popover?.classList.add('away');
  }

  #commit(value: string, then: 'down' | 'up' | 'right' | 'left' | 'stay'): void {
    const { row, column } = this.#active;
    const before = this.#model.row(row)?.cells[column] ?? '';
    this.#popover?.classList.remove('away');
    if (value !== before) this.#model.change([{ row, column, value }]);
    if (then === 'down' || then === 'up') this.#walk('row', then === 'up');
    else if (then === 'right' || then === 'left') this.#walk('column', then === 'left');
    else this.#view.requestDraw();
    this.focus();
  }

  #commitIfEditing(): void {
    if (!this.#editor.editing) return;
    const { changed } = this.#editor;
    const value = this.#editor.end();
    this.#popover?.classList.remove('away');
    const { row, column } = this.#active;
    if (changed) this.#model.change([{ row, column, value }]);
  }

  #cancel(): void {
    this.#editor.cancel();
    this.#popover?.classList.remove('away');
    this.focus();
    this.#view.requestDraw();
  }

  #copied(event: ClipboardEvent, cut?: 'cut'): void {
    if (this.#editor.editing) return;
    event.preventDefault();
    void this.copy(cut);
  }

  #pasted(event: ClipboardEvent): void {
    if (this.#editor.editing) return;
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const { top, left, bottom, right } = this.area;
    const cells = spread(fromTsv(text), bottom - top + 1, right - left + 1);
    void this.#model.paste({ row: top, column: left }, cells).then((rows) => {
      this.selection = {
        anchor: { row: top, column: left },
        head: inside(
          { row: top + rows - 1, column: left + Math.max(...cells.map((row) => row.length)) - 1 },
          this.#extent(),
        ),
      };
      this.#active = this.selection.anchor;
      this.#selected();
      this.#say(this.#options.words.pasted(rows));
    });
  }
}
