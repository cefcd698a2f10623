import type { Records } from './cells/cellStore.ts';
import type { EmailCustomer } from '../orders/order.ts';
import type { ColumnRole, PasteField } from './fields.ts';

/** Delimited or spreadsheet rows as text, before anybody knows what the columns mean. */
export interface Table {
  /** All records, blank and title lines included; ragged. */
  records: Records;
  /** e.g. ',' or '\t'; '' for a spreadsheet. */
  delimiter: string;
  /** Amazon's flat files: a quote is a letter. */
  unquoted: boolean;
  /** What the reader had to decide or leave out, for one line above the grid. */
  notes: TableNote[];
}
export interface TableNote {
  code: 'encoding' | 'nul-bytes-removed' | 'sheet' | 'cut-off' | 'hidden-rows' | 'unquoted' | 'sep-line';
  params: Record<string, string | number>;
}

export interface Mapping {
  /** Shop profile that was recognised, e.g. `shopify`; '' = by words or content. */
  profile: string;
  /** Record number (from 1) of the header row, 0 = none. */
  headerRecord: number;
  /** Role of each column, by position. */
  roles: ColumnRole[];
  /** Where a cell of the first column is blank, the second one's text is offered (shipping → billing). */
  fallbacks: Record<number, number>;
  /** For a column of role `itemColumn`: the product it stands for (SKU or title). */
  itemNames: Record<number, string>;
  /** Values for fields that no column gives. */
  constants: Partial<Record<PasteField, string>>;
}

/** A product that the check knows. */
export interface KnownProduct {
  productId: string;
  title: string;
  skus: string[];
}

/** Row keys stay the same for the life of a model, whatever is inserted, deleted or sorted. */
export type RowKey = number;

export interface CellEdit {
  row: RowKey;
  column: number;
  value: string;
}

/** What changed a model, and what changes it back. */
export interface Change {
  /** Apply this with `undo` to go back; the answer of that is the redo. */
  inverse: ChangeStep[];
  /** Rows whose cells, problems or state changed. */
  touched: RowKey[];
}
export type ChangeStep =
  | { kind: 'cells'; edits: CellEdit[] }
  | { kind: 'insert'; at: number; rows: { row: RowKey; record: number; cells: string[] }[] }
  | { kind: 'delete'; rows: RowKey[] }
  | { kind: 'leave'; marks: string[]; on: boolean }
  | { kind: 'include'; rows: RowKey[]; on: boolean };

/**
 * How much a problem holds: `fault` must be mended by hand; `repair` waits until its repair is taken or left;
 * `ask` waits for a yes (`include`/`leave`); `notice` is said and holds nothing back.
 */
export type Weight = 'fault' | 'repair' | 'ask' | 'notice';

export interface Problem {
  /** Stable while the cell keeps its text: `row:column:code`. */
  id: string;
  row: RowKey;
  /** Number of the delimited record in the source (from 1); 0 for a row inserted here. */
  record: number;
  /** Column by position, -1 = no column shows this field. */
  column: number;
  field: PasteField;
  /** Words: renderer/words `pasteFaults.<code in camelCase>`. */
  code: string;
  weight: Weight;
  params: Record<string, string | number>;
  was: string;
  repair: Repair | null;
}

export interface Repair {
  /** The cell's new text, to be shown. */
  value: string;
  /** `yes`: proposed for all alike at once; `ask`: shown one by one. */
  safe: 'yes' | 'ask';
  /** All cells it changes (a swap changes two). */
  edits: CellEdit[];
  /** Rows that are inserted below (quantity 300 = 250 + 50), with the record they come from. */
  addRows?: { cells: string[]; record: number }[];
  /** The row they come below, where it is not the problem's own. */
  addBelow?: RowKey;
  /** The row is a copy: taking the repair removes it. */
  removeRow?: true;
}

export interface RepairGroup {
  code: string;
  count: number;
  safe: 'yes' | 'ask';
  /** The first three, for the line above the grid. */
  examples: { row: RowKey; was: string; value: string }[];
}

/** `notOrder`: totals, cancelled, already shipped…; `blank`: nothing in it. */
export type RowState = 'ready' | 'repair' | 'attention' | 'ask' | 'notOrder' | 'blank';

export interface NotOrder {
  row: RowKey;
  record: number;
  /** Words: `pasteFaults.notOrder.<reason>`. */
  reason: string;
  /** True where the user may send it all the same (cancelled, refunded, shipped…). */
  askable: boolean;
}

export interface PasteItem {
  row: RowKey;
  sku: string;
  title: string;
  /** 0 = unreadable. */
  quantity: number;
  /** TrepStar's product id; '' = not known. */
  productId: string;
}

/** One order as the rows give it now. */
export interface PastedOrder {
  rows: RowKey[];
  records: number[];
  invoice: string;
  name: string;
  company: string;
  addr: string;
  city: string;
  state: string;
  zip: string;
  /** The gateway's code (UK, not GB); the text itself when it is not understood; '' = blank. */
  country: string;
  email: string;
  method: string;
  price: string;
  text: string;
  /** `test`, `prod` or '' = as chosen on the screen. */
  mode: string;
  emailCustomer: EmailCustomer;
  /** The price also goes on the customs form. */
  customsPrice: boolean;
  items: PasteItem[];
  rowState: RowState;
}

export interface Counts {
  rows: number;
  orders: number;
  /** Orders that may leave. */
  ready: number;
  /** Orders with a fault, an open repair or an open question. */
  attention: number;
  notOrders: number;
  notices: number;
}

export interface Totals {
  orders: number;
  copies: number;
  byProduct: { key: string; title: string; orders: number; copies: number }[];
  byCountry: { key: string; orders: number }[];
  byMethod: { key: string; orders: number }[];
  byMode: { key: string; orders: number }[];
}

/** Everything a draft needs besides table-independent settings; plain JSON. */
export interface ModelSnapshot {
  columns: { header: string; added: boolean }[];
  rows: { record: number; cells: string[] }[];
  mapping: Mapping;
  /** Problem ids whose repair or question was left as it is. */
  left: string[];
  /** Positions in `rows` of "send it all the same". */
  included: number[];
}
