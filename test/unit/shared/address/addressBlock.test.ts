import { expect, it } from 'vitest';
import { parseAddressBlock } from '../../../../shared/address/addressBlock.ts';

const empty = {
  name: '',
  company: '',
  address: '',
  city: '',
  state: '',
  postcode: '',
  country: '',
  email: '',
};

it.each([
  [
    'Ann Lee\n12 Elm St\nApt 3\nBoston, MA 02108',
    {
      name: 'Ann Lee',
      address: '12 Elm St, Apt 3',
      city: 'Boston',
      state: 'MA',
      postcode: '02108',
      country: 'US',
    },
  ],
  [
    'Katja Neumann\nRandlinie Verlag\nAlaunstraße 40\n01099 Dresden\nDeutschland',
    {
      name: 'Katja Neumann',
      company: 'Randlinie Verlag',
      address: 'Alaunstraße 40',
      city: 'Dresden',
      postcode: '01099',
      country: 'DE',
    },
  ],
  [
    'Eve Poe\n4 High St\nLondon SW1A 1AA\nUnited Kingdom\neve@x.uk',
    {
      name: 'Eve Poe',
      address: '4 High St',
      city: 'London',
      postcode: 'SW1A 1AA',
      country: 'UK',
      email: 'eve@x.uk',
    },
  ],
  [
    'Ann Lee, 12 Elm St, Boston, MA 02108',
    { name: 'Ann Lee', address: '12 Elm St', city: 'Boston', state: 'MA', postcode: '02108', country: 'US' },
  ],
  [
    'Eve Poe\n4 High St\nSW1A 1AA London',
    { name: 'Eve Poe', address: '4 High St', city: 'London', postcode: 'SW1A 1AA', country: 'UK' },
  ],
  [
    'Ann Lee\n12 Elm St\nBaltimore, MD 21230\nUnited States',
    {
      name: 'Ann Lee',
      address: '12 Elm St',
      city: 'Baltimore',
      state: 'MD',
      postcode: '21230',
      country: 'US',
    },
  ],
  [
    'Eva Huber\nRing 1\n10115 Berlin\nDE',
    { name: 'Eva Huber', address: 'Ring 1', city: 'Berlin', postcode: '10115', country: 'DE' },
  ],
  [
    'Urs Frei\nBahnhofstr. 1\nCH-8001 Zürich',
    { name: 'Urs Frei', address: 'Bahnhofstr. 1', city: 'Zürich', postcode: '8001', country: 'CH' },
  ],
])('reads %j', (text, expected) => {
  expect(parseAddressBlock(text)).toEqual({ ...empty, ...expected });
});

it.each(['Ann Lee', 'Lee, Ann', ''])('leaves %j alone: that is only a name', (text) => {
  expect(parseAddressBlock(text)).toBeNull();
});
