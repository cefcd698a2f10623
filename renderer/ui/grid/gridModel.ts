/** What a cell's text may be edited with. */
export type ColumnEditor =
  | { kind: 'text' }
  | { kind: 'number' }
  /** `closed`: letters mean the best match. Else what was typed stands unless a choice is taken. */
  | { kind: 'choice'; choices: readonly GridChoice[]; closed: boolean };
export interface GridChoice {
  value: string;
  label: string;
}

/** The select in a column's head. */
export interface HeadSelect {
  label: string;
  value: string;
  choices: readonly GridChoice[];
  onChange: (value: string) => void;
}

export interface GridColumn {
  /** Stays the same while the column means the same: widths hang on it. */
  id: string;
  /** First line of the head, small. */
  source: string;
  /** Second line of the head, and the accessible name of the column. */
  name: string;
  head?: HeadSelect;
  /** CSS pixels at the start. */
  width: number;
  /** Numbers stand right. */
  numeric: boolean;
  editor: ColumnEditor;
}

export type CellMarkKind = 'fault' | 'repair' | 'ask' | 'notice';

/** Why a cell is marked. */
export interface CellMark {
  kind: CellMarkKind;
  /** The sentence for assistive technology. */
  why: string;
  /** The text an offered repair would put here; undefined = none is offered. */
  offer?: string;
}

export type RowMark = 'needs' | 'repair' | 'double' | 'quiet' | '';

/** One row as it is drawn. */
export interface GridRow {
  key: number;
  /** What the gutter shows. */
  label: string;
  mark: RowMark;
  /** Says the mark in a word, for assistive technology. */
  markText: string;
  cells: readonly string[];
  /** By column; undefined = unmarked. */
  marks: Readonly<Record<number, CellMark>>;
}

export interface Position {
  row: number;
  column: number;
}

/** Both ends included, top ≤ bottom, left ≤ right. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface CellChange {
  row: number;
  column: number;
  value: string;
}

export interface FindQuery {
  text: string;
  matchCase: boolean;
  wholeCell: boolean;
}

/**
 * What stands behind a grid. Rows are counted as they are shown (after sort and filter). `row` answers at once from
 * what is here; null = asked for, `changed` will be called. Everything that changes may be asynchronous.
 */
export interface GridModel {
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  row(index: number): GridRow | null;
  /** The row when it is here; null = there is none. */
  load(index: number): Promise<GridRow | null>;
  /** A hint: these rows are looked at, and one moves down (1), up (-1) or not (0). */
  prefetch?(first: number, last: number, direction: number): void;
  /** The range as tab-separated text and, unless it is huge, as an HTML table. */
  copyText(area: Area): Promise<{ text: string; html: string }>;
  change(changes: readonly CellChange[]): void;
  /** Puts the same text into all cells of the range. */
  fill(area: Area, value: string): void;
  /**
   * Puts tab-separated text over the range, or from its corner on; rows are added where the sheet ends. Resolves to
   * what it covered.
   */
  paste(area: Area, text: string): Promise<Area>;
  fillDown(area: Area, sourceRows: number): void;
  insertRows(at: number, count: number): void;
  deleteRows(first: number, last: number): void;
  undo(): void;
  redo(): void;
  find(query: FindQuery, from: Position, back: boolean): Promise<Position | null>;
  replace(query: FindQuery, by: string, at: Position | null): Promise<number>;
  nextProblem(from: Position, back: boolean): Promise<Position | null>;
  /** Calls the listener after anything that is drawn changed; answers how to stop. */
  subscribe(listener: () => void): () => void;
}
