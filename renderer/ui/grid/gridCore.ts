import { makeAnnouncer } from './announce.ts';
import { CellEditing } from './cellEditing.ts';
import { copyRange, pasteText } from './clipboardActions.ts';
import { ColumnLayout } from './columnLayout.ts';
import { deleteRows, fillDown, insertRows, nextProblem, runCommand, sayProblem } from './commands.ts';
import { Cursor } from './cursor.ts';
import { Drawing } from './drawing.ts';
import { CellEditor } from './editing.ts';
import { fittingWidth } from './fitColumn.ts';
import type { Area, GridColumn, GridModel, Position } from './gridModel.ts';
import type { GridOptions, GridParts } from './gridParts.ts';
import { drawHead, drawLines, layHead } from './headRow.ts';
import { commandFor } from './keyboard.ts';
import { mouseFor } from './mouse.ts';
import { listenToPointer } from './pointer.ts';
import { PopoverPlace } from './popoverPlace.ts';
import { RowPool } from './rowPool.ts';
import { cellsIn } from './selection.ts';
import { Viewport } from './viewport.ts';

/** The spreadsheet: selection, keys, editing and drawing over a model. Lives outside React. */
export class GridCore {
  #parts: GridParts;
  #host: HTMLElement;
  #drawing: Drawing;
  #editing: CellEditing;
  #popover: PopoverPlace;
  #drawnColumns: readonly GridColumn[] | null = null;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void;
  /** Jumps to a problem that are still being looked up, and the keys that came meanwhile. */
  #jumps = 0;
  #late: KeyboardEvent[] = [];

  constructor(host: HTMLElement, model: GridModel, options: GridOptions) {
    this.#host = host;
    const view = new Viewport(host);
    const layout = new ColumnLayout(options.widths);
    const editor = new CellEditor(host, `${options.id}-choices`, {
      commit: (value, then) => this.#editing.commit(value, then),
      cancel: () => this.#editing.cancel(),
      choicesLabel: options.words.choices,
    });
    const cursor = new Cursor({
      extent: () => ({ rows: model.rowCount, columns: model.columns.length }),
      pageRows: () => Math.max(1, Math.floor(view.viewHeight / view.rowHeight) - 1),
      show: (position) => this.#show(position),
      showStart: () => view.scrollTo(view.offset, 0),
      leaving: () => this.#editing.keep(),
      moved: () => this.#moved(),
    });
    const pool = new RowPool(view.body, view.strip);
    this.#parts = { model, options, view, layout, pool, cursor, editor, say: makeAnnouncer(host) };
    this.#popover = new PopoverPlace(() => view.requestDraw());
    this.#drawing = new Drawing(this.#parts, this.#popover);
    this.#editing = new CellEditing(
      this.#parts,
      (on) => this.#popover.away(on),
      () => this.#show(cursor.active),
    );
    this.#name();
    view.onDraw = () => this.#drawing.draw();
    this.#listen();
    this.#stop = model.subscribe(() => this.#changed());
    this.#changed();
  }

  destroy(): void {
    this.#stop();
    clearTimeout(this.#saying);
    this.#popover.destroy();
    this.#drawing.destroy();
    this.#parts.view.destroy();
    this.#host.replaceChildren();
  }

  get active(): Position {
    return this.#parts.cursor.active;
  }
  get area(): Area {
    return this.#parts.cursor.area;
  }

  focus(): void {
    this.#parts.editor.focus();
  }
  say(text: string): void {
    this.#parts.say(text);
  }

  /** Goes to a cell, selects it and shows it. */
  goTo(position: Position, focus?: 'focus'): void {
    this.#parts.cursor.goTo(position);
    if (focus) this.focus();
  }

  /** What is typed while the place is looked up is meant for the cell it leads to. */
  async nextProblem(back = false): Promise<void> {
    this.focus();
    this.#jumps += 1;
    this.#editing.held = true;
    const found = await nextProblem(this.#parts, back).finally(() => (this.#jumps -= 1));
    if (this.#jumps > 0) return;
    this.#editing.held = false;
    this.#editing.typed();
    for (const event of this.#late.splice(0)) this.#key(event);
    if (found) await sayProblem(this.#parts, found);
  }
  copy(): Promise<void> {
    return copyRange(this.#parts);
  }
  fillDown(): void {
    fillDown(this.#parts);
  }
  insertRows(below = false): void {
    insertRows(this.#parts, below);
  }
  deleteRows(): void {
    deleteRows(this.#parts);
  }

  /** An element that follows the active cell; null = none. */
  setPopover(element: HTMLElement | null): void {
    this.#popover.set(element);
    this.#parts.view.requestDraw();
  }

  /** Names and roles for assistive technology. */
  #name(): void {
    const { view, editor, options } = this.#parts;
    const { sheet, body } = view;
    sheet.id = options.id;
    sheet.setAttribute('role', 'grid');
    sheet.setAttribute('aria-multiselectable', 'true');
    sheet.setAttribute('aria-label', options.words.label);
    body.setAttribute('role', 'rowgroup');
    editor.box.setAttribute('aria-label', options.words.label);
    editor.box.setAttribute('aria-controls', options.id);
  }

  #changed(): void {
    const { model, cursor, view } = this.#parts;
    if (model.columns !== this.#drawnColumns) this.#columnsChanged();
    cursor.stayInside();
    view.setRows(model.rowCount);
    view.sheet.setAttribute('aria-rowcount', String(model.rowCount + 1));
  }

  #columnsChanged(): void {
    const { model, layout, pool, view, options } = this.#parts;
    this.#drawnColumns = model.columns;
    layout.set(model.columns, options.frozen);
    pool.clear();
    view.sheet.setAttribute('aria-colcount', String(model.columns.length + 1));
    const focused = [...view.head.querySelectorAll('select')].findIndex(
      (select) => select === document.activeElement,
    );
    drawHead(view.head, {
      layout,
      resize: (column, width) => this.#resize(column, width),
      fit: (column) => this.#resize(column, fittingWidth(this.#parts, column)),
      select: (column, extend) => {
        this.#parts.cursor.column(column, extend);
        this.focus();
      },
      rowNumbers: options.words.rowNumbers,
      resizeLabel: options.words.resize,
    });
    // Its select was drawn anew, or its column is gone.
    if (focused >= 0) (view.head.querySelectorAll('select')[focused] ?? this).focus();
    this.#lay();
  }

  #resize(column: number, width: number): void {
    this.#parts.layout.setWidth(column, width);
    this.#lay();
  }

  #lay(): void {
    const { layout, view } = this.#parts;
    layHead(view.head, layout);
    drawLines(view.lines, layout);
    view.lines.style.left = '';
    view.setWidth(layout.total);
  }

  #show({ row, column }: Position): void {
    const { view, layout } = this.#parts;
    view.showRow(row);
    view.scrollTo(view.offset, layout.toShow(column, view.left, view.size.width));
  }

  #moved(): void {
    const { view, options, cursor, say } = this.#parts;
    view.requestDraw();
    options.onSelect(cursor.active, cursor.area);
    // A range does not move the active cell, so that nothing would be read: its size is said once it rests.
    clearTimeout(this.#saying);
    const { area } = cursor;
    if (cellsIn(area) > 1)
      this.#saying = setTimeout(
        () => say(options.words.range(area.bottom - area.top + 1, area.right - area.left + 1)),
        400,
      );
  }

  #listen(): void {
    const { view, editor } = this.#parts;
    const { box } = editor;
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('input', () => this.#editing.typed());
    box.addEventListener('compositionstart', () => this.#editing.begin('typed'));
    box.addEventListener('copy', (event) => this.#copied(event));
    box.addEventListener('cut', (event) => this.#copied(event, 'cut'));
    box.addEventListener('paste', (event) => this.#pasted(event));
    box.addEventListener('focus', () => view.sheet.classList.add('focused'));
    box.addEventListener('blur', () => {
      view.sheet.classList.remove('focused');
      this.#editing.keep();
    });
    // The scroll bars would take the keys with them.
    view.scroller.addEventListener('focus', () => this.focus());
    listenToPointer(view.body, mouseFor(this.#parts, this.#drawing, this.#editing));
  }

  #key(event: KeyboardEvent): void {
    const { editor } = this.#parts;
    if (!event.repeat) this.#drawing.settle();
    if (editor.editing) {
      event.stopPropagation();
      if (event.key === 'F8') this.#editing.keep();
      else {
        if (editor.key(event)) event.preventDefault();
        return;
      }
    }
    if (event.isComposing) return;
    const command = commandFor(event);
    if (!command || command.kind === 'escape') return;
    event.preventDefault();
    if (this.#jumps > 0) this.#late.push(event);
    else if (command.kind === 'problem') void this.nextProblem(command.back);
    else runCommand(command, this.#parts, this.#editing);
  }

  #copied(event: ClipboardEvent, cut?: 'cut'): void {
    if (this.#parts.editor.editing) return;
    event.preventDefault();
    void copyRange(this.#parts, cut);
  }

  #pasted(event: ClipboardEvent): void {
    if (this.#parts.editor.editing) return;
    event.preventDefault();
    event.stopPropagation();
    void pasteText(this.#parts, event.clipboardData?.getData('text/plain') ?? '');
  }
}
