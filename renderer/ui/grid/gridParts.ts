import type { CellEditor } from './editing.ts';
import type { ColumnLayout } from './columnLayout.ts';
import type { Cursor } from './cursor.ts';
import type { Area, GridModel, Position } from './gridModel.ts';
import type { RowPool } from './rowPool.ts';
import type { Viewport } from './viewport.ts';

export interface GridWords {
  label: string;
  rowNumbers: string;
  choices: string;
  resize: (name: string) => string;
  noProblem: string;
  pasted: (rows: number) => string;
  /** A range was selected: rows × columns. */
  range: (rows: number, columns: number) => string;
  filled: (rows: number) => string;
  inserted: (rows: number) => string;
  deleted: (rows: number) => string;
  undone: string;
  redone: string;
}

export interface GridOptions {
  id: string;
  words: GridWords;
  frozen: number;
  /** Widths the user chose, by column id; the grid fills it, whoever gave it keeps it. */
  widths: Map<string, number>;
  /** Puts text and HTML on the system's clipboard. */
  writeClipboard: (text: string, html: string) => void;
  onSelect: (active: Position, area: Area) => void;
  /** Find and replace, and the rows' menu, are the screen's. */
  onAsk: (what: 'find' | 'replace' | 'menu') => void;
}

/** What the parts of one grid share. */
export interface GridParts {
  readonly model: GridModel;
  readonly options: GridOptions;
  readonly view: Viewport;
  readonly layout: ColumnLayout;
  readonly pool: RowPool;
  readonly cursor: Cursor;
  readonly editor: CellEditor;
  readonly say: (text: string) => void;
}
