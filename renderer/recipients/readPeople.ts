import { parseAddressBlock } from '../../shared/address/addressBlock.ts';
import { noAddressee } from '../../shared/address/addressLines.ts';
import { gatewayCode, readCountry } from '../../shared/address/countries.ts';
import type { Person } from '../../shared/contract/recipients.ts';
import type { ColumnRole } from '../../shared/paste/fields.ts';
import { readTable } from '../../shared/paste/readTable.ts';
import { recognise } from '../../shared/paste/recognise/recognise.ts';

export interface ReadPeople {
  people: Person[];
  /** Rows or blocks without a name. */
  leftOut: number;
}

/** People from a table (any shop's or address book's headers), from address blocks with blank lines between, or from vCards. */
export function readPeople(text: string): ReadPeople {
  if (/^BEGIN:VCARD/imu.test(text)) return readCards(text);
  return readBlocks(text) ?? readRows(text);
}

/** Whole addresses, if everything between blank lines is one. */
function readBlocks(text: string): ReadPeople | null {
  const blocks = text
    .split(/\r?\n[ \t]*\r?\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  if (text.includes('\t') || blocks.some((block) => !block.includes('\n'))) return null;
  const read = blocks.map(parseAddressBlock);
  if (read.some((person) => person === null || (person.city === '' && person.postcode === ''))) return null;
  const people = read.filter((person) => person !== null);
  return people.length === 0 ? null : { people, leftOut: 0 };
}

function readRows(text: string): ReadPeople {
  const { records } = readTable(text);
  const { mapping } = recognise(records);
  const rows = records
    .slice(mapping.headerRecord)
    .filter((record) => record.some((cell) => cell.trim() !== ''));
  const people = rows.map((record) => personOf(record, mapping.roles)).filter((person) => person !== null);
  return { people, leftOut: rows.length - people.length };
}

function personOf(record: readonly string[], roles: readonly ColumnRole[]): Person | null {
  const of = (...wanted: ColumnRole[]): string[] =>
    roles.flatMap((role, column) => {
      const cell = (record[column] ?? '').replaceAll(/\s+/gu, ' ').trim();
      return wanted.includes(role) && cell !== '' ? [cell] : [];
    });
  const country = of('country')[0] ?? '';
  const read = country === '' ? null : readCountry(country);
  const person = {
    name: of('name')[0] ?? [...of('firstName'), ...of('lastName')].join(' '),
    company: of('company')[0] ?? '',
    address: [[...of('addr'), ...of('houseNumber')].join(' '), ...of('addr2', 'addr3')]
      .filter((part) => part !== '')
      .join(', '),
    city: of('city')[0] ?? '',
    state: of('state')[0] ?? '',
    postcode: (of('zip')[0] ?? '').replace(/^'/u, ''),
    country: read === null ? country : gatewayCode(read.iso),
    email: of('email')[0] ?? '',
  };
  return person.name === '' && person.company === '' ? null : person;
}

/** vCards as address books write them (RFC 6350): FN, ORG, ADR, EMAIL; the first of each. */
function readCards(text: string): ReadPeople {
  const unfolded = text.replaceAll(/\r?\n[ \t]/gu, '');
  const cards = unfolded.split(/^BEGIN:VCARD\s*$/imu).slice(1);
  const people = cards.map((card) => {
    const values = (name: string): string[] => {
      const line = new RegExp(`^(?:[\\w-]+\\.)?${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'imu').exec(card)?.[1] ?? '';
      return line
        .split(/(?<!\\);/u)
        .map((part) => part.replaceAll(/\\n/giu, ', ').replaceAll(/\\(.)/gu, '$1').trim());
    };
    const [box = '', extra = '', street = '', city = '', state = '', postcode = '', land = ''] =
      values('ADR');
    const read = land === '' ? null : readCountry(land);
    return {
      ...noAddressee,
      name: values('FN')[0] ?? '',
      company: values('ORG')[0] ?? '',
      address: [street, extra, box].filter((part) => part !== '').join(', '),
      city,
      state,
      postcode,
      country: read === null ? land : gatewayCode(read.iso),
      email: values('EMAIL')[0] ?? '',
    };
  });
  const named = people.filter((person) => person.name !== '' || person.company !== '');
  return { people: named, leftOut: people.length - named.length };
}
