import { describe, expect, it } from 'vitest';
import { countryOfLine, looksLikePlace, readAddress } from '../../../../shared/mailings/address.ts';

describe('reading an address block', () => {
  it.each([
    [
      ['Frau', 'Anneliese Bär-Zürcher', 'Bahnhofstrasse 41', '7000 Chur'],
      'CH',
      '7000',
      'Chur',
      'Anneliese Bär-Zürcher',
    ],
    [['Verlag AG', 'Postfach', 'CH-3001 Bern'], 'CH', '3001', 'Bern', 'Verlag AG'],
    [
      ['Herrn', 'Max Muster', 'Lange Straße 3', '10115 Berlin', 'DEUTSCHLAND'],
      'DE',
      '10115',
      'Berlin',
      'Max Muster',
    ],
    [['Max Muster', 'Lange Str. 3', 'D-10115 Berlin'], 'DE', '10115', 'Berlin', 'Max Muster'],
    [['Eva Huber', 'Ring 1', '1010 Wien', 'Österreich'], 'AT', '1010', 'Wien', 'Eva Huber'],
    [['Oma Hasler', 'Landstrasse 5', '9490 Vaduz'], 'LI', '9490', 'Vaduz', 'Oma Hasler'],
    [
      ['Mme', 'Jeanne Petit', '3 rue du Bac', '75007 Paris', 'France'],
      'FR',
      '75007',
      'Paris',
      'Jeanne Petit',
    ],
    [
      ['J. de Vries', 'Gracht 2', '1012 AB Amsterdam', 'Nederland'],
      'NL',
      '1012 AB',
      'Amsterdam',
      'J. de Vries',
    ],
    [['Jane Doe', '1 Main St', 'Portland, OR 97205', 'USA'], 'US', '97205', 'Portland', 'Jane Doe'],
    [
      ['Jane Roe', '10 High Street', 'London', 'SW1A 1AA', 'United Kingdom'],
      'GB',
      'SW1A 1AA',
      null,
      'Jane Roe',
    ],
  ])('%j', (lines, country, postcode, town, recipient) => {
    expect(readAddress(lines)).toMatchObject({ country, postcode, town, recipient, problems: [] });
  });

  it('names what is doubtful', () => {
    expect(readAddress(['Max Muster', '8005 Zürich']).problems).toEqual(['tooFewLines']);
    expect(readAddress(['a', 'b', 'c', 'd', 'e', 'f', '8005 Zürich']).problems).toEqual(['tooManyLines']);
    expect(readAddress('Max Muster\n\nWeg 1\n8005 Zürich\n').problems).toEqual(['blankLine']);
    expect(readAddress(['Max Muster', 'Weg 1', 'Zürich']).problems).toEqual(['noPlace']);
    expect(readAddress(['Max Muster', 'Weg 1', '80051 Zürich'], 'CH').problems).toEqual(['postcodeShape']);
  });

  it('lets the chosen country win, and does not judge one it does not know', () => {
    expect(readAddress(['Max', 'Weg 1', '1010 Wien'], 'AT')).toMatchObject({ country: 'AT', problems: [] });
    expect(readAddress(['Yuki', '1-2-3 Ginza', 'Tokyo 104-0061'], 'JP')).toMatchObject({
      country: 'JP',
      problems: [],
    });
  });

  it('keeps spaces single and accents whole', () => {
    expect(readAddress('  Zoë   Müller \n Weg 1\n8005  Zürich').lines).toEqual([
      'Zoë Müller',
      'Weg 1',
      '8005 Zürich',
    ]);
  });
});

it('tells a country line and a place line from others', () => {
  expect([countryOfLine('SUISSE'), countryOfLine('Österreich'), countryOfLine('Chur')]).toEqual([
    'CH',
    'AT',
    null,
  ]);
  expect([looksLikePlace('7000 Chur'), looksLikePlace('Bahnhofstrasse 41'), looksLikePlace('Frau')]).toEqual([
    true,
    false,
    false,
  ]);
});
