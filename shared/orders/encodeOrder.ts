import type { OrderInput } from './order.ts';
import { mergeLines } from './rules/lines.ts';
import { tidyOrder } from './tidy.ts';

/**
 * The exact body of SubmitProductOrder without the two login fields: 19 of the document's 21. It is fixed when
 * the order is accepted from the user, so it lives in shared/, where use-cases may reach it; the client adds
 * CoLoginEmail and CoLoginPassword at the last moment.
 *
 * Optional fields that are empty are left out: an empty SpecialText could override the project's own.
 * @param order valid (validateOrder) and with its invoice; a blank invoice is a bug and throws
 */
export function encodeOrder(order: OrderInput): string {
  const tidy = tidyOrder(order);
  if (tidy.invoice === '') throw new Error('An order without an invoice must never be encoded');
  const lines = mergeLines(tidy.lines);
  const fields = new URLSearchParams();
  // URLSearchParams writes UTF-8 and makes broken halves of characters whole.
  const set = (name: string, value: string) => fields.append(name, value);
  const setIfAny = (name: string, value: string) => {
    if (value !== '') set(name, value);
  };
  // Positional: the first quantity belongs to the first product (document field 2).
  set('productid', lines.map((line) => line.productId).join('x'));
  set('quantity', lines.map((line) => String(line.quantity)).join('x'));
  set('Invoice', tidy.invoice);
  set('typeMailMethod', tidy.shippingMethod);
  set('mode', tidy.mode === 'live' ? 'prod' : 'test');
  setIfAny('email', tidy.email);
  // Left out = as the account says (field 9).
  if (tidy.emailCustomer !== 'account')
    set('bSendOrderNotificationEmail', tidy.emailCustomer === 'yes' ? '1' : '0');
  setIfAny('nprice', tidy.price);
  set('bUsePriceOnCustomsForm', tidy.usePriceOnCustoms && tidy.country !== 'US' ? '1' : '0');
  set('name', tidy.name);
  setIfAny('co', tidy.company);
  set('addr', tidy.address);
  set('city', tidy.city);
  setIfAny('st', tidy.state);
  setIfAny('zip', tidy.postcode);
  set('country', tidy.country);
  setIfAny('SpecialText', tidy.specialText);
  set('ordermethod', 'url');
  set('source', 'cdfulfill');
  return fields.toString();
}
