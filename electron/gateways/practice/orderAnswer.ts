import { invoiceKey } from '../../../shared/orders/rules/invoice.ts';
import type { PracticeOrder } from './practiceOrder.ts';

const emailAgainAfterMs = 5 * 86_400_000;

/** Product numbers that begin with 9 belong to somebody else here, to show that refusal. */
const isForeign = (productId: string) => productId.startsWith('9');

interface OrderReply {
  text: string;
  taken: PracticeOrder | null;
}

const refuse = (code: string, message: string): OrderReply => ({
  text: `<html><body>[ERRORMSGBEGIN]ERRCODE#${code} [FAILURE] ${message}[ERRORMSGEND]</body></html>`,
  taken: null,
});

/** SubmitProductOrder as the document tells it: all ten refusals, duplicates, and [SUCCESS] with a summary. */
export function practiceOrderAnswer(
  fields: URLSearchParams,
  orders: readonly PracticeOrder[],
  now: number,
): OrderReply {
  const get = (name: string) => (fields.get(name) ?? '').trim();
  if (get('CoLoginEmail') === '' || get('CoLoginPassword') === '' || get('ordermethod') !== 'url')
    return refuse(
      '000503',
      'http gateway URL Integration Call is Invalid. Source Mode Unknown. You must include your account email and password.',
    );
  if (get('source') !== 'cdfulfill')
    return refuse(
      '000002',
      `Invalid access or source variable value. The value of source supplied by you was '${escape(get('source'))}'.`,
    );
  if (get('CoLoginPassword') === 'wrong')
    return refuse(
      '000601',
      'Your URL (http gateway) Integration Call does not have the correct CoLoginEmail and CoLoginPassword.',
    );
  if (!fields.has('productid')) return refuse('000101', 'prod, productid, and eCommerceList were blank.');
  const productIds = get('productid').split('x');
  if (productIds.includes('')) return refuse('000010', 'ProductID was blank');
  const foreign = productIds.find(isForeign);
  if (foreign !== undefined)
    return refuse(
      '000505',
      `Your call has the correct login, but the product you are trying to make (${escape(foreign)}) is not from this account.`,
    );
  const quantities = get('quantity') === '' ? [1] : get('quantity').split('x').map(Number);
  const quantity = quantities.reduce((sum, one) => sum + one, 0);
  if (!(quantity <= 250))
    return refuse(
      '003101',
      `The total quantity for this multi product order exceeded the maximum 250. The quantities you submitted were ${quantities.join(', ')} which total ${quantity}.`,
    );
  if (get('name') === '') return refuse('000013', 'Name was blank');
  const order: PracticeOrder = {
    invoice: get('Invoice'),
    email: get('email'),
    productIds,
    name: get('name'),
    country: get('country') || 'US',
    method: get('typeMailMethod') || 'standard',
    mode: get('mode') === 'test' ? 'test' : 'prod',
    quantity,
    at: now,
  };
  if (orders.some((before) => isDuplicate(before, order)))
    return refuse(
      '000035',
      `This is a duplicate Order. This order, taken by our server at ${new Date(now).toISOString()} will not be filled because the invoice was used before.`,
    );
  return { text: success(order), taken: order };
}

/** Unique per invoice and product; without an invoice the email counts for five days (document field 3). */
function isDuplicate(before: PracticeOrder, order: PracticeOrder): boolean {
  if (!before.productIds.some((id) => order.productIds.includes(id))) return false;
  if (order.invoice !== '') return invoiceKey(before.invoice) === invoiceKey(order.invoice);
  return order.email !== '' && before.email === order.email && order.at - before.at < emailAgainAfterMs;
}

function success(order: PracticeOrder): string {
  return (
    `<html><body>[SUCCESS] Thank you, your order was received.<br>` +
    `Invoice: ${escape(order.invoice)}<br>Customer: ${escape(order.name)}<br>` +
    `Products: ${escape(order.productIds.join(', '))}<br>Mode: ${order.mode}</body></html>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
