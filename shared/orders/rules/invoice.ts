import { fault, type Fault } from '../fault.ts';

/** "Invoice can be text up to 50 characters" (document field 3). */
export const maxInvoiceLength = 50;
/** Separates invoices in a status call, so it can be in none of them. */
export const invoiceDelimiter = '[*|*]';

/** Crockford's base 32: no I, L, O, U, so that it survives being read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomLength = 10;

/**
 * A fresh invoice, e.g. PR-261122-7K3M9QX2TB: the day (UTC) and 50 random bits, so that two computers on one
 * account do not meet.
 * @param random numbers in [0, 1)
 */
export function newInvoice(now: Date, random: () => number): string {
  const day = now.toISOString().slice(2, 10).replaceAll('-', '');
  let tail = '';
  for (let i = 0; i < randomLength; i++) tail += alphabet.charAt(Math.floor(random() * alphabet.length));
  return `PR-${day}-${tail}`;
}

const made = new RegExp(`^PR-\\d{6}-[${alphabet}]{${randomLength}}$`);

/** The invoice of part n of an order that was split, within the limit: A-1 becomes A-1-2. The first keeps its own, a blank one stays blank. */
export function partInvoice(invoice: string, part: number): string {
  if (invoice === '') return '';
  const end = part === 1 ? '' : `-${part}`;
  return invoice.slice(0, maxInvoiceLength - end.length) + end;
}

/** Whether an invoice has the form of newInvoice: nobody else comes upon such a one. */
export function isMadeInvoice(invoice: string): boolean {
  return made.test(invoice);
}

/** The form in which invoices are the same: the service compares without case, so do we. */
export function invoiceKey(invoice: string): string {
  return invoice.trim().toLowerCase();
}

/** What is wrong with an invoice; '' is fine, it is generated. */
export function invoiceFaults(invoice: string): Fault[] {
  const faults: Fault[] = [];
  if (invoice.length > maxInvoiceLength)
    faults.push(fault('invoice', 'invoiceTooLong', { length: invoice.length, max: maxInvoiceLength }));
  if (invoice.includes(invoiceDelimiter)) faults.push(fault('invoice', 'invoiceDelimiter'));
  // "any combination of English text or numbers": anything else may come back changed and not be found again.
  if (/[^\x20-\x7e]/u.test(invoice)) faults.push(fault('invoice', 'invoiceCharacters'));
  return faults;
}
