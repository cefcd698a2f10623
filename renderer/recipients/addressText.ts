import { addressLines } from '../../shared/address/addressLines.ts';
import { judgePlace } from '../../shared/address/judgePlace.ts';
import type { Person } from '../../shared/contract/recipients.ts';
import i18next from 'i18next';
import { countryName } from '../lib/format.ts';

/** What a list shows for a person: the name, else the company, else the e-mail address. */
export const nameOf = (person: Person): string => person.name || person.company || person.email;

/** The lines of an envelope that leaves the country, country names in the page's language. */
export function linesOf(person: Person): string[] {
  const lines = addressLines({ ...person, country: '' }, '');
  return person.country === '' ? lines : [...lines, countryName(person.country).toUpperCase()];
}

/** "1 Main St, 3011 Bern, Switzerland": one line, to tell people apart. */
export const shortAddress = (person: Person): string =>
  [person.address, `${person.postcode} ${person.city}`.trim(), countryName(person.country)]
    .filter((part) => part !== '')
    .join(', ');

/** What is doubtful about the address, in words; '' = nothing. An e-mail address alone needs no place. */
export function doubtsOf(person: Person): string {
  if (person.address === '' && person.city === '' && person.postcode === '') return '';
  return judgePlace(person)
    .map((doubt) => i18next.t(`place.doubt.${doubt.code}`, doubt.params))
    .join(' ');
}
