import { fold } from '../../../address/fold.ts';
import { maxInvoiceLength } from '../../../orders/rules/invoice.ts';
import { invoiceHashIn } from '../../radar/hash.ts';
import type { RowKey } from '../../pasteTypes.ts';
import type { RowAtHand } from './rowAtHand.ts';

/** Finds rows that are surely an order, and reads their invoices. */
export class PlainOrder {
  /** Of the last plain order: `invoiceHash`, 0 = none. */
  hash = 0;
  /** The invoice has no sign that may be wrong. */
  plainInvoice = false;
  private readonly cells: RowAtHand;
  private readonly headers: readonly string[];
  private readonly invoiceFallback: boolean;

  constructor(cells: RowAtHand, headers: readonly string[]) {
    this.cells = cells;
    this.headers = headers;
    this.invoiceFallback = Object.hasOwn(cells.world.mapping.fallbacks, cells.at.invoice);
  }

  /** Surely neither totals nor a title, with an address of its own; sets `hash`. */
  isPlain(key: RowKey): boolean {
    const { cells, headers } = this;
    if (!cells.begin(key)) return false;
    if (cells.find(0) > 0) {
      const first = cells.text.charCodeAt(cells.from);
      if ((first < 0x30 && first !== 0x23 && first !== 0x27) || first === 0x3d || first === 0x5f)
        return false;
    }
    let count = 0;
    const { address } = cells.world.layout;
    for (let i = 0; i < address.length; i++) {
      const column = address[i] ?? -1;
      const length = cells.find(column);
      if (length === 0) continue;
      const header = headers[column] ?? '';
      if (length === header.length && mayBe(cells, header) && fold(cells.found()) === fold(header))
        return false;
      if (++count === 2) return this.readInvoice();
    }
    return false;
  }

  /** Letters, digits and hyphens in ASCII make a plain invoice; others are compared otherwise. */
  private readInvoice(): boolean {
    const { cells } = this;
    const length = cells.find(cells.at.invoice);
    this.hash = 0;
    this.plainInvoice = true;
    if (length === 0) return !this.invoiceFallback;
    const { text, from, to } = cells;
    let before = 0;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code <= 0x20 || code >= 0x7f) return false;
      const letter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
      const number = code >= 0x30 && code <= 0x39;
      if (!letter && !number && code !== 0x2d && code !== 0x5f && (code !== 0x23 || i > from || length < 4))
        this.plainInvoice = false;
      // 1E5 may have been a longer number
      if (before === 0x65 && number) this.plainInvoice = false;
      before = (code | 0x20) === 0x65 && before >= 0x30 && before <= 0x39 ? 0x65 : number ? code : 0;
    }
    if (length > maxInvoiceLength) this.plainInvoice = false;
    this.hash = invoiceHashIn(text, from, to);
    return true;
  }
}

/** False when the first letters tell that the cell is not this word. */
function mayBe(cells: RowAtHand, word: string): boolean {
  const a = cells.text.charCodeAt(cells.from) | 0x20;
  const b = word.charCodeAt(0) | 0x20;
  return a === b || a >= 0x80 || b >= 0x80;
}
