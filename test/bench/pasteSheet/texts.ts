import { set } from './cells.ts';
import type { Dirt } from './cells.ts';

const asLatin1 = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    new TextDecoder('windows-1252').decode(new Uint8Array([byte])),
  ).join('');

/** Names, lines and addresses of mail. */
export const spoiledTexts: Dirt[] = [
  {
    kind: 'mojibake',
    field: 'name',
    header: 'Name',
    fits: (c) => /[üßéöø]/.test(c.Name) && !/[^\0-\xff]/.test(c.Name),
    spoil: set('Name', asLatin1),
  },
  {
    kind: 'double mojibake',
    field: 'name',
    header: 'Name',
    fits: (c) => /[üöé]/.test(c.Name) && !/[^\0-\xff]/.test(c.Name),
    spoil: set('Name', (was) => asLatin1(asLatin1(was))),
  },
  {
    kind: 'DOS 850',
    field: 'name',
    header: 'Name',
    fits: (c) => /\p{L}ü\p{Ll}/u.test(c.Name),
    spoil: set('Name', (was) => was.replace('ü', '\x81')),
  },
  {
    kind: 'replacement',
    field: 'name',
    header: 'Name',
    fits: (c) => /ü/.test(c.Name),
    spoil: set('Name', (was) => was.replace('ü', '\ufffd'), 'lost'),
  },
  {
    kind: 'question mark',
    field: 'city',
    header: 'City',
    fits: (c) => c.City.includes('ö'),
    spoil: set('City', (was) => was.replace('ö', '?'), 'lost'),
  },
  {
    kind: 'entity',
    field: 'name',
    header: 'Name',
    fits: (c) => c.Name.includes("'"),
    spoil: set('Name', (was) => was.replace("'", '&#39;')),
  },
  { kind: 'NBSP', field: 'email', header: 'Email', spoil: set('Email', (was) => `${was}\u00a0`) },
  { kind: 'zero width', field: 'name', header: 'Name', spoil: set('Name', (was) => `\u200b${was}`) },
  { kind: 'trailing blanks', field: 'city', header: 'City', spoil: set('City', (was) => `${was}  `) },
  {
    kind: 'line break',
    field: 'addr',
    header: 'Address',
    spoil: (c) => {
      const was = c.Address;
      c.Address = `${was}\nApt 3`;
      return `${was}, Apt 3`;
    },
  },
  {
    kind: 'control',
    field: 'name',
    header: 'Name',
    spoil: set('Name', (was) => `${was.slice(0, 2)}\x07${was.slice(2)}`),
  },
  {
    kind: 'last, first',
    field: 'name',
    header: 'Name',
    fits: (c) => c.Name.split(' ').length === 2,
    spoil: set('Name', (was) => was.split(' ').reverse().join(', ')),
  },
  {
    kind: 'name twice',
    field: 'name',
    header: 'Name',
    fits: (c) => c.Name.split(' ').length === 2,
    spoil: set('Name', (was) => `${was} ${was}`),
  },
  { kind: 'care of', field: 'name', header: 'Name', spoil: set('Name', (was) => `${was} c/o Blue Door`) },
  { kind: 'mail @@', field: 'email', header: 'Email', spoil: set('Email', (was) => was.replace('@', '@@')) },
  {
    kind: 'mail comma',
    field: 'email',
    header: 'Email',
    spoil: set('Email', (was) => was.replace(/\.(?=[a-z]+$)/, ',')),
  },
  { kind: 'mailto', field: 'email', header: 'Email', spoil: set('Email', (was) => `mailto:${was}`) },
  {
    kind: 'two mails',
    field: 'email',
    header: 'Email',
    spoil: set('Email', (was) => `${was}; other@example.org`),
  },
  {
    kind: 'empty word',
    field: 'company',
    header: 'Company',
    spoil: (c, n) => {
      c.Company = ['NULL', 'N/A', 'nan', '#REF!', '-', 'None'][n % 6] ?? '';
      return '';
    },
  },
];
