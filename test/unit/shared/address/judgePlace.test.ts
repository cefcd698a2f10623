import { expect, it } from 'vitest';
import { addressLines } from '../../../../shared/address/addressLines.ts';
import { judgePlace, placeDoubtCodes } from '../../../../shared/address/judgePlace.ts';
import de from '../../../../renderer/words/de/place.ts';
import en from '../../../../renderer/words/en/place.ts';

const place = (country: string, postcode: string, city = 'Town', state = '') => ({
  country,
  postcode,
  city,
  state,
});

it.each([
  [place('DE', '1099'), 'postcodeZero', '01099'],
  [place('DE', '01099'), undefined, undefined],
  [place('DE', '0109x'), 'postcodeForm', null],
  [place('DE', ''), 'postcodeMissing', null],
  [place('DE', '01099', ''), 'cityMissing', null],
  [place('DE', '01099', 'Dresden', 'Sachsen'), 'stateNotUsed', ''],
  [place('UK', 'SW1A1AA'), 'postcodeWritten', 'SW1A 1AA'],
  [place('GB', 'SW1A 1AA'), 'countryUnknown', null],
  [place('IE', '', 'Dublin 2'), undefined, undefined],
  [place('US', '55101', 'Saint Paul'), 'stateMissing', 'MN'],
  [place('US', '55101', 'Saint Paul', 'Minnesota'), undefined, undefined],
  [place('US', '55101', 'Saint Paul', 'MN Minnesota'), 'stateWritten', 'MN'],
  [place('US', '55101', 'Saint Paul', 'Bavaria'), 'stateUnknown', null],
  [place('US', '55101', 'Saint Paul', 'OR'), 'zipNotInState', 'MN'],
  [place('CA', 'M5V 2T6', 'Toronto'), 'stateMissing', 'ON'],
  [place('SG', '018956', ''), undefined, undefined],
  [place('', '12'), undefined, undefined],
])('%j: %s, use %s', (given, code, use) => {
  const [first] = judgePlace(given);
  expect([first?.code, first?.use]).toEqual([code, use]);
});

it('has a sentence for every doubt', () => {
  for (const words of [en, de])
    expect(Object.keys(words.doubt).toSorted()).toEqual([...placeDoubtCodes].toSorted());
});

const ada = {
  name: 'Ada',
  company: '',
  address: '1 Main St\nApt 2',
  city: 'Town',
  state: '',
  postcode: '1234',
};

it.each([
  [{ ...ada, country: 'CH' }, ['Ada', '1 Main St', 'Apt 2', '1234 Town']],
  [
    { ...ada, country: 'US', state: 'MN', postcode: '55101' },
    ['Ada', '1 Main St', 'Apt 2', 'Town, MN 55101', 'UNITED STATES'],
  ],
  [
    { ...ada, country: 'UK', postcode: 'SW1A 1AA' },
    ['Ada', '1 Main St', 'Apt 2', 'Town', 'SW1A 1AA', 'UNITED KINGDOM'],
  ],
  [
    { ...ada, country: 'AU', state: 'NSW', postcode: '2000' },
    ['Ada', '1 Main St', 'Apt 2', 'Town NSW 2000', 'AUSTRALIA'],
  ],
  [{ ...ada, country: '' }, ['Ada', '1 Main St', 'Apt 2', '1234 Town']],
])('writes the lines of %j', (person, lines) => {
  expect(addressLines(person, 'CH')).toEqual(lines);
});
