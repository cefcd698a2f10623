import { expect, it } from 'vitest';
import { readPeople } from '../../../renderer/recipients/readPeople.ts';

const names = (text: string) => readPeople(text).people.map(({ name, company }) => name || company);

it('reads rows by their headers, whatever their language and order', () => {
  const read = readPeople(
    'Vorname;Nachname;Firma;Straße;Hausnummer;PLZ;Ort;Land;E-Mail\n' +
      'Katja;Neumann;Randlinie;Alaunstraße;40;01099;Dresden;Deutschland;katja@example.com\n' +
      ';;;;;;;;nobody@example.com\n',
  );
  expect(read.leftOut).toBe(1);
  expect(read.people).toEqual([
    {
      name: 'Katja Neumann',
      company: 'Randlinie',
      address: 'Alaunstraße 40',
      city: 'Dresden',
      state: '',
      postcode: '01099',
      country: 'DE',
      email: 'katja@example.com',
    },
  ]);
});

it('reads what Export… wrote', () => {
  const read = readPeople(
    '\uFEFFFull name,Company,Street address,Postal code,City,State or province,Country,Email\r\n' +
      '"Lee, Ann",,"12 Elm St, Apt 3",02108,Boston,MA,US,ann@example.com\r\n',
  );
  expect(read.people[0]).toMatchObject({
    name: 'Lee, Ann',
    address: '12 Elm St, Apt 3',
    postcode: '02108',
    country: 'US',
  });
});

it('reads whole addresses with blank lines between', () => {
  expect(names('Ann Lee\n12 Elm St\nBoston, MA 02108\n\nUrs Frei\nBahnhofstr. 1\nCH-8001 Zürich\n')).toEqual([
    'Ann Lee',
    'Urs Frei',
  ]);
});

it('reads vCards', () => {
  const read = readPeople(
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nORG:Verlag\\, klein;Büro\r\n' +
      'item1.ADR;TYPE=HOME:;;Gasse 1;Bern;;3011;Schweiz\r\nEMAIL;TYPE=INTERNET:zoe@example.\r\n com\r\nEND:VCARD\r\n' +
      'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n',
  );
  expect(read).toEqual({
    leftOut: 1,
    people: [
      {
        name: 'Zoë Müller',
        company: 'Verlag, klein',
        address: 'Gasse 1',
        city: 'Bern',
        state: '',
        postcode: '3011',
        country: 'CH',
        email: 'zoe@example.com',
      },
    ],
  });
});

it('finds nobody in what holds nobody', () => {
  expect(names('just a remark')).toEqual([]);
});
