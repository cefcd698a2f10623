import type { RowState } from './pasteTypes.ts';
import type { Row } from './sheet.ts';

/** The rows of one order, for orders that somebody looks at (`OrderBook`). */
export class OrderGroup {
  /** In the book and its tables. */
  readonly id: number;
  /** Of the invoice as compared (`invoiceHash`); 0 = no invoice. */
  readonly hash: number;
  /** Its rows in sheet order; empty when all have left. */
  readonly rows: Row[];
  /** Another order of this paste has the same invoice but another recipient. */
  conflict = false;
  state: RowState = 'ready';
  /** Country (ISO) of the recipient, '' = not known. */
  iso = '';
  notices = 0;
  /** Invoice as compared, '' = none: what the order was put together by, whatever its rows say now. */
  readonly key: string;

  constructor(id: number, first: Row, hash: number, key: string) {
    this.id = id;
    this.rows = [first];
    this.hash = hash;
    this.key = key;
  }
}
