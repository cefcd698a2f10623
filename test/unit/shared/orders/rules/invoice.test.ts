import { expect, it } from 'vitest';
import { invoiceFaults, invoiceKey, newInvoice } from '../../../../../shared/orders/rules/invoice.ts';

const day = new Date('2026-11-22T23:59:59Z');

it('carries the day and ten random letters, and is a good invoice itself', () => {
  const invoice = newInvoice(day, Math.random);
  expect(invoice).toMatch(/^PR-261122-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(invoiceFaults(invoice)).toEqual([]);
});

it('uses the whole range of the random numbers', () => {
  expect(newInvoice(day, () => 0)).toBe('PR-261122-0000000000');
  expect(newInvoice(day, () => 0.999999)).toBe('PR-261122-ZZZZZZZZZZ');
});

it('makes 20,000 different ones in a row', () => {
  const made = new Set(Array.from({ length: 20_000 }, () => newInvoice(day, Math.random)));
  expect(made.size).toBe(20_000);
});

it('compares invoices without case and outer spaces', () => {
  expect(invoiceKey(' Ab-1 ')).toBe(invoiceKey('aB-1'));
});
