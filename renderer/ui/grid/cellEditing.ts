import type { GridParts } from './gridParts.ts';

type Then = 'down' | 'up' | 'right' | 'left' | 'stay';

/** Begins, keeps and drops the text of the active cell. */
export class CellEditing {
  /** The active cell is about to change: what is typed waits in the box. */
  held = false;
  #parts: GridParts;
  #away: (on: boolean) => void;
  #show: () => void;

  /** `away` takes what hangs on the cell out of the way; `show` brings the active cell into view. */
  constructor(parts: GridParts, away: (on: boolean) => void, show: () => void) {
    this.#parts = parts;
    this.#away = away;
    this.#show = show;
  }

  /** With the cell's text, or with what is being typed: then no key is lost, even when the row is still on its way. */
  begin(typed?: 'typed'): void {
    const { model, cursor, editor } = this.#parts;
    const { row, column } = cursor.active;
    const meant = model.columns[column];
    if (!meant || editor.editing || model.rowCount === 0) return;
    const content = model.row(row);
    if (!content && !typed) {
      void model.load(row).then((loaded) => {
        if (loaded && cursor.active.row === row && cursor.active.column === column) this.begin();
      });
      return;
    }
    this.#show();
    editor.begin(content?.cells[column] ?? '', meant.editor, typed);
    this.#away(true);
  }

  /** A key came into the box: it is the first of a new text. */
  typed(): void {
    const { editor } = this.#parts;
    if (!this.held && !editor.editing && editor.box.value !== '') this.begin('typed');
  }

  commit(value: string, then: Then): void {
    const { model, cursor, editor, view } = this.#parts;
    const { row, column } = cursor.active;
    this.#away(false);
    if (value !== model.row(row)?.cells[column]) model.change([{ row, column, value }]);
    if (then === 'stay') view.requestDraw();
    else cursor.walk(then === 'down' || then === 'up' ? 'row' : 'column', then === 'up' || then === 'left');
    editor.focus();
  }

  /** Something else was clicked: what was typed is kept. */
  keep(): void {
    const { model, cursor, editor } = this.#parts;
    if (!editor.editing) return;
    const { changed } = editor;
    const value = editor.end();
    this.#away(false);
    const { row, column } = cursor.active;
    if (changed) model.change([{ row, column, value }]);
  }

  cancel(): void {
    const { editor, view } = this.#parts;
    editor.cancel();
    this.#away(false);
    editor.focus();
    view.requestDraw();
  }
}
