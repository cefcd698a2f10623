import type { Account } from '../../shared/contract/accounts.ts';
import type { Product } from '../../shared/contract/products.ts';
import type { OrderInput } from '../../shared/orders/order.ts';

/** A line while it is typed: the quantity stays text, so that "2 pcs" can be shown with its fault. */
export interface FormLine {
  /** What the product box shows: a title, an id, or words. */
  product: string;
  productId: string;
  title: string;
  quantity: string;
}

/** The form as typed. Everything but the lines is an order already. */
export interface OrderForm extends Omit<OrderInput, 'lines'> {
  lines: FormLine[];
}

export const emptyLine: FormLine = { product: '', productId: '', title: '', quantity: '1' };

/** A blank form with the account's defaults. */
export function emptyForm(account: Account | null): OrderForm {
  return {
    accountId: account?.id ?? '',
    invoice: '',
    lines: [emptyLine],
    shippingMethod: account?.settings.defaultShippingMethod ?? 'standard',
    name: '',
    company: '',
    address: '',
    city: '',
    state: '',
    postcode: '',
    country: 'US',
    email: '',
    specialText: '',
    price: '',
    usePriceOnCustoms: false,
    emailCustomer: 'account',
    mode: account?.settings.defaultMode ?? 'live',
  };
}

/** "2" -> 2; anything that is no whole number -> NaN, which the rules then name. */
function readQuantity(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** The order that would be sent. */
export function toOrder(form: OrderForm): OrderInput {
  return {
    ...form,
    lines: form.lines.map((line) => ({
      productId: line.productId,
      title: line.title,
      quantity: readQuantity(line.quantity),
    })),
  };
}

/** An order (refused, taken back, or to be ordered again) back into the form. */
export function fromOrder(order: OrderInput): OrderForm {
  return {
    accountId: order.accountId,
    invoice: order.invoice,
    shippingMethod: order.shippingMethod,
    name: order.name,
    company: order.company,
    address: order.address,
    city: order.city,
    state: order.state,
    postcode: order.postcode,
    country: order.country,
    email: order.email,
    specialText: order.specialText,
    price: order.price,
    usePriceOnCustoms: order.usePriceOnCustoms,
    emailCustomer: order.emailCustomer,
    mode: order.mode,
    lines: order.lines.map((line) => ({
      product: line.title || line.productId,
      productId: line.productId,
      title: line.title,
      quantity: String(line.quantity),
    })),
  };
}

/** Finds the product a typed text means: its id, its title, or an id at the end of the text. */
export function productOfText(
  text: string,
  products: readonly Product[],
): Pick<FormLine, 'productId' | 'title'> {
  const wanted = text.trim().toLowerCase();
  const known = products.find(
    (p) => p.productId.toLowerCase() === wanted || p.title.toLowerCase() === wanted,
  );
  if (known) return { productId: known.productId, title: known.title };
  return { productId: /^\d+$/.test(wanted) ? wanted : '', title: '' };
}

/** Has the user typed anything worth keeping as a draft? */
export function isWorthKeeping(form: OrderForm): boolean {
  return [form.name, form.address, form.city, form.specialText, ...form.lines.map((l) => l.product)].some(
    (text) => text.trim() !== '',
  );
}
