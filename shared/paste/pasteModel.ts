import type { PasteField } from './fields.ts';
import type {
  CellEdit,
  Change,
  ChangeStep,
  Counts,
  KnownProduct,
  Mapping,
  ModelSnapshot,
  NotOrder,
  PastedOrder,
  Problem,
  RepairGroup,
  RowKey,
  RowState,
  Table,
  Totals,
} from './pasteTypes.ts';
import type { HistoryIndex } from './radar/historyIndex.ts';

export interface PasteModelInput {
  table: Table;
  /** One per source column (`recognise`). */
  headers: readonly string[];
  mapping: Mapping;
  products: readonly KnownProduct[];
  /** null = no radar against the past. */
  history: HistoryIndex | null;
  /** Days since 1970 of today, for "3 days ago". */
  today: number;
  /** Same person and product within this many days is asked about. */
  withinDays: number;
  /** Every check looks at every row: for proving that nothing is overlooked otherwise. */
  thorough?: boolean;
  /** The orders are going to be sent, so every product must be one of TrepStar's numbers. */
  needsProductIds?: boolean;
  /** Rows and marks of a draft (`snapshot()`), instead of the table's own. */
  draft?: ModelSnapshot;
}

/**
 * The sheet as the paste screen works on it: source rows and columns, what they mean, what is wrong, what would be
 * sent. Synchronous and without DOM: meant for a worker. One edited cell is re-checked in well under 5 ms.
 */
export interface PasteModel {
  /** Source columns, then columns added here for fields that no column gave. */
  readonly columns: readonly { header: string; added: boolean }[];
  /** Roles of the added columns included. */
  readonly mapping: Mapping;
  /** Fields that no column and no constant gives and without which nothing can be sent (e.g. the product). */
  missingFields(): PasteField[];
  /** Row keys of the body in sheet order (no header, no title lines above it). */
  readonly rows: readonly RowKey[];
  cell(row: RowKey, column: number): string;
  recordOf(row: RowKey): number;
  /** Position in the sheet, from 1. */
  numberOf(row: RowKey): number;
  stateOf(row: RowKey): RowState;
  /** Rows of the same order, the row itself included. */
  orderRowsOf(row: RowKey): readonly RowKey[];
  problemsOf(row: RowKey): readonly Problem[];
  problemsAt(row: RowKey, column: number): readonly Problem[];
  /** Does it still hold its order back: a fault, or a repair or question that was neither taken nor left. */
  isOpen(problem: Problem): boolean;
  /** All problems in sheet order; `field` and `code` filter. */
  problems(filter?: { code?: string; field?: PasteField }): Problem[];
  /** The next cell with a problem after this one, in sheet order, round the end; null = none. */
  nextProblem(row: RowKey, column: number): Problem | null;
  /** Why a row is no order; null = it is one. */
  notOrderOf(row: RowKey): NotOrder | null;
  notOrders(): readonly NotOrder[];
  counts(): Counts;
  repairGroups(): RepairGroup[];

  /** One undoable step; re-checks only what it touches. */
  setCells(edits: readonly CellEdit[]): Change;
  insertRows(at: number, rows: readonly (readonly string[])[]): Change;
  deleteRows(rows: readonly RowKey[]): Change;
  /** Takes the offered repairs of these problems (ids that are gone are skipped). */
  takeRepairs(ids: readonly string[]): Change;
  /** Takes all repairs of one code (all alike). */
  takeAll(code: string): Change;
  /** Leaves the cell as it is: the repair or question no longer waits. */
  leave(ids: readonly string[]): Change;
  /** Send a cancelled, refunded, shipped… row all the same (or not any more). */
  include(rows: readonly RowKey[], on: boolean): Change;
  /** Takes a change back; the answer's `inverse` is the redo. */
  undo(steps: readonly ChangeStep[]): Change;
  /**
   * Another mapping, other products or another history: everything has to be checked anew. Until that is done with
   * `checkOn`, a single row tells what can be told by itself; what asks about the whole sheet does the rest at once.
   */
  remap(mapping: Mapping): void;
  setProducts(products: readonly KnownProduct[]): void;
  setHistory(history: HistoryIndex | null): void;

  readonly isChecked: boolean;
  /** Checks some more rows; answers the share that is done, null = all. */
  checkOn(): number | null;

  orders(): PastedOrder[];
  /** Orders that may leave now, in sheet order. */
  readyOrders(): PastedOrder[];
  totals(orders?: readonly PastedOrder[]): Totals;
  /** Rows that need attention as a table: header, cells, and a last column with the reasons; safe for spreadsheets. */
  attentionTable(words: (problem: Problem) => string, reasonHeader: string): string[][];
  /** Rows of sent orders leave the sheet. */
  removeSent(rows: readonly RowKey[]): Change;
  snapshot(): ModelSnapshot;
  /** A snapshot without its rows, and one row of it: for those who take it in pieces. */
  marks(): Omit<ModelSnapshot, 'rows'>;
  rowOf(row: RowKey): ModelSnapshot['rows'][number];
}
