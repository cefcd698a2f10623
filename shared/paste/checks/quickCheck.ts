import { fold } from '../../address/fold.ts';
import { postcodeRule, spacingMatters } from '../../address/postcodes.ts';
import { hasStateList } from '../../address/states.ts';
import { maxInvoiceLength } from '../../orders/rules/invoice.ts';
import { maxSpecialText, maxTextLength } from '../../orders/rules/text.ts';
import { blank, digit, hasPair, joint, lead, look, mark, tail } from '../cells/charClasses.ts';
import type { CellStore } from '../cells/cellStore.ts';
import { Distinct } from '../cells/distinct.ts';
import { skipReason } from '../notOrders.ts';
import type { StatusSense } from '../notOrders.ts';
import { houseNumberIn, invoiceHashIn, NameHashes, nearHash, personHash, textHashIn } from '../radar/hash.ts';
import type { Layout } from '../layout.ts';
import type { Row, RowSource } from '../sheet.ts';
import { emptyWordStarts, isEmptyWord, longestEmptyWord } from '../text/clean.ts';
import { undoMojibake } from '../text/mojibake.ts';
import type { RowCheck } from './context.ts';
import { checkInvoice, checkPrice, checkProduct, checkQuantity, checkSpecialText } from './itemChecks.ts';
import { checkEmail, checkName, isPlainMail, isPlainPerson } from './personChecks.ts';
import { checkCountry, checkMissingPlace, checkState, checkZipAndCity, needsCity } from './placeChecks.ts';
import { checkText } from './textChecks.ts';

/** ' # + - = @ and blanks: a cell that begins so needs a closer look. 2: it may be a word for "nothing". */
const firstLetter = new Uint8Array(128);
for (let code = 0; code <= 0x20; code++) firstLetter[code] = 1;
for (const letter of "'#+-=@") firstLetter[letter.charCodeAt(0)] = 1;
for (const code of emptyWordStarts) if (code < 128 && firstLetter[code] === 0) firstLetter[code] = 2;

/** Letters for which the ends of a text must be looked at. */
const edges = look | lead | tail | mark | blank | joint;

/** What a country tells about the other cells of its rows. */
interface Place {
  iso: string;
  /** Of the column's text: nothing to say about it. */
  clean: boolean;
  pattern: RegExp | null;
  /** A code without its blank or hyphen is offered one. */
  spaced: boolean;
  zipRequired: boolean;
  stateRequired: boolean;
  needsCity: boolean;
  hasStates: boolean;
  /** By number of the state's text: its code, '' = clean without one, null = look closer. */
  states: (string | null | undefined)[];
  /** By number of the postcode: nothing to say about it. */
  zips: (boolean | undefined)[];
}

/**
 * Nearly every row is an order of its own that no check has anything to say about. This finds such rows without
 * making strings: by classes of letters that the reader noted, by what the same text was found to be before (country,
 * state, product, price…), and by the checks themselves where that is not enough. It never judges otherwise than the
 * checks do: what it cannot tell at once it leaves to them.
 */
export class QuickCheck {
  /** Of the last plain order: `invoiceHash`, 0 = none. */
  hash = 0;
  /** Of the last clean row. */
  iso = '';
  person = 0;
  near = 0;
  hasItem = false;

  /** The invoice has no sign that may be wrong. */
  private plainInvoice = false;
  private state = '';
  private readonly check: RowCheck;
  private readonly at: Layout['at'];
  private readonly store: CellStore;
  private readonly width: number;
  private readonly headers: readonly string[];
  private readonly sense: StatusSense;
  /** Columns whose texts are judged once for all cells with the same text, and the others. */
  private readonly byText: readonly number[];
  private readonly looked: Layout['checked'];
  private readonly checked: Int32Array;
  private readonly persons: boolean[];
  private readonly invoiceFallback: boolean;
  private readonly silent: { column: number; texts: Distinct; skips: boolean[] }[];
  private readonly countries = new Distinct();
  private readonly states = new Distinct();
  private readonly skus = new Distinct();
  private readonly titles = new Distinct();
  private readonly zips = new Distinct();
  private readonly prices = new Distinct();
  private readonly names = new NameHashes();
  private readonly places: Place[] = [];
  private readonly skuTells: boolean[] = [];
  /** By number of the SKU and of the title, both from 1; 0 = none. */
  private readonly goodProducts: boolean[][] = [];
  private readonly goodPrices: boolean[] = [];
  /** First cell and number of cells of the row that is looked at. */
  private base = 0;
  private filled = 0;
  /** The cell that was looked up last. */
  private text = '';
  private from = 0;
  private to = 0;

  private constructor(source: RowSource, check: RowCheck, headers: readonly string[], sense: StatusSense) {
    const { layout, mapping } = check.world;
    this.check = check;
    this.at = layout.at;
    this.store = source.store;
    this.width = source.width;
    this.headers = headers;
    this.sense = sense;
    const { country, state, sku, price } = layout.at;
    this.byText = [country, state, sku, price];
    this.looked = layout.checked.filter((one) => !this.byText.includes(one.column));
    this.checked = Int32Array.from(this.looked, (one) => one.column);
    this.persons = this.looked.map((one) => one.field === 'name' || one.field === 'city');
    this.invoiceFallback = Object.hasOwn(mapping.fallbacks, layout.at.invoice);
    const columns = [...layout.status, ...layout.cancelled, ...layout.refunded, ...layout.shipped];
    this.silent = columns.map((column) => ({ column, texts: new Distinct(), skips: [] }));
  }

  /** null = this kind of sheet needs the full checks for every row. */
  static for(
    rows: readonly Row[],
    check: RowCheck,
    headers: readonly string[],
    sense: StatusSense,
  ): QuickCheck | null {
    const { layout } = check.world;
    const source = rows.find((row) => row.at !== -1)?.source ?? null;
    const { severalItems, hasChoices, countColumn } = check.world;
    const several = severalItems || hasChoices || countColumn !== -1;
    if (source === null || several || layout.at.wholeAddress !== -1 || layout.names.length === 0) return null;
    return new QuickCheck(source, check, headers, sense);
  }

  private begin(row: Row): boolean {
    if (row.at === -1) return false;
    const { firsts } = this.store;
    this.base = firsts[row.at] ?? 0;
    this.filled = Math.min((firsts[row.at + 1] ?? 0) - this.base, this.width);
    return true;
  }

  /** Finds a cell's place; its length, 0 = empty. */
  private find(column: number): number {
    if (column < 0 || column >= this.filled) return 0;
    const { store } = this;
    const cell = this.base + column;
    const start = store.starts[cell] ?? 0;
    const end = store.ends[cell] ?? 0;
    if (start < 0) {
      this.text = store.extra[-1 - start] ?? '';
      this.from = 0;
      this.to = end;
      return end;
    }
    this.text = store.text;
    this.from = start;
    this.to = end;
    return end - start;
  }

  private flags(column: number): number {
    return this.store.flags[this.base + column] ?? 0;
  }

  private found(): string {
    return this.text.slice(this.from, this.to);
  }

  /** Surely neither totals nor a title, with an address of its own; sets `hash`. */
  isPlainOrder(row: Row): boolean {
    if (!this.begin(row)) return false;
    if (this.find(0) > 0) {
      const first = this.text.charCodeAt(this.from);
      if ((first < 0x30 && first !== 0x23 && first !== 0x27) || first === 0x3d || first === 0x5f)
        return false;
    }
    let count = 0;
    const { address } = this.check.world.layout;
    for (let i = 0; i < address.length; i++) {
      const column = address[i] ?? -1;
      const length = this.find(column);
      if (length === 0) continue;
      const header = this.headers[column] ?? '';
      if (length === header.length && this.mayBe(header) && fold(this.found()) === fold(header)) return false;
      if (++count === 2) return this.readInvoice();
    }
    return false;
  }

  /** False when the first letters tell that the cell is not this word. */
  private mayBe(word: string): boolean {
    const a = this.text.charCodeAt(this.from) | 0x20;
    const b = word.charCodeAt(0) | 0x20;
    return a === b || a >= 0x80 || b >= 0x80;
  }

  /** Letters, digits and hyphens in ASCII make a plain invoice; others are compared otherwise. */
  private readInvoice(): boolean {
    const length = this.find(this.at.invoice);
    this.hash = 0;
    this.plainInvoice = true;
    if (length === 0) return !this.invoiceFallback;
    const { text, from, to } = this;
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

  /** No check has anything to say about the row of `isPlainOrder`, as the only one of its order. Sets what the radar asks for. */
  isClean(row: Row): boolean {
    if (!this.textsAreClean(row) || !this.isToBeSent(row)) return false;
    this.iso = '';
    this.state = '';
    const place = this.placeOf(row);
    return (
      place !== null &&
      this.stateIsClean(row, place) &&
      this.zipAndCityAreClean(row, place) &&
      this.nameIsClean(row) &&
      (this.mailIsClean() || this.agrees(row, checkEmail)) &&
      (this.plainInvoice || this.agrees(row, checkInvoice)) &&
      this.productIsClean(row) &&
      this.quantityIsClean(row) &&
      this.priceIsClean(row) &&
      this.specialTextIsClean(row) &&
      this.hashPerson()
    );
  }

  /** A check of its own looks, where nothing simpler can tell. */
  private agrees(row: Row, look_: (check: RowCheck) => void): boolean {
    const { check } = this;
    check.begin(row);
    check.iso = this.iso;
    check.state = this.state;
    look_(check);
    return check.isClean;
  }

  private textsAreClean(row: Row): boolean {
    const { checked, store, base, filled, plainInvoice } = this;
    const { starts, ends, flags, text } = store;
    const { invoice } = this.at;
    for (let i = 0; i < checked.length; i++) {
      const column = checked[i] as number;
      if (column >= filled) continue;
      const cell = base + column;
      const start = starts[cell] as number;
      const end = ends[cell] as number;
      if (start === end) continue;
      const classes = flags[cell] as number;
      const length = start < 0 ? end : end - start;
      // A letter or digit begins it, and it is too long for a word that means "nothing".
      if ((classes & edges) === 0 && length > longestEmptyWord && length <= maxTextLength) continue;
      const own = start < 0 ? (store.extra[-1 - start] ?? '') : text;
      const from = start < 0 ? 0 : start;
      const first = own.charCodeAt(from);
      const kind = first < 128 ? (firstLetter[first] as number) : 0;
      if (
        (classes & look) !== 0 ||
        length > maxTextLength ||
        (kind === 1 && !(first === 0x23 && plainInvoice && column === invoice)) ||
        ((classes & blank) !== 0 && own.charCodeAt(end - 1) <= 0x20)
      ) {
        if (!this.textIsClean(row, this.looked[i], own.slice(from, end))) return false;
      } else if ((classes & (lead | tail)) === (lead | tail) && hasPair(own, from, end)) {
        // Without any other odd letter, the one thing that may be wrong is the encoding.
        const whole = own.slice(from, end);
        if (undoMojibake(whole) !== whole) return false;
      } else if (
        kind === 2 &&
        length <= longestEmptyWord &&
        isEmptyWord(own.slice(from, end), this.persons[i] === true)
      )
        return false;
    }
    return true;
  }

  private textIsClean(row: Row, one: Layout['checked'][number] | undefined, text: string): boolean {
    // Blank, or blanks at its ends: the checks see another text than stands there.
    if (text.trim() !== text) return false;
    return one === undefined || this.agrees(row, (check) => checkText(check, one));
  }

  /** The text of a cell that is judged for all cells with the same text: by its own check and as a text. */
  private agreesByText(row: Row, column: number, check: (check: RowCheck) => void): boolean {
    const one = this.check.world.layout.checked.find((other) => other.column === column);
    return this.textIsClean(row, one, row.cell(column)) && this.agrees(row, check);
  }

  /** No status column says cancelled, refunded or shipped, and the quantity is not 0. */
  private isToBeSent(row: Row): boolean {
    const { at } = this;
    for (const { column, texts, skips } of this.silent) {
      if (this.find(column) === 0) continue;
      const number = texts.numberOf(this.text, this.from, this.to);
      if (number === -1) return false;
      if ((skips[number] ??= skipReason(row, this.only(column), this.sense) !== '')) return false;
    }
    const refunded = this.find(at.refundedQuantity);
    return refunded === 0 || (refunded === 1 && this.text.charCodeAt(this.from) === 0x30);
  }

  private only(column: number) {
    const { layout } = this.check.world;
    const pick = (columns: readonly number[]): number[] => columns.filter((one) => one === column);
    return {
      ...layout,
      status: pick(layout.status),
      cancelled: pick(layout.cancelled),
      refunded: pick(layout.refunded),
      shipped: pick(layout.shipped),
    };
  }

  /** The row's country; null = there is something to say about it. */
  private placeOf(row: Row): Place | null {
    const { layout, mapping } = this.check.world;
    let number = -1;
    if (this.find(layout.at.country) > 0) number = this.countries.numberOf(this.text, this.from, this.to);
    else if ((mapping.constants.country ?? '') !== '') number = this.countries.numberOf('', 0, 0);
    const known = number === -1 ? undefined : this.places[number];
    if (known !== undefined) {
      this.iso = known.iso;
      return known.clean ? known : null;
    }
    const clean = this.agreesByText(row, layout.at.country, checkCountry);
    const { iso } = this.check;
    this.iso = iso;
    if (number === -1) return clean ? this.byCode(iso) : null;
    const place = newPlace(iso, clean);
    this.places[number] = place;
    return clean ? place : null;
  }

  private readonly codes = new Map<string, Place>();
  private byCode(iso: string): Place {
    const known = this.codes.get(iso);
    if (known !== undefined) return known;
    const place = newPlace(iso, true);
    this.codes.set(iso, place);
    return place;
  }

  private stateIsClean(row: Row, place: Place): boolean {
    const { layout, mapping } = this.check.world;
    if (this.find(layout.at.state) === 0) {
      if (mapping.constants.state === undefined || mapping.constants.state === '')
        return !place.stateRequired;
      this.text = '';
      this.from = 0;
      this.to = 0;
    }
    const number = this.states.numberOf(this.text, this.from, this.to);
    let code = number === -1 ? undefined : place.states[number];
    if (code === undefined) {
      // What is no state of the list is judged together with the city: never by its text alone.
      const clean =
        this.agreesByText(row, layout.at.state, checkState) && (this.check.state !== '' || !place.hasStates);
      code = clean ? this.check.state : null;
      if (number !== -1) place.states[number] = code;
    }
    this.state = code ?? '';
    return code !== null;
  }

  private zipAndCityAreClean(row: Row, place: Place): boolean {
    const { at } = this;
    let plain = true;
    if (this.find(at.city) > 0) {
      const classes = this.flags(at.city);
      if ((classes & digit) !== 0 || ((classes & mark) !== 0 && this.found().includes(','))) plain = false;
    } else if (place.needsCity) return false;
    if (this.find(at.zip) === 0) {
      if (place.zipRequired && !this.agrees(row, checkMissingPlace)) return false;
    } else if (plain) plain = this.zipIsPlain(at.zip, place);
    if (!plain && !this.agrees(row, checkZipAndCity)) return false;
    const { streets } = this.check.world.layout;
    for (let i = 0; i < streets.length; i++) if (this.find(streets[i] ?? -1) > 0) return true;
    return false;
  }

  private zipIsPlain(column: number, place: Place): boolean {
    const number = this.zips.numberOf(this.text, this.from, this.to);
    if (number === -1) return isPlainZip(this.found(), this.flags(column), place);
    return (place.zips[number] ??= isPlainZip(this.found(), this.flags(column), place));
  }

  private nameIsClean(row: Row): boolean {
    const { at } = this;
    const { names } = this.check.world.layout;
    if (at.name !== -1)
      return (
        this.find(at.name) > 0 &&
        (isPlainPerson(this.text, this.from, this.to) || this.agrees(row, checkName))
      );
    let filled = 0;
    let plain = true;
    for (const column of names) {
      if (this.find(column) === 0) continue;
      filled++;
      if ((this.flags(column) & (blank | mark)) !== 0 || /att/iu.test(this.found())) plain = false;
    }
    return filled > 0 && (plain || this.agrees(row, checkName));
  }

  private mailIsClean(): boolean {
    const length = this.find(this.at.email);
    return length === 0 || isPlainMail(this.text, this.from, this.to);
  }

  private productIsClean(row: Row): boolean {
    const { at } = this;
    const { products } = this.check.world;
    const hasTitle = this.find(at.title) > 0;
    let sku = 0;
    if (this.find(at.sku) > 0) {
      sku = this.skus.numberOf(this.text, this.from, this.to) + 1;
      if (sku === 0) {
        this.hasItem = true;
        return this.agreesByText(row, at.sku, checkProduct);
      }
    }
    this.hasItem = sku > 0 || hasTitle;
    // The title only tells the product where the SKU does not.
    const alone = (this.skuTells[sku] ??= products.size === 0 || (sku > 0 && products.hasKey(this.found())));
    let title = 0;
    if (hasTitle && !alone) {
      this.find(at.title);
      title = this.titles.numberOf(this.text, this.from, this.to) + 1;
      if (title === 0) return this.agreesByText(row, at.sku, checkProduct);
    } else if (hasTitle && sku === 0) title = 1;
    const known = (this.goodProducts[sku] ??= []);
    return (known[title] ??= this.agreesByText(row, at.sku, checkProduct));
  }

  private quantityIsClean(row: Row): boolean {
    const { at } = this;
    const { quantities } = this.check.world.layout;
    for (let i = 0; i < quantities.length; i++) {
      const column = quantities[i] ?? -1;
      const length = this.find(column);
      if (length === 0) continue;
      const first = this.text.charCodeAt(this.from);
      if (column === at.quantity && first === 0x30) return false;
      const plain = first >= 0x31 && first <= 0x39 && this.flags(column) === digit && length <= 2;
      if (!plain && (at.refundedQuantity !== -1 || !this.agrees(row, checkQuantity))) return false;
    }
    return true;
  }

  private priceIsClean(row: Row): boolean {
    const { price } = this.at;
    if (this.find(price) === 0) return true;
    const number = this.prices.numberOf(this.text, this.from, this.to);
    if (number === -1) return this.agreesByText(row, price, checkPrice);
    return (this.goodPrices[number] ??= this.agreesByText(row, price, checkPrice));
  }

  private specialTextIsClean(row: Row): boolean {
    const column = this.at.text;
    const length = this.find(column);
    // Signs of HTML are among those that need a closer look.
    const plain = length === 0 || (length <= maxSpecialText && (this.flags(column) & look) === 0);
    return plain || this.agrees(row, checkSpecialText);
  }

  private hashPerson(): boolean {
    const { at } = this;
    const { names, streets } = this.check.world.layout;
    let house = 0;
    let place = 0;
    const street = streets[0] ?? -1;
    const joined = streets.length > 1 && at.houseNumber !== -1;
    if (joined) {
      const address = `${this.textAt(street)} ${this.textAt(at.houseNumber)}`;
      house = houseNumberIn(address, 0, address.length);
      place = textHashIn(address, 0, address.length);
    } else if (this.find(street) > 0) {
      house = houseNumberIn(this.text, this.from, this.to);
      if (this.find(at.zip) === 0 && this.find(street) > 0) place = textHashIn(this.text, this.from, this.to);
    } else place = textHashIn('', 0, 0);
    const hasZip = this.find(at.zip) > 0;
    if (hasZip) place = textHashIn(this.text, this.from, this.to);
    if (names.length > 1) {
      this.text = `${this.textAt(names[0] ?? -1)} ${this.textAt(names[1] ?? -1)}`;
      this.from = 0;
      this.to = this.text.length;
    } else this.find(names[0] ?? -1);
    this.names.read(this.text, this.from, this.to);
    this.person = personHash(this.names, place, house);
    this.near = hasZip ? nearHash(this.names, place, house) : 0;
    return true;
  }

  private textAt(column: number): string {
    return this.find(column) === 0 ? '' : this.found();
  }
}

function newPlace(iso: string, clean: boolean): Place {
  const rule = postcodeRule(iso);
  return {
    iso,
    clean,
    pattern: rule.pattern,
    spaced: spacingMatters.has(iso),
    zipRequired: rule.required,
    stateRequired: iso === 'US' || iso === 'CA',
    needsCity: needsCity(iso),
    hasStates: hasStateList(iso),
    states: [],
    zips: [],
  };
}

/** A code of the country as it should be written. */
function isPlainZip(zip: string, classes: number, place: Place): boolean {
  if (classes !== digit && (classes & digit) !== 0 && /^\d.*e.*\d$/iu.test(zip)) return false; // 1E+05
  if (place.pattern === null) return true;
  return place.pattern.test(zip) && (!place.spaced || (classes & (blank | joint)) !== 0);
}
