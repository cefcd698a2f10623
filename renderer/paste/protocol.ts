import type { Product } from '../../shared/contract/products.ts';
import type { AppError, Result } from '../../shared/contract/result.ts';
import type { OrderInput, OrderMode, ShippingMethod } from '../../shared/orders/order.ts';
import type { ColumnRole, PasteField } from '../../shared/paste/fields.ts';
import type {
  Counts,
  KnownProduct,
  Problem,
  RepairGroup,
  RowKey,
  TableNote,
  Totals,
} from '../../shared/paste/pasteTypes.ts';
import type { PastOrders } from '../../shared/paste/radar/historyIndex.ts';
import type { Area, CellChange, FindQuery, Position, RowMark } from '../ui/grid/gridModel.ts';

/** Rows come from the worker in blocks of so many: as few as one who drags the scroll bar sees of each place. */
export const blockSize = 50;
/** Rows that come along with a new sheet: more than any window shows. */
export const rowsAtFirst = 2 * blockSize;

/** Which rows are shown, in which order. */
export type RowsShown = { kind: 'all' | 'problemsFirst' | 'attention' } | { kind: 'code'; code: string };

/** A problem with what the page needs to show it. */
export interface ShownProblem extends Problem {
  open: boolean;
  /** Column of the grid; -1 = not shown. */
  gridColumn: number;
}

export interface ShownRow {
  key: RowKey;
  /** Position in the sheet, from 1. */
  number: number;
  mark: RowMark;
  /** Reason why it is no order, '' = it is one. */
  notOrder: string;
  askable: boolean;
  cells: string[];
  problems: ShownProblem[];
}

export interface RowsAnswer {
  version: number;
  first: number;
  rows: ShownRow[];
}

/** A line of the panel at the side. */
export interface ListedProblem {
  at: Position;
  number: number;
  who: string;
  problem: ShownProblem;
}

export interface SourceColumn {
  header: string;
  added: boolean;
  role: ColumnRole;
  /** The first filled cells. */
  samples: string[];
}

/** Everything about the sheet that the page shows besides rows. */
export interface SheetState {
  version: number;
  /** Rows in view. */
  rowCount: number;
  columns: SourceColumn[];
  /** Columns of the model that the grid shows. */
  shown: number[];
  counts: Counts;
  groups: RepairGroup[];
  attention: ListedProblem[];
  doubles: ListedProblem[];
  missing: PasteField[];
  constants: Partial<Record<PasteField, string>>;
  notOrders: { reason: string; count: number }[];
  headerRecord: number;
  /** The header row can be chosen while the source is here (not after a restart). */
  hasSource: boolean;
  profile: string;
  notes: TableNote[];
  sheets: string[];
  sheet: number;
  rowsShown: RowsShown;
  canUndo: boolean;
  canRedo: boolean;
  /** Share of the source that was read and checked; null = all. Rows and counts are those of its beginning. */
  reading: number | null;
  /** Share of the rows that was checked against something new; null = all. Counts and lists are those of before. */
  checking: number | null;
}

/** A sheet that was just opened, with the rows that are seen first. */
export interface NewSheet {
  state: SheetState;
  firstRows: RowsAnswer;
}

export type Source = TextSource | { kind: 'file'; file: File; sheet?: number };

/** What was on the clipboard. Where `rest` has a token, `text` or `html` is the beginning of what is handed over there. */
export interface TextSource {
  kind: 'text';
  text: string;
  html: string;
  rest?: { text: string | null; html: string | null };
}

/** What stays the same for all orders of a submit. */
export interface SendTerms {
  accountId: string;
  mode: OrderMode;
  method: ShippingMethod;
}

export interface SendRow {
  rows: RowKey[];
  order: OrderInput;
}

export interface Review {
  totals: Totals;
  orders: number;
  /** Invoices, for asking which are used already. */
  invoices: string[];
  doubles: number;
  repaired: number;
  /** Ready for the sheet but refused by a rule of the service. */
  barred: { number: number; code: string }[];
}

/** Requests of the page to the worker: arguments and answer. */
export interface PasteCalls {
  /** Mappings that were remembered, for the pastes to come. */
  knowMappings: (known: { headerKey: string; mapping: string }[]) => void;
  open: (source: Source) => Promise<Result<NewSheet>>;
  /** Opens the draft that can be fetched under the token. */
  restoreFrom: (token: string) => Promise<Result<{ head: DraftHead; sheet: NewSheet }>>;
  setLanguage: (faults: Record<string, unknown>) => void;
  setProducts: (products: KnownProduct[], today: number, withinDays: number) => void;
  forgetPast: () => void;
  addPast: (page: PastOrders, more: boolean) => void;
  setRole: (column: number, role: ColumnRole) => void;
  setConstant: (field: PasteField, value: string) => void;
  setHeader: (hasHeader: boolean) => void;
  mappingText: () => { headerKey: string; mapping: string };
  rows: (first: number, last: number) => RowsAnswer;
  copyText: (area: Area) => { text: string; html: string };
  change: (changes: CellChange[]) => void;
  fill: (area: Area, value: string) => void;
  /** Answers the area it covered. */
  paste: (area: Area, text: string) => Area;
  fillDown: (area: Area, sourceRows: number) => void;
  insertRows: (at: number, count: number) => void;
  deleteRows: (first: number, last: number) => void;
  undo: () => void;
  redo: () => void;
  find: (query: FindQuery, from: Position, back: boolean) => Position | null;
  replace: (query: FindQuery, by: string, at: Position | null) => number;
  nextProblem: (from: Position, back: boolean) => Position | null;
  takeRepair: (ids: string[]) => void;
  takeAll: (code: string) => void;
  leave: (ids: string[]) => void;
  leaveAll: (code: string) => void;
  include: (rows: RowKey[], on: boolean) => void;
  showRows: (which: RowsShown) => void;
  positionOf: (key: RowKey, column: number) => Position | null;
  review: (terms: SendTerms, used: string[]) => Review;
  /** Fixes what will be sent, in order; `batch` reads it in pieces. `isSame`: exactly what the plan before it would have sent. */
  plan: (terms: SendTerms, used: string[]) => { orders: number; isSame: boolean };
  /** What is fixed to be sent. */
  planned: () => { orders: number; copies: number };
  batch: (from: number, limit: number) => SendRow[];
  sent: (rows: RowKey[]) => void;
  attentionText: () => { text: string; html: string; csv: string; rows: number };
  listText: (from: number, limit: number) => string;
  /** Writes the draft for `postDraft`; false = the sheet it was asked for is gone. */
  writeDraft: (head: DraftHead) => Promise<boolean>;
  postDraft: (token: string) => Promise<Result<void>>;
  close: () => void;
}
export type CallName = keyof PasteCalls;

/** What a draft says besides the sheet. */
export interface DraftHead {
  batchId: string;
  /** Batch row that the next order gets. */
  nextRow: number;
  label: string;
  accountId: string;
  mode: OrderMode;
  step: 'columns' | 'rows';
  /** A submit had begun and may not have ended: its terms and rows. */
  sending: SendTerms | null;
  /** What the last submit of this paste sent. */
  sent: Sent | null;
}

/** What was sent last, for the summary that can be kept. */
export interface Sent {
  orders: number;
  copies: number;
  mode: OrderMode;
  at: number;
  invoices: string[];
}

export type ToWorker = { id: number; call: CallName; args: unknown[] };
export type FromWorker =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'changed'; version: number; rowCount: number }
  | { kind: 'state'; state: SheetState }
  /** The rest of a paste did not come: there is no sheet any more. */
  | { kind: 'trouble'; error: AppError };

export const knownProducts = (products: readonly Product[]): KnownProduct[] =>
  products.map(({ productId, title, skus }) => ({ productId, title, skus }));
