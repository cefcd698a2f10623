import { expect, test } from 'vitest';
import {
  badEmails,
  readEmails,
  readPages,
  readValues,
  writePages,
  writeValues,
} from '../../../../renderer/mailings/readLists.ts';

test('pages of their own are read, and what cannot be read is named', () => {
  const { pages, unread } = readPages('2 ESR front\n3 back\n\n  5 White Paper \nx ESR\n0 ESR\n7\n2 back');
  expect(pages).toEqual([
    { number: 2, type: 'ESR', plex: 'front' },
    { number: 3, type: '', plex: 'back' },
    { number: 5, type: 'White Paper', plex: '' },
  ]);
  expect(unread).toEqual(['x ESR', '0 ESR', '7', '2 back']);
  expect(readPages(writePages(pages))).toEqual({ pages, unread: [] });
});

test('addresses come apart at any usual sign, and impossible ones are named', () => {
  const all = readEmails('a@example.com; b@example.com,\nc@x  d@@x.ch');
  expect(all).toEqual(['a@example.com', 'b@example.com', 'c@x', 'd@@x.ch']);
  expect(badEmails(all)).toEqual(['c@x', 'd@@x.ch']);
});

test('further information: one a line, a value may hold any sign, and what is unclear is named', () => {
  const { values, unread } = readValues('contract = 47=11\n year=\nno value\n= 3\ncontract = 5');
  expect(values).toEqual([
    { name: 'contract', value: '47=11' },
    { name: 'year', value: '' },
  ]);
  expect(unread).toEqual(['no value', '= 3', 'contract = 5']);
  expect(readValues(writeValues(values)).values).toEqual(values);
});
