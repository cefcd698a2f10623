import { invoiceDelimiter } from '../../../shared/orders/rules/invoice.ts';
import { mostReferences } from '../gateway.ts';

/**
 * The body of getOrderStatusByInvoice without the login. One call, whatever the number of invoices; more than 100
 * or none, or one that holds the delimiter, is a bug of the caller and throws.
 */
export function encodeStatusCall(invoices: readonly string[]): string {
  if (invoices.length === 0 || invoices.length > mostReferences)
    throw new RangeError(`A status call takes 1 to ${mostReferences} invoices, not ${invoices.length}`);
  if (invoices.some((invoice) => invoice === '' || invoice.includes(invoiceDelimiter)))
    throw new RangeError('An invoice of a status call is blank or holds the delimiter');
  return new URLSearchParams({
    function: 'getOrderStatusByInvoice',
    Invoice: invoices.join(invoiceDelimiter),
  }).toString();
}
