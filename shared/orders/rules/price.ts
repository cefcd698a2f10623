import { hasEmailForm } from '../../address/email.ts';
import { fault, type Fault } from '../fault.ts';
import type { OrderInput } from '../order.ts';

/** What is wrong with the price: dollars with a point and at most two decimals; customs need one above 0. */
export function priceFaults(order: Pick<OrderInput, 'price' | 'usePriceOnCustoms' | 'country'>): Fault[] {
  const { price } = order;
  if (price !== '' && !/^\d{1,7}(?:\.\d{1,2})?$/.test(price)) return [fault('price', 'priceForm', { price })];
  // "has meaning for International orders only" (document field 11): at home the box changes nothing.
  if (order.usePriceOnCustoms && order.country !== 'US' && Number(price) === 0)
    return [fault('price', 'priceNeeded')];
  return [];
}

/** What is wrong with the email: its form, and that it is there when the customer is to be written to. */
export function emailFaults(order: Pick<OrderInput, 'email' | 'emailCustomer'>): Fault[] {
  if (order.email === '') return order.emailCustomer === 'yes' ? [fault('email', 'emailNeeded')] : [];
  return hasEmailForm(order.email) ? [] : [fault('email', 'emailForm', { email: order.email })];
}
