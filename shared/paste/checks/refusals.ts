import type { Fault, FaultCode } from '../../orders/fault.ts';
import { validateOrder } from '../../orders/validate.ts';
import type { PasteField } from '../fields.ts';
import type { Layout } from '../layout.ts';
import type { PastedOrder, Problem, RowKey } from '../pasteTypes.ts';
import { toOrder } from '../toOrder.ts';

/** Where the order's own rules use other words than the paste. */
const codes: Partial<Record<FaultCode, string>> = {
  postcodeMissing: 'zipMissing',
  countryMissing: 'countryBlankUnknown',
  countryNotCode: 'countryUnknown',
  countryGb: 'countryUnknown',
  specialTextTooLong: 'textTooLong',
  specialTextHtml: 'textHtml',
  controlCharacters: 'control',
  quantityNotWhole: 'quantityForm',
  quantityTooSmall: 'quantityForm',
  productNotNumber: 'productUnknown',
};

const fields: Partial<Record<Fault['field'], PasteField>> = {
  invoice: 'invoice',
  lines: 'quantity',
  name: 'name',
  company: 'company',
  address: 'addr',
  city: 'city',
  state: 'state',
  postcode: 'zip',
  country: 'country',
  email: 'email',
  specialText: 'text',
  price: 'price',
  usePriceOnCustoms: 'price',
  shippingMethod: 'method',
};

/** A refusal of the order form, at a cell. */
export interface Refusal {
  row: RowKey;
  column: number;
  field: PasteField;
  code: string;
  params: Problem['params'];
}

/**
 * What the order form would refuse about an order: the last net under the checks of cells, above all for repairs
 * that were left. Empty = may be sent. `withProducts`: product numbers are judged too.
 */
export function refusalsOf(
  order: PastedOrder,
  head: RowKey,
  layout: Layout,
  withProducts: boolean,
): Refusal[] {
  const input = toOrder(order, { accountId: 'any', mode: 'live', method: 'standard' });
  const seen = new Set<string>();
  return validateOrder(input).flatMap((one) => {
    const line = /^lines\.(\d+)\.(productId|quantity)$/u.exec(one.field);
    const item = line === null ? undefined : order.items[Number(line[1])];
    const isProduct = line?.[2] === 'productId' || one.code === 'productMissing';
    if (isProduct && !withProducts) return [];
    const field: PasteField = isProduct
      ? 'sku'
      : line === null
        ? (fields[one.field] ?? 'invoice')
        : 'quantity';
    const row = item?.row ?? head;
    const column = columnOf(field, layout);
    const code = codes[one.code] ?? one.code;
    const id = `${row}:${column}:${code}`;
    if (seen.has(id)) return [];
    seen.add(id);
    const text = one.params['productId'] ?? one.params['quantity'] ?? one.params[one.field] ?? '';
    return [{ row, column, field, code, params: { text, ...one.params } }];
  });
}

function columnOf(field: PasteField, { at, names, streets, items, packed, quantities }: Layout): number {
  if (field === 'name') return names[0] ?? -1;
  if (field === 'addr') return streets[0] ?? -1;
  if (field === 'quantity') return quantities[0] ?? packed[0] ?? -1;
  if (field === 'sku')
    return [at.sku, at.title, items[0]?.sku ?? -1, packed[0] ?? -1].find((column) => column !== -1) ?? -1;
  return at[field];
}
