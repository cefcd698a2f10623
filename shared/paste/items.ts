import { decodeEntities } from './text/entities.ts';
import type { Layout } from './layout.ts';
import type { Mapping } from './pasteTypes.ts';
import { cellAt } from './sheet.ts';
import type { Row } from './sheet.ts';

export interface RawItem {
  sku: string;
  title: string;
  /** As written; '' = blank. */
  quantity: string;
  /** Column of the quantity, -1 = packed or none. */
  column: number;
}

/** `name:…|product_id:…|sku:…|quantity:…` (WebToffee), `product_id:4959|1|30|size: Medium` (SkyVerge), `Product ID: …, …|…` (BigCommerce). */
export function readPacked(cell: string): RawItem[] {
  if (cell.trim() === '') return [];
  const text = decodeEntities(cell);
  const items: RawItem[] = [];
  const blocks = text
    .split(/\s*;\s*(?=(?:(?:product_)?name|product_id|id|sku)\s*:)|\n+/iu)
    .filter((block) => block.trim() !== '');
  for (const block of blocks) {
    const records = /product id\s*:/iu.test(block) ? block.split(/\|\s*(?=product id\s*:)/iu) : [block];
    for (const record of records) {
      const item = readPackedOne(record);
      if (item !== null) items.push(item);
    }
  }
  return items;
}

function readPackedOne(record: string): RawItem | null {
  const parts = record.split(/\||,\s*(?=product [a-z ]+:)/iu).map((part) => part.trim());
  const values = new Map<string, string>();
  const loose: string[] = [];
  for (const part of parts) {
    const pair = /^(?:product[ _])?(name|id|sku|qty|quantity|product_id|title)\s*[:=]\s*(.*)$/iu.exec(part);
    if (pair !== null) values.set((pair[1] ?? '').toLowerCase(), (pair[2] ?? '').trim());
    else loose.push(part);
  }
  const quantity =
    values.get('quantity') ?? values.get('qty') ?? loose.find((part) => /^\d{1,4}$/u.test(part)) ?? '';
  const sku = values.get('sku') ?? '';
  const id = values.get('product_id') ?? values.get('id') ?? '';
  const title = values.get('name') ?? values.get('title') ?? '';
  if (sku === '' && id === '' && title === '') {
    const plain = /^(?:(\d{1,3})\s*[x×]\s*(.+)|(.+?)\s*[x×]\s*(\d{1,3}))$/u.exec(record.trim());
    if (plain === null)
      return record.trim() === '' ? null : { sku: '', title: record.trim(), quantity: '', column: -1 };
    return {
      sku: '',
      title: (plain[2] ?? plain[3] ?? '').trim(),
      quantity: plain[1] ?? plain[4] ?? '',
      column: -1,
    };
  }
  return { sku: sku === '' ? id : sku, title, quantity, column: -1 };
}

/** True when the row names a product at all. */
export function hasItem(row: Row, layout: Layout): boolean {
  if (cellAt(row, layout.at.sku) !== '' || cellAt(row, layout.at.title) !== '') return true;
  for (const group of layout.items)
    if (cellAt(row, group.sku) !== '' || cellAt(row, group.title) !== '') return true;
  for (const column of layout.packed) if (cellAt(row, column) !== '') return true;
  for (const column of layout.itemColumns) {
    const cell = cellAt(row, column).trim();
    if (cell !== '' && cell !== '0') return true;
  }
  return false;
}

/** The gateway's own form: 66750x66760, quantities by position. */
const joinedIds = /^\d{3,}(?:x\d{3,})+$/u;

/** The ids in one cell of ids: the gateway's own form, or the SKUs of an order whose things are only counted (`A-1,B-2`). */
export const idsIn = (text: string, layout: Layout): string[] => {
  if (joinedIds.test(text)) return text.split('x');
  return layout.itemTotal === -1 ? [text] : text.split(/\s*,\s*/u).filter((one) => one !== '');
};

/** Things that are only counted, in column `itemTotal`: one product has them all, several have one each at least. */
function countedItems(skus: readonly string[], title: string, row: Row, layout: Layout): RawItem[] {
  const distinct = [...new Set(skus)];
  if (distinct.length > 1)
    return distinct.map((sku) => ({
      sku,
      title: '',
      quantity: String(skus.filter((other) => other === sku).length),
      column: -1,
    }));
  const column = layout.itemTotal;
  return [{ sku: skus[0] ?? '', title, quantity: cellAt(row, column).trim(), column }];
}

/** The products of one row, in whatever way the table lists them. */
export function itemsOf(row: Row, layout: Layout, mapping: Mapping): RawItem[] {
  const items: RawItem[] = [];
  const sku = cellAt(row, layout.at.sku).trim() || (mapping.constants.sku ?? '');
  const title = cellAt(row, layout.at.title).trim() || (mapping.constants.title ?? '');
  const quantity = cellAt(row, layout.at.quantity).trim() || (mapping.constants.quantity ?? '');
  const skus = idsIn(sku, layout);
  if (joinedIds.test(sku)) {
    const counts = quantity.split('x');
    skus.forEach((one, index) => {
      items.push({ sku: one, title: '', quantity: counts[index] ?? '', column: layout.at.quantity });
    });
    return items;
  }
  if (sku !== '' || title !== '')
    items.push(
      ...(layout.itemTotal === -1
        ? [{ sku, title, quantity, column: layout.at.quantity }]
        : countedItems(skus, title, row, layout)),
    );
  for (const group of layout.items) {
    const item = { sku: cellAt(row, group.sku).trim(), title: cellAt(row, group.title).trim() };
    if (item.sku !== '' || item.title !== '')
      items.push({ ...item, quantity: cellAt(row, group.quantity).trim(), column: group.quantity });
  }
  for (const column of layout.packed) items.push(...readPacked(cellAt(row, column)));
  for (const column of layout.itemColumns) {
    const count = cellAt(row, column).trim();
    if (/^\d+$/u.test(count) && Number(count) > 0)
      items.push({ sku: '', title: mapping.itemNames[column] ?? '', quantity: count, column });
  }
  return items;
}
