import { fold } from '../../address/fold.ts';
import { orderItems } from '../assemble.ts';
import type { ProductBook } from '../checks/productBook.ts';
import type { PasteField } from '../fields.ts';
import type { Layout } from '../layout.ts';
import type { Mapping, PasteItem, Problem, Weight } from '../pasteTypes.ts';
import { cellAt, firstFilled } from '../sheet.ts';
import type { OrderBook } from '../orderBook.ts';
import type { OrderGroup } from '../orderGroup.ts';
import { OrderTable } from '../orderTable.ts';
import type { Row } from '../sheet.ts';
import { nearStreets, personHashes, streetMask } from './hash.ts';
import type { HistoryIndex, Person } from './historyIndex.ts';
import { nearNames } from './people.ts';

/** Records one problem of an order at a cell. */
export type Say = (
  row: Row,
  column: number,
  field: PasteField,
  code: string,
  weight: Weight,
  params: Problem['params'],
) => void;

export interface RadarSettings {
  mapping: Mapping;
  history: HistoryIndex | null;
  today: number;
  withinDays: number;
}

/** Same or nearly the same person with the same product: in this paste, and in the past. */
export class Radar {
  private readonly people: OrderTable;
  private readonly near: OrderTable;
  private readonly layout: Layout;
  private readonly book: ProductBook;
  private readonly settings: RadarSettings;
  private readonly orders: OrderBook;

  /** `expected`: how many orders there may be. */
  constructor(
    layout: Layout,
    book: ProductBook,
    settings: RadarSettings,
    orders: OrderBook,
    expected: number,
  ) {
    this.people = new OrderTable(expected);
    this.near = new OrderTable(expected);
    this.layout = layout;
    this.book = book;
    this.settings = settings;
    this.orders = orders;
  }

  forget(order: OrderGroup): void {
    this.people.remove(order.id);
    this.near.remove(order.id);
  }

  /** Orders that must be looked at again when this one changes. */
  partners(order: OrderGroup): OrderGroup[] {
    return [...this.others(this.people, order), ...this.others(this.near, order)];
  }

  /**
   * Remembers an order, by its number, of which nobody like it is known, here or in the past; false = `look` has to be
   * asked.
   */
  passes(order: number, person: number, near: number): boolean {
    const { history } = this.settings;
    if (history !== null && history.knows(person, near)) return false;
    if (near !== 0 && this.near.has(near)) return false;
    if (person !== 0 && this.people.has(person)) return false;
    this.people.add(person, order);
    this.near.add(near, order);
    return true;
  }

  /** Looks an order up and remembers it. */
  look(
    order: OrderGroup,
    head: Row,
    itemsOf: (order: OrderGroup) => PasteItem[],
    say: (
      row: Row,
      column: number,
      field: PasteField,
      code: string,
      weight: Weight,
      params: Problem['params'],
    ) => void,
  ): void {
    const one = this.personOf(head);
    const { name } = one;
    const { person, near } = one.hashes;
    const column = this.layout.names[0] ?? -1;
    const { history, today, withinDays } = this.settings;
    if (history !== null && history.size > 0 && history.knows(person, near))
      for (const item of itemsOf(order))
        for (const product of new Set([item.productId, item.sku, item.title])) {
          if (product === '') continue;
          const match = history.find(one, product);
          if (match === null || match.day === -1 || today - match.day > withinDays || today - match.day < 0)
            continue;
          say(head, column, 'name', match.near ? 'nearPersonHad' : 'personHad', 'notice', {
            name: name.trim(),
            product: item.title || product,
            days: today - match.day,
            invoice: match.invoice,
          });
          break;
        }
    this.people.add(person, order.id);
    this.near.add(near, order.id);
    const same = this.others(this.people, order);
    const alike = this.others(this.near, order);
    if (same.length > 0 || alike.length > 0) this.twice(head, one, itemsOf(order), same, alike, say);
  }

  private personOf(head: Row): Person {
    const { names, streets, at } = this.layout;
    let name = cellAt(head, names[0] ?? -1);
    if (names.length > 1) name = `${name} ${cellAt(head, names[1] ?? -1)}`;
    const zip = cellAt(head, at.zip);
    let address = cellAt(head, streets[0] ?? -1);
    if (streets.length > 1 && at.houseNumber !== -1) address = `${address} ${cellAt(head, at.houseNumber)}`;
    return { hashes: personHashes(name, zip, address), name, zip, address };
  }

  /** Other orders with the same hash as this one, oldest first. */
  private others(table: OrderTable, order: OrderGroup): OrderGroup[] {
    return table.all(table.hashOf(order.id)).flatMap((id) => (id === order.id ? [] : this.orders.get(id)));
  }

  private twice(
    head: Row,
    { name, address }: Person,
    items: readonly PasteItem[],
    same: readonly OrderGroup[],
    alike: readonly OrderGroup[],
    say: (
      row: Row,
      column: number,
      field: PasteField,
      code: string,
      weight: Weight,
      params: Problem['params'],
    ) => void,
  ): void {
    const own = new Set(items.map(productKey));
    const shares = (other: OrderGroup): boolean =>
      other.state !== 'notOrder' &&
      (other.rows[0]?.pos ?? 0) < head.pos &&
      // An order split in two is no second one.
      other.rows.every((row) => row.record !== head.record) &&
      orderItems(other, this.layout, this.settings.mapping, this.book).some((item) =>
        own.has(productKey(item)),
      );
    const column = this.layout.names[0] ?? -1;
    const exact = same.find(shares);
    if (exact !== undefined) {
      say(head, column, 'name', 'personTwice', 'notice', {
        name: name.trim(),
        record: exact.rows[0]?.record ?? 0,
      });
      return;
    }
    const nameOf = (other: OrderGroup): string =>
      this.layout.names.map((c) => firstFilled(other.rows, c)).join(' ');
    const street = streetMask(address);
    const close = alike.find(
      (other) =>
        shares(other) &&
        nearStreets(streetMask(firstFilled(other.rows, this.layout.streets[0] ?? -1)), street) &&
        nearNames(nameOf(other), name),
    );
    if (close !== undefined)
      say(head, column, 'name', 'nearPersonTwice', 'notice', {
        name: name.trim(),
        other: nameOf(close).trim(),
        record: close.rows[0]?.record ?? 0,
      });
  }
}

const productKey = (item: PasteItem): string => item.productId || item.sku.toLowerCase() || fold(item.title);
