import i18next from 'i18next';
import { expect, it } from 'vitest';
import { linesOf, shortAddress } from '../../../../renderer/lib/addressText.ts';

await i18next.init({ lng: 'en', resources: {} });

const person = { name: 'Grace Hopper', company: '', address: '41 Alder Street', email: '' };
const portland = { ...person, city: 'Portland', state: 'OR', postcode: '97201', country: 'US' };
const bern = { ...person, city: 'Bern', state: '', postcode: '3011', country: 'CH' };
const leeds = { ...person, city: 'Leeds', state: '', postcode: 'LS1 4DY', country: 'UK' };

it('writes an address as its country does, and the country in the language of the page', () => {
  expect(linesOf(portland)).toEqual([
    'Grace Hopper',
    '41 Alder Street',
    'Portland, OR 97201',
    'UNITED STATES',
  ]);
  expect(linesOf(bern)).toEqual(['Grace Hopper', '41 Alder Street', '3011 Bern', 'SWITZERLAND']);
  expect(linesOf(leeds)).toEqual(['Grace Hopper', '41 Alder Street', 'Leeds', 'LS1 4DY', 'UNITED KINGDOM']);
});

it('tells people apart in one line', () => {
  expect(shortAddress(portland)).toBe('41 Alder Street, Portland, OR 97201, United States');
  expect(shortAddress(bern)).toBe('41 Alder Street, 3011 Bern, Switzerland');
});
