/**
 * Numbers of orders by a hash (30 bits, not 0); several may share one. Flat memory: an order costs 12 bytes here.
 */
export class OrderTable {
  private heads: Int32Array;
  /** By number of the order: its hash, 0 = it is not here. */
  private hashes: Int32Array;
  private next: Int32Array;
  /** A bit for each hash, of 16 times as many: tells quickly of most hashes that they are new. */
  private filter: Uint32Array;

  /** `expected`: orders have numbers below it, most of them. */
  constructor(expected: number) {
    let size = 1024;
    while (size < expected) size *= 2;
    this.heads = new Int32Array(size).fill(-1);
    this.hashes = new Int32Array(size);
    this.next = new Int32Array(size);
    this.filter = new Uint32Array(size / 2);
  }

  hashOf(order: number): number {
    return this.hashes[order] ?? 0;
  }

  has(hash: number): boolean {
    const bit = hash & (this.filter.length * 32 - 1);
    if (((this.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    for (
      let at = this.heads[hash & (this.heads.length - 1)] as number;
      at !== -1;
      at = this.next[at] as number
    )
      if (this.hashes[at] === hash) return true;
    return false;
  }

  /** Orders of this hash, oldest first. */
  all(hash: number): number[] {
    const found: number[] = [];
    if (hash === 0 || !this.has(hash)) return found;
    for (
      let at = this.heads[hash & (this.heads.length - 1)] as number;
      at !== -1;
      at = this.next[at] as number
    )
      if (this.hashes[at] === hash) found.push(at);
    return found.reverse();
  }

  /** Remembers an order, which is not here; a hash of 0 is not remembered. */
  add(hash: number, order: number): void {
    if (hash === 0) return;
    while (order >= this.hashes.length) this.grow();
    this.hashes[order] = hash;
    this.link(order, hash);
  }

  remove(order: number): void {
    const hash = this.hashOf(order);
    if (hash === 0) return;
    const slot = hash & (this.heads.length - 1);
    let before = -1;
    for (let at = this.heads[slot] as number; at !== order; at = this.next[at] as number) before = at;
    const after = this.next[order] as number;
    if (before === -1) this.heads[slot] = after;
    else this.next[before] = after;
    this.hashes[order] = 0;
  }

  private link(order: number, hash: number): void {
    const slot = hash & (this.heads.length - 1);
    const bit = hash & (this.filter.length * 32 - 1);
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] as number) | (1 << (bit & 31));
    this.next[order] = this.heads[slot] as number;
    this.heads[slot] = order;
  }

  private grow(): void {
    const { heads, next, hashes } = this;
    const size = hashes.length * 2;
    this.heads = new Int32Array(size).fill(-1);
    this.hashes = new Int32Array(size);
    this.hashes.set(hashes);
    this.next = new Int32Array(size);
    this.filter = new Uint32Array(size / 2);
    // Chain by chain, oldest first, so that orders of one hash keep their order.
    for (const head of heads) {
      const chain: number[] = [];
      for (let at = head; at !== -1; at = next[at] as number) chain.push(at);
      for (const order of chain.reverse()) this.link(order, hashes[order] as number);
    }
  }
}
