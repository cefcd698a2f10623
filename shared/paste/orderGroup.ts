import type { RowState } from './pasteTypes.ts';
import type { Row } from './sheet.ts';

/** The rows of one order. Nearly all have one row: their list and invoice are made when somebody asks. */
export class OrderGroup {
  /** Of the invoice as compared (`invoiceHash`); 0 = no invoice. */
  readonly hash: number;
  /** Another order of this paste has the same invoice but another recipient. */
  conflict = false;
  state: RowState = 'ready';
  /** Country (ISO) of the recipient, '' = not known. */
  iso = '';
  /** For the radar. */
  person = 0;
  near = 0;
  notices = 0;
  private readonly first: Row;
  private list: Row[] | null = null;
  private invoice: string | null;
  private readonly readInvoice: (row: Row) => string;

  constructor(first: Row, hash: number, invoice: string | null, readInvoice: (row: Row) => string) {
    this.first = first;
    this.hash = hash;
    this.invoice = invoice;
    this.readInvoice = readInvoice;
  }

  get rows(): Row[] {
    return (this.list ??= [this.first]);
  }
  /** The first row, none when all have left. */
  get head(): Row | undefined {
    return this.list === null ? this.first : this.list[0];
  }
  get size(): number {
    return this.list === null ? 1 : this.list.length;
  }
  /** Invoice as compared, '' = none. */
  get key(): string {
    return (this.invoice ??= this.readInvoice(this.first));
  }
  /** Before its row changes: the invoice that the order was put together by stays known. */
  keepKey(): void {
    this.invoice ??= this.readInvoice(this.first);
  }
}

/** Orders by a hash (30 bits, not 0); several may share one. Flat memory: a clean row costs 12 bytes here. */
export class OrderTable {
  private heads: Int32Array;
  private hashes: Int32Array;
  private next: Int32Array;
  private orders: (OrderGroup | null)[] = [];
  private free = -1;
  /** A bit for each hash, of 16 times as many: tells quickly of most hashes that they are new. */
  private filter: Uint32Array;

  constructor(expected = 1024) {
    let size = 1024;
    while (size < expected) size *= 2;
    this.heads = new Int32Array(size).fill(-1);
    this.hashes = new Int32Array(size);
    this.next = new Int32Array(size);
    this.filter = new Uint32Array(size / 2);
  }

  has(hash: number): boolean {
    const bit = hash & (this.filter.length * 32 - 1);
    if (((this.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    for (let at = this.heads[hash & (this.heads.length - 1)] ?? -1; at !== -1; at = this.next[at] ?? -1)
      if (this.hashes[at] === hash) return true;
    return false;
  }

  /** Adds the order unless another one has the hash; false = it was not added. */
  addAlone(hash: number, order: OrderGroup): boolean {
    if (hash === 0) return true;
    if (this.has(hash)) return false;
    this.add(hash, order);
    return true;
  }

  /** Orders of this hash, oldest first. */
  all(hash: number): OrderGroup[] {
    const found: OrderGroup[] = [];
    if (hash === 0) return found;
    for (let at = this.heads[hash & (this.heads.length - 1)] ?? -1; at !== -1; at = this.next[at] ?? -1) {
      const order = this.hashes[at] === hash ? this.orders[at] : null;
      if (order !== null && order !== undefined) found.push(order);
    }
    return found.reverse();
  }

  add(hash: number, order: OrderGroup): void {
    if (hash === 0) return;
    let at = this.free;
    if (at !== -1) {
      this.free = this.next[at] ?? -1;
      this.orders[at] = order;
    } else {
      at = this.orders.length;
      if (at === this.hashes.length) this.grow();
      this.orders.push(order);
    }
    this.link(at, hash);
  }

  remove(hash: number, order: OrderGroup): void {
    if (hash === 0) return;
    const slot = hash & (this.heads.length - 1);
    let before = -1;
    for (let at = this.heads[slot] ?? -1; at !== -1; at = this.next[at] ?? -1) {
      if (this.orders[at] === order) {
        const after = this.next[at] ?? -1;
        if (before === -1) this.heads[slot] = after;
        else this.next[before] = after;
        this.orders[at] = null;
        this.hashes[at] = 0;
        this.next[at] = this.free;
        this.free = at;
        return;
      }
      before = at;
    }
  }

  private link(at: number, hash: number): void {
    const slot = hash & (this.heads.length - 1);
    const bit = hash & (this.filter.length * 32 - 1);
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] as number) | (1 << (bit & 31));
    this.hashes[at] = hash;
    this.next[at] = this.heads[slot] ?? -1;
    this.heads[slot] = at;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    const old = this.hashes;
    this.heads = new Int32Array(size).fill(-1);
    this.hashes = new Int32Array(size);
    this.next = new Int32Array(size);
    this.filter = new Uint32Array(size / 2);
    // Nothing is free when it grows, so every entry is taken; oldest first keeps their order.
    for (let at = 0; at < old.length; at++) this.link(at, old[at] ?? 0);
  }
}
