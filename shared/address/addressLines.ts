import { countryName, isoCode, type NameLanguage } from './countries.ts';

/** Whom and where, as Recipients keeps it. */
export interface Addressee {
  name: string;
  company: string;
  address: string;
  city: string;
  state: string;
  postcode: string;
  /** The gateway's code. */
  country: string;
}

/** The fields of a person, all empty. */
export const noAddressee = {
  name: '',
  company: '',
  address: '',
  city: '',
  state: '',
  postcode: '',
  country: '',
  email: '',
} as const;

type PersonFields = Record<keyof typeof noAddressee, string>;

/** The fields of a person, each put through `change`; whatever else `person` carries is left behind. */
export const mapPerson = (
  person: Readonly<PersonFields>,
  change: (field: string) => string,
): PersonFields => ({
  name: change(person.name),
  company: change(person.company),
  address: change(person.address),
  city: change(person.city),
  state: change(person.state),
  postcode: change(person.postcode),
  country: change(person.country),
  email: change(person.email),
});

const join = (parts: readonly string[], between: string): string =>
  parts.filter((part) => part !== '').join(between);

/** Town, region and postcode as the country writes them, in one line or two. */
export function placeLines({
  city,
  state,
  postcode,
  country,
}: Omit<Addressee, 'name' | 'company' | 'address'>): string[] {
  switch (isoCode(country)) {
    case 'US':
    case 'CA':
    case 'AU':
      return [
        join(
          [
            join([city, isoCode(country) === 'AU' ? '' : state], ', '),
            isoCode(country) === 'AU' ? state : '',
            postcode,
          ],
          ' ',
        ),
      ];
    case 'GB':
    case 'IE':
      return [join([city, state], ', '), postcode];
    case 'JP':
    case 'IN':
    case 'NZ':
    case 'SG':
      return [join([join([city, state], ', '), postcode], ' ')];
    default:
      return [join([join([postcode, city], ' '), state], ', ')];
  }
}

/**
 * The lines of an address for an envelope, blank ones left out. The country stands last in capital letters, except on
 * letters inside `from` (ISO code; '' = always).
 */
export function addressLines(person: Addressee, from: string, language: NameLanguage = 'en'): string[] {
  const abroad = person.country !== '' && isoCode(person.country) !== from;
  return [
    person.name,
    person.company,
    ...person.address.split(/\s*\n\s*/),
    ...placeLines(person),
    abroad ? countryName(person.country, language).toUpperCase() : '',
  ]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
