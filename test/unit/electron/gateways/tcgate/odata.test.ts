import { expect, it } from 'vitest';
import {
  after,
  all,
  any,
  contains,
  equals,
  queryString,
} from '../../../../../electron/gateways/tcgate/odata.ts';

it('doubles a quote, so that no text can leave its quotes', () => {
  expect(contains('clientReference', "O'Brien' or 1 eq 1").text).toBe(
    "contains(clientReference, 'O''Brien'' or 1 eq 1')",
  );
});

it('joins filters and escapes them once for the address', () => {
  const filter = all(
    any(equals('status', 'sent'), equals('status', 'tracked')),
    after('created', new Date(0)),
  );
  expect(filter.text).toBe(
    "(status eq 'sent' or status eq 'tracked') and created gt 1970-01-01T00:00:00.000Z",
  );
  const text = queryString({ filter, orderBy: 'number desc', top: 100, skip: 200 });
  const read = new URLSearchParams(text);
  expect(read.get('$filter')).toBe(filter.text);
  expect(read.get('$orderby')).toBe('number desc');
  expect([read.get('$top'), read.get('$skip')]).toEqual(['100', '200']);
  expect(queryString({})).toBe('');
});
