import type { OrderInput } from './order.ts';

/** What can be wrong with an order before it leaves; each has a sentence in words/<language>/orderFaults.ts. */
export const faultCodes = [
  'accountMissing',
  'productMissing',
  'productNotNumber',
  'quantityNotWhole',
  'quantityTooSmall',
  'quantityTooLarge',
  'quantitySum',
  'invoiceTooLong',
  'invoiceDelimiter',
  'invoiceCharacters',
  'shippingMethodMissing',
  'nameMissing',
  'addressMissing',
  'cityMissing',
  'stateMissing',
  'stateTwice',
  'stateUnknown',
  'postcodeMissing',
  'countryMissing',
  'countryNotCode',
  'countryGb',
  'emailForm',
  'emailNeeded',
  'specialTextTooLong',
  'specialTextHtml',
  'priceForm',
  'priceNeeded',
  'controlCharacters',
  'tooLong',
  'modeMissing',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** The field at which a fault is shown. Lines carry their position. */
export type FaultField = keyof OrderInput | `lines.${number}.productId` | `lines.${number}.quantity`;

/** A fault: where, what, and the numbers for its sentence. */
export interface Fault {
  field: FaultField;
  code: FaultCode;
  params: Record<string, string | number>;
}

/** Makes a fault. */
export function fault(field: FaultField, code: FaultCode, params: Fault['params'] = {}): Fault {
  return { field, code, params };
}
