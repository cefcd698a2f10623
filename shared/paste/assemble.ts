import { gatewayCode, readCountry } from '../address/countries.ts';
import { stateWithoutCountry } from '../address/states.ts';
import { readCount } from './checks/itemChecks.ts';
import { readPrice } from './checks/columnForms.ts';
import type { ProductBook } from './checks/productBook.ts';
import { headOf } from './grouping.ts';
import { hasItem, itemsOf } from './items.ts';
import type { Layout } from './layout.ts';
import { readMethod } from './methods.ts';
import type { Mapping, PastedOrder, PasteItem } from './pasteTypes.ts';
import { cellAt, firstFilled } from './sheet.ts';
import type { OrderGroup } from './orderGroup.ts';
import type { Row } from './sheet.ts';
import { readChoice, readEmailCustomer, readMode } from './toOrder.ts';

/** Rows of an order whose items count: not skipped, and no summary row above item rows (eBay). */
export function itemRows(order: OrderGroup, layout: Layout): Row[] {
  const only = order.rows.length === 1 ? order.rows[0] : undefined;
  if (only !== undefined && only.skip === '') return order.rows;
  const active = order.rows.filter((row) => row.skip === '');
  if (active.length < 2) return active;
  const withItem = active.filter((row) => hasItem(row, layout));
  return withItem.length === 0 ? active : withItem;
}

/** All products of an order as they will be sent. */
export function orderItems(
  order: OrderGroup,
  layout: Layout,
  mapping: Mapping,
  products: ProductBook,
): PasteItem[] {
  const items: PasteItem[] = [];
  for (const row of itemRows(order, layout)) {
    const refunded = readCount(cellAt(row, layout.at.refundedQuantity).trim() || '0')?.value ?? 0;
    for (const item of itemsOf(row, layout, mapping)) {
      const product = products.size === 0 ? null : products.find(item.sku, item.title);
      const count = readCount(item.quantity)?.value ?? 0;
      items.push({
        row: row.key,
        // A column of quantities may be headed by the product's id.
        sku: item.sku === '' && products.hasKey(item.title) ? item.title : item.sku,
        title: item.title,
        quantity: Math.max(0, count - (item.column === layout.at.quantity ? refunded : 0)),
        productId:
          product?.productId ?? (products.size === 0 && /^\d{1,12}$/u.test(item.sku) ? item.sku : ''),
      });
    }
  }
  return items;
}

/** Street lines as one line; a house number follows its street without comma. */
function joinStreet(of: (column: number) => string, layout: Layout): string {
  let text = '';
  for (const column of layout.streets) {
    const part = of(column);
    if (part === '' || (column !== layout.streets[0] && text.toLowerCase().endsWith(part.toLowerCase())))
      continue;
    text = text === '' ? part : `${text}${column === layout.at.houseNumber ? ' ' : ', '}${part}`;
  }
  return text;
}

/** One order from its rows, as the cells are now. */
export function assembleOrder(
  order: OrderGroup,
  layout: Layout,
  mapping: Mapping,
  products: ProductBook,
): PastedOrder {
  const { at } = layout;
  const one = (column: number, constant?: string): string =>
    firstFilled(order.rows, column).trim() || (constant ?? '');
  // One row speaks for the whole address: what a repair cleared there must not come back from an item row.
  const head = headOf(order, layout);
  const place = (column: number, constant?: string): string =>
    (head === undefined ? '' : cellAt(head, column).trim()) || (constant ?? '');
  const name = layout.names
    .map((column) => place(column))
    .filter((part) => part !== '')
    .join(' ');
  let invoice = one(at.invoice);
  if (invoice === '') for (const [from, to] of layout.fallbacks) if (from === at.invoice) invoice = one(to);
  const countryText = place(at.country, mapping.constants.country);
  const reading = countryText === '' ? null : readCountry(countryText);
  const state = place(at.state, mapping.constants.state);
  const price = one(at.price, mapping.constants.price);
  return {
    rows: order.rows.map((row) => row.key),
    records: [...new Set(order.rows.map((row) => row.record))],
    invoice,
    name,
    company: place(at.company, mapping.constants.company),
    addr: joinStreet(place, layout),
    city: place(at.city, mapping.constants.city),
    state: layout.statesWithCountry ? stateWithoutCountry(reading?.iso ?? order.iso, state) : state,
    zip: place(at.zip),
    country:
      reading === null
        ? countryText === ''
          ? gatewayCode(order.iso)
          : countryText
        : gatewayCode(reading.iso),
    email: one(at.email, mapping.constants.email),
    method: readMethod(one(at.method, mapping.constants.method)),
    price: readPrice(price) ?? price,
    text: one(at.text, mapping.constants.text),
    mode: readMode(one(at.mode)) ?? '',
    emailCustomer: readEmailCustomer(one(at.emailCustomer)),
    customsPrice: readChoice(one(at.customsPrice)) === true,
    items: orderItems(order, layout, mapping, products),
    rowState: order.state,
  };
}
