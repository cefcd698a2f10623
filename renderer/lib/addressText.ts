import { type Addressee, addressLines, placeLines } from '../../shared/address/addressLines.ts';
import { isoCode } from '../../shared/address/countries.ts';
import { judgePlace } from '../../shared/address/judgePlace.ts';
import type { Person } from '../../shared/contract/recipients.ts';
import i18next from 'i18next';
import { countryName } from './format.ts';

/** What a list shows for a person: the name, else the company, else the e-mail address. */
export const nameOf = (person: Person): string => person.name || person.company || person.email;

/** The lines of an envelope as the country writes them, with the country itself in the page's language. */
export function linesOf(person: Addressee): string[] {
  const lines = addressLines(person, isoCode(person.country));
  return person.country === '' ? lines : [...lines, countryName(person.country).toUpperCase()];
}

/** "1 Main St, 3011 Bern, Switzerland": one line, to tell people apart. */
export const shortAddress = (person: Person): string =>
  [person.address, ...placeLines(person), countryName(person.country)]
    .filter((part) => part !== '')
    .join(', ');

/** What is doubtful about the address, in words; '' = nothing. An e-mail address alone needs no place. */
export function doubtsOf(person: Person): string {
  if (person.address === '' && person.city === '' && person.postcode === '') return '';
  return judgePlace(person)
    .map((doubt) => i18next.t(`place.doubt.${doubt.code}`, doubt.params))
    .join(' ');
}
