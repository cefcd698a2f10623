import type { EmailCustomer, OrderInput, OrderMode, ShippingMethod } from '../orders/order.ts';
import { readMethod } from './methods.ts';
import type { PastedOrder } from './pasteTypes.ts';

/** What the screen says for all orders. */
export interface OrderTerms {
  accountId: string;
  mode: OrderMode;
  method: ShippingMethod;
}

/** The order as it will be sent: what the rows say, and the terms where they say nothing. */
export const toOrder = (order: PastedOrder, terms: OrderTerms): OrderInput => ({
  accountId: terms.accountId,
  invoice: order.invoice,
  lines: order.items.map((item) => ({
    productId: item.productId || item.sku,
    title: item.title,
    quantity: item.quantity,
  })),
  shippingMethod: readMethod(order.method) || terms.method,
  name: order.name,
  company: order.company,
  address: order.addr,
  city: order.city,
  state: order.state,
  postcode: order.zip,
  country: order.country || 'US',
  email: order.email,
  specialText: order.text,
  price: order.price,
  usePriceOnCustoms: order.customsPrice,
  emailCustomer: order.emailCustomer,
  // A row that says test is never made a live order.
  mode: terms.mode === 'test' || order.mode === 'test' ? 'test' : 'live',
});

const yes = /^(?:1|true|yes|y|on|x|ja|oui|si|sì)$/iu;
const no = /^(?:0|false|no|n|off|nein|non)$/iu;

/** A yes or no as people and the gateway write it; '' = blank, null = neither. */
export const readChoice = (text: string): boolean | '' | null =>
  text === '' ? '' : yes.test(text) ? true : no.test(text) ? false : null;

export const readEmailCustomer = (text: string): EmailCustomer => {
  const choice = readChoice(text);
  return choice === true ? 'yes' : choice === false ? 'no' : 'account';
};

/** `test`, `prod` (also written live), '' = as chosen on the screen; null = neither. */
export const readMode = (text: string): 'test' | 'prod' | '' | null => {
  const word = text.toLowerCase();
  if (word === '') return '';
  if (word === 'test') return 'test';
  return word === 'prod' || word === 'live' || word === 'production' ? 'prod' : null;
};
