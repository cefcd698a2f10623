import { TextList } from '../cells/textList.ts';
import { invoiceCheck, invoiceHash, nearStreets, personHashes, streetMask, textHash } from './hash.ts';
import type { PersonHashes } from './hash.ts';
import { nearNames } from './people.ts';

/** Past orders as columns of equal length (contract `paste.pastOrders`). */
export interface PastOrders {
  invoices: readonly string[];
  names: readonly string[];
  postcodes: readonly string[];
  countries: readonly string[];
  addresses: readonly string[];
  emails: readonly string[];
  /** Product ids; several of one order joined with `x`. */
  productIds: readonly string[];
  /** ISO instants; '' = not known. */
  at: readonly string[];
}

/** Somebody an order goes to. */
export interface Person {
  hashes: PersonHashes;
  name: string;
  zip: string;
  address: string;
}

/** What the past knows about one person and product. */
export interface PastMatch {
  /** Days since 1970; -1 = not known. */
  day: number;
  invoice: string;
  /** Only nearly the same name and address. */
  near: boolean;
}

/** Chained hash table in flat memory: 12 bytes an entry, and 2 bytes that tell quickly of most keys that they are not in it. */
class Chains {
  private heads: Int32Array;
  private mask: number;
  private keys: Uint32Array;
  private next: Int32Array;
  private items: Int32Array;
  private count = 0;
  /** A bit for each key, of 16 times as many: small enough to stay near the processor. */
  private filter: Uint32Array;
  private filterMask: number;

  constructor(capacity: number) {
    this.mask = powerOfTwo(capacity) - 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    this.filterMask = (this.mask + 1) * 16 - 1;
    this.filter = new Uint32Array((this.filterMask + 1) / 32);
    this.keys = new Uint32Array(capacity);
    this.next = new Int32Array(capacity);
    this.items = new Int32Array(capacity);
  }

  add(key: number, item: number): void {
    if (this.count === this.keys.length) this.grow();
    const slot = key & this.mask;
    this.keys[this.count] = key;
    this.items[this.count] = item;
    this.next[this.count] = this.heads[slot] ?? -1;
    this.heads[slot] = this.count++;
    this.note(key);
  }

  private note(key: number): void {
    const bit = key & this.filterMask;
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** Calls `visit` with each item of the key until it answers true. */
  some(key: number, visit: (item: number) => boolean): boolean {
    for (let at = this.heads[key & this.mask] ?? -1; at !== -1; at = this.next[at] ?? -1)
      if (this.keys[at] === key && visit(this.items[at] ?? 0)) return true;
    return false;
  }

  has(key: number): boolean {
    const bit = key & this.filterMask;
    if (((this.filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    for (let at = this.heads[key & this.mask] ?? -1; at !== -1; at = this.next[at] ?? -1)
      if (this.keys[at] === key) return true;
    return false;
  }

  private grow(): void {
    const size = Math.max(1024, this.keys.length * 2);
    this.keys = copied(new Uint32Array(size), this.keys);
    this.next = copied(new Int32Array(size), this.next);
    this.items = copied(new Int32Array(size), this.items);
    this.mask = powerOfTwo(size) - 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    this.filterMask = (this.mask + 1) * 16 - 1;
    this.filter = new Uint32Array((this.filterMask + 1) / 32);
    for (let at = 0; at < this.count; at++) {
      const slot = (this.keys[at] ?? 0) & this.mask;
      this.next[at] = this.heads[slot] ?? -1;
      this.heads[slot] = at;
      this.note(this.keys[at] ?? 0);
    }
  }
}

const copied = <T extends Uint32Array | Int32Array>(into: T, from: T): T => {
  into.set(from);
  return into;
};
const powerOfTwo = (least: number): number => {
  let size = 1024;
  while (size < least) size *= 2;
  return size;
};

/** Compact index over up to millions of past orders; filled page by page. */
export class HistoryIndex {
  private readonly byInvoice: Chains;
  private readonly byPerson: Chains;
  private readonly byNear: Chains;
  private readonly check: number[] = [];
  private readonly days: number[] = [];
  private readonly invoices = new TextList();
  private readonly products = new TextList();
  private readonly names = new TextList();
  private readonly streets: number[] = [];
  private readonly personChecks: number[] = [];

  /** `capacity`: how many are expected, so that the tables need not grow. */
  constructor(capacity = 1024) {
    this.byInvoice = new Chains(capacity);
    this.byPerson = new Chains(capacity);
    this.byNear = new Chains(capacity);
  }

  get size(): number {
    return this.invoices.length;
  }

  add(page: PastOrders): void {
    for (let i = 0; i < page.invoices.length; i++) {
      const invoice = page.invoices[i] ?? '';
      const item = this.invoices.length;
      this.invoices.push(invoice);
      this.check.push(invoiceCheck(invoice));
      this.days.push(dayOf(page.at[i] ?? ''));
      if (invoice !== '') this.byInvoice.add(invoiceHash(invoice), item);
      const name = page.names[i] ?? '';
      const zip = page.postcodes[i] ?? '';
      const address = page.addresses[i] ?? '';
      this.names.push(name);
      this.streets.push(streetMask(address));
      const { person, near } = personHashes(name, zip, address);
      this.personChecks.push(textHash(zip));
      const products = page.productIds[i] ?? '';
      this.products.push(products);
      if (person !== 0) this.byPerson.add(person, item);
      if (near !== 0) this.byNear.add(near, item);
    }
  }

  /** True when an order ever used this invoice (without case, as the service compares). `hash`: its `invoiceHash`. */
  hasInvoice(hash: number, invoice: string): boolean {
    if (!this.byInvoice.has(hash)) return false;
    const check = invoiceCheck(invoice);
    return this.byInvoice.some(hash, (item) => this.check[item] === check);
  }

  /** False = no order used an invoice of this hash. */
  mayHaveInvoice(hash: number): boolean {
    return this.byInvoice.has(hash);
  }

  /** True when the past may know this person, or nearly: only then is it worth asking about names and products. */
  knows(person: number, near: number): boolean {
    return (person !== 0 && this.byPerson.has(person)) || (near !== 0 && this.byNear.has(near));
  }

  /** The latest order of the person for the product, same or nearly the same name and address; null = none. */
  find(one: Person, product: string): PastMatch | null {
    const { name, zip, address } = one;
    const { person, near } = one.hashes;
    const place = textHash(zip);
    const wanted = product.toLowerCase();
    let best: PastMatch | null = null;
    const keep = (item: number, isNear: boolean): boolean => {
      if (this.personChecks[item] !== place || !holds(this.products.at(item), wanted)) return false;
      const day = this.days[item] ?? -1;
      if (best === null || day > best.day) best = { day, invoice: this.invoices.at(item), near: isNear };
      return false;
    };
    if (person !== 0) this.byPerson.some(person, (item) => keep(item, false));
    if (best === null && near !== 0)
      this.byNear.some(
        near,
        (item) =>
          nearStreets(this.streets[item] ?? 0, streetMask(address)) &&
          nearNames(this.names.at(item), name) &&
          keep(item, true),
      );
    return best;
  }
}

/** `66750x66760` holds 66760. */
const holds = (products: string, wanted: string): boolean => {
  const text = products.toLowerCase();
  return text === wanted || (/^\d+(?:x\d+)+$/u.test(text) && text.split('x').includes(wanted));
};

/** Days since 1970 of an ISO date or instant; -1 = none. */
export function dayOf(at: string): number {
  if (at === '') return -1;
  const time = Date.parse(at);
  return Number.isNaN(time) ? -1 : Math.floor(time / 86_400_000);
}
