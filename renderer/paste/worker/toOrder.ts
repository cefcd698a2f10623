import type { OrderInput } from '../../../shared/orders/order.ts';
import { readMethod } from '../../../shared/paste/methods.ts';
import type { PastedOrder } from '../../../shared/paste/pasteTypes.ts';
import type { SendTerms } from '../protocol.ts';

/** The order as it will be sent: what the rows say, and the terms where they say nothing. */
export const toOrder = (order: PastedOrder, terms: SendTerms): OrderInput => ({
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
  usePriceOnCustoms: false,
  emailCustomer: 'account',
  // A row that says test is never made a live order.
  mode: terms.mode === 'test' || order.mode === 'test' ? 'test' : 'live',
});
