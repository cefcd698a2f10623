import { fault, type Fault } from './fault.ts';
import { modes, shippingMethods, type OrderInput } from './order.ts';
import { invoiceFaults } from './rules/invoice.ts';
import { lineFaults } from './rules/lines.ts';
import { countryFaults, postcodeFaults, stateFaults } from './rules/place.ts';
import { emailFaults, priceFaults } from './rules/price.ts';
import { lineOfTextFaults, specialTextFaults } from './rules/text.ts';
import { tidyOrder } from './tidy.ts';

export type { Fault, FaultCode, FaultField } from './fault.ts';
export { newInvoice } from './rules/invoice.ts';

const needed = { name: 'nameMissing', address: 'addressMissing', city: 'cityMissing' } as const;
const plainFields = ['name', 'company', 'address', 'city', 'state', 'postcode', 'email'] as const;

/**
 * Every rule of the gateway's document, in the order of the form. Empty = may be sent.
 * Works on the tidied order (tidyOrder), so a trailing space is no fault.
 */
export function validateOrder(input: OrderInput): Fault[] {
  const order = tidyOrder(input);
  return [
    ...(order.accountId === '' ? [fault('accountId', 'accountMissing')] : []),
    ...lineFaults(order.lines),
    ...invoiceFaults(order.invoice),
    ...(shippingMethods.includes(order.shippingMethod)
      ? []
      : [fault('shippingMethod', 'shippingMethodMissing')]),
    ...missing(order),
    ...plainFields.flatMap((field) => lineOfTextFaults(field, order[field])),
    ...stateFaults(order.state, order.country),
    ...postcodeFaults(order.postcode, order.country),
    ...countryFaults(order.country),
    ...emailFaults(order),
    ...specialTextFaults(order.specialText),
    ...priceFaults(order),
    ...(modes.includes(order.mode) ? [] : [fault('mode', 'modeMissing')]),
  ];
}

function missing(order: OrderInput): Fault[] {
  return (['name', 'address', 'city'] as const)
    .filter((field) => order[field] === '')
    .map((field) => fault(field, needed[field]));
}
