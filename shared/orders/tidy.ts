import type { OrderInput } from './order.ts';

/** One line: "If the address has 2 lines, put them together as a single line" (document field 14). */
function oneLine(text: string, joint: string): string {
  return text
    .trim()
    .replaceAll(/[ \t]*[\r\n]+[\r\n \t]*/g, joint)
    .replaceAll('\t', ' ');
}

/** "st. Main,\nApt 2" should not become ",, ". */
const joinAddress = (text: string) => oneLine(text.replaceAll(/,[ \t]*(?=[\r\n])/g, ''), ', ');

/**
 * The order without what a person cannot see: spaces at the ends, line breaks within one-line fields.
 * It changes no character that is printed. What is stored, checked and sent is the tidied order.
 */
export function tidyOrder(order: OrderInput): OrderInput {
  return {
    ...order,
    invoice: order.invoice.trim(),
    lines: order.lines.map((line) => ({
      ...line,
      productId: line.productId.trim(),
      title: line.title.trim(),
    })),
    name: oneLine(order.name, ' '),
    company: oneLine(order.company, ', '),
    address: joinAddress(order.address),
    city: oneLine(order.city, ' '),
    state: oneLine(order.state, ' '),
    postcode: oneLine(order.postcode, ' '),
    country: order.country.trim(),
    email: order.email.trim(),
    specialText: order.specialText.trim().replaceAll(/\r\n?/g, '\n'),
    price: order.price.trim(),
  };
}
