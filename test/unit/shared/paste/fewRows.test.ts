import { expect, test } from 'vitest';
import { recognise } from '../../../../shared/paste/recognise/recognise.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';

const rolesOf = (...rows: string[]): string[] =>
  recognise(readTable(rows.map((row) => row.replaceAll('|', '\t')).join('\n')).records).mapping.roles;
const usual = ['invoice', 'name', 'addr', 'city', 'state', 'zip', 'country', 'email'];

test('of two columns that could be countries the one with their names is', () => {
  const roles = rolesOf(
    "A1|Loïc Li|77 Water Street|St. John's|NL|A1C 1A4|Canada|li@example.org",
    'A2|India Jones|207 Poland Spring Rd|Poland|ME|04274|United States|india@example.org',
    'A3|Jean Washington|Piazza San Marco 147|Venezia|VE|30124|Italy|jean@example.org',
    'A4|Chad de Groot|Rua das Flores 153|Curitiba|PR|80020-090|Brazil|chad@example.org',
  );
  expect(roles).toEqual(usual);
});

test('postcodes of seven digits, provinces nobody lists and streets that look like dates have their columns', () => {
  const roles = rolesOf(
    'A1|Ana Rojas|Avenida Providencia 1208|Providencia|Región Metropolitana|7500571|Chile|ana@example.org',
    'A2|Yuki Tanaka|3-14-8 Nishi Kita|Sapporo|Hokkaido|060-0001|Japan|yuki@example.org',
    'A3|Nuala Byrne|41 Terenure Park|Dublin 6W|Dublin|D6W XN32|Ireland|nuala@example.org',
  );
  expect(roles).toEqual(usual);
});
