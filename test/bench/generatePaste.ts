/** A sheet of orders from 40 countries with the catalogue of dirt planted in known cells; the same for the same seed. */
export interface Planted {
  record: number;
  field: string;
  kind: string;
  /** What the cell should be; null = can only be flagged. */
  right: string | null;
}
export interface GeneratedPaste {
  text: string;
  planted: Planted[];
  /** Records with nothing wrong in them, hard negatives included. */
  clean: number[];
  hardNegatives: number[];
}

type Cells = Record<(typeof headers)[number], string>;
const headers = [
  'Order no',
  'SKU',
  'Title',
  'Quantity',
  'Name',
  'Company',
  'Address',
  'City',
  'State',
  'Zip',
  'Country',
  'Email',
  'Method',
  'Price',
  'Note',
] as const;

/** country: city | state | postcode | street pattern, several separated by `;`. */
const places: Record<string, string> = {
  US: 'Boston|MA|02108;Newark|NJ|07105;Austin|TX|73301;Salem|OR|97301;Denver|CO|80202;Hartford|CT|06103;Portland|ME|04101',
  CA: 'Toronto|ON|M5V 2T6;Montréal|QC|H2X 1Y4;Vancouver|BC|V6B 1A1',
  UK: 'London||SW1A 1AA;Leeds||LS1 4AP;Belfast||BT1 5GS',
  DE: 'Dresden||01099;Berlin||10115;Köln||50667;Halle (Saale)||06108',
  FR: 'Paris||75018;Lyon||69001;Nice||06000',
  IT: 'Roma|RM|00185;Milano|MI|20121;Torino|TO|10121',
  ES: 'Madrid|M|28039;Barcelona|B|08001',
  PT: 'Lisboa||1000-001;Porto||4050-038',
  NL: 'Amsterdam||1012 JS;Utrecht||3511 AX',
  BE: 'Gent||9000;Bruxelles||1000',
  LU: 'Luxembourg||1009',
  AT: 'Wien||1010;Graz||8010',
  CH: 'Zürich||8001;Chur||7000',
  DK: 'København V||1620;Aarhus||8000',
  NO: 'Oslo||0150;Bergen||5003',
  SE: 'Stockholm||118 49;Malmö||211 20',
  FI: 'Helsinki||00100;Turku||20100',
  IS: 'Reykjavík||101',
  IE: 'Dublin||D02 AF30;Cork||T12 X8Y6',
  PL: 'Łódź||90-006;Warszawa||00-950',
  CZ: 'Praha 1||110 00;Brno||602 00',
  SK: 'Bratislava||811 01;Žilina||010 01',
  HU: 'Budapest||1092',
  SI: 'Ljubljana||1000',
  HR: 'Zagreb||10000',
  RO: 'București||010011;Cluj-Napoca||400001',
  BG: 'Sofia||1000',
  GR: 'Athina||104 31',
  EE: 'Tallinn||10111',
  LV: 'Rīga||LV-1050',
  LT: 'Vilnius||01100',
  AU: 'Sydney|NSW|2000;Darwin|NT|0800;Perth|WA|6000',
  NZ: 'Wellington||6011;Auckland||0610',
  JP: 'Musashino|Tokyo|180-0004;Sapporo|Hokkaido|060-0001',
  KR: 'Seoul|Seoul|03187',
  SG: 'Singapore||049483',
  IN: 'Bengaluru|Karnataka|560001',
  BR: 'São Paulo|SP|01310-100',
  MX: 'Puebla|PUE|72000',
  ZA: 'Pretoria||0001;Cape Town||8001',
  TR: 'Ankara|Ankara|06420',
  TH: 'Bangkok|Bangkok|10110',
  MY: 'Kuala Lumpur|Kuala Lumpur|50050',
  TW: 'Taipei|Taipei City|10617',
  IL: 'Tel Aviv||6100001',
  UA: 'Kyiv|Kyiv|01001',
  RS: 'Beograd||11000',
  MT: 'Valletta||VLT 1117',
};
const firstNames = [
  'Ann',
  'Jörg',
  'Chiara',
  'Émilie',
  'Małgorzata',
  'Søren',
  'Aiko',
  'Oluwaseun',
  'Priya',
  'Þórunn',
  'Zsófia',
  'Lukáš',
  'Siobhán',
  'Joaquín',
  'Freja',
  'Elif',
  'Tāne',
  'Kwame',
  'Noor',
  'João',
  'Dana',
  'Björn',
  'Inês',
  'Petra',
];
const lastNames = [
  'Lee',
  'Müller',
  'Fontana',
  'Lefèvre',
  'Wiśniewska',
  'Kjærgaard',
  'Tanaka',
  'Adeyemi',
  'Raghunathan',
  'Jónsdóttir',
  'Kovács',
  'Dvořák',
  "O'Rourke",
  'Herrera',
  'Lindqvist',
  'Demir',
  'Ngata',
  'Mensah',
  'van der Berg',
  'Conceição',
  'McDonald',
  'Null',
  'Ireland',
  'Bär-Zürcher',
  'Smith',
  'Groß',
  'Ferreira',
  'Novák',
];
const streets = [
  'Elm Street',
  'Rue du Bac',
  'Hauptstraße',
  'Via Roma',
  'ul. Piotrkowska',
  'Vesterbrogade',
  'Kasturba Cross Road',
  'Prinsengracht',
  'Calle Defensa',
  'Oak Ave',
  'Church Road',
  'Rua do Almada',
  'Bahnhofstrasse',
];
const products: [string, string, string][] = [
  ['40350', 'Field Recordings', '14.99'],
  ['40360', 'Night Songs, sold as "50% off"', '9.00'],
  ['40370', 'Stimmen am Fluss', '19.50'],
  ['FR-CD-7', 'Poster', '5.00'],
];

/** Small fast generator of numbers in [0, 1). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Dirt {
  kind: string;
  field: string;
  header: (typeof headers)[number];
  /** Which clean rows can take it. */
  fits?: (cells: Cells) => boolean;
  spoil: (cells: Cells, n: number) => string | null;
}

const us = (cells: Cells): boolean => cells.Country === 'US';
const de = (cells: Cells): boolean => cells.Country === 'DE';
/** Sets a cell; the answer is what it was, i.e. what is right. */
const set =
  (
    header: (typeof headers)[number],
    make: (was: string, cells: Cells) => string,
    right: 'was' | 'lost' = 'was',
  ) =>
  (cells: Cells): string | null => {
    const was = cells[header];
    cells[header] = make(was, cells);
    return right === 'was' ? was : null;
  };
const asLatin1 = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    new TextDecoder('windows-1252').decode(new Uint8Array([byte])),
  ).join('');

export const catalogue: Dirt[] = [
  {
    kind: 'zero lost',
    field: 'zip',
    header: 'Zip',
    fits: (c) => /^0\d+$/.test(c.Zip) && c.Country !== 'KR',
    spoil: set('Zip', (was) => was.replace(/^0+/, '')),
  },
  {
    kind: 'zero added',
    field: 'zip',
    header: 'Zip',
    fits: (c) => c.Country === 'CH' || c.Country === 'AT',
    spoil: set('Zip', (was) => `0${was}`),
  },
  { kind: 'apostrophe', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `'${was}`) },
  { kind: 'scientific', field: 'sku', header: 'SKU', spoil: set('SKU', () => '7E+05', 'lost') },
  { kind: 'id with E', field: 'sku', header: 'SKU', spoil: set('SKU', () => '2.19E+26', 'lost') },
  { kind: 'date', field: 'sku', header: 'SKU', spoil: set('SKU', () => 'Jun-08', 'lost') },
  {
    kind: 'point zero',
    field: 'zip',
    header: 'Zip',
    fits: us,
    spoil: set('Zip', (was) => `${Number(was)}.0`),
  },
  {
    kind: 'thousands',
    field: 'sku',
    header: 'SKU',
    fits: (c) => /^\d{5}$/.test(c.SKU),
    spoil: set('SKU', (was) => `${was.slice(0, 2)},${was.slice(2)}`),
  },
  {
    kind: 'zip+4',
    field: 'zip',
    header: 'Zip',
    fits: us,
    spoil: (c) => ((c.Zip = `${c.Zip}1234`), `${c.Zip.slice(0, 5)}-1234`),
  },
  {
    kind: 'hyphen',
    field: 'zip',
    header: 'Zip',
    fits: (c) => ['PL', 'PT', 'JP'].includes(c.Country),
    spoil: set('Zip', (was) => was.replace('-', '')),
  },
  {
    kind: 'blank',
    field: 'zip',
    header: 'Zip',
    fits: (c) => c.Country === 'UK',
    spoil: set('Zip', (was) => was.replace(' ', '')),
  },
  {
    kind: 'prefix',
    field: 'zip',
    header: 'Zip',
    fits: (c) => ['DE', 'CH', 'LU'].includes(c.Country),
    spoil: set('Zip', (was, c) => `${c.Country === 'DE' ? 'D' : c.Country === 'LU' ? 'L' : 'CH'}-${was}`),
  },
  {
    kind: 'letter O',
    field: 'zip',
    header: 'Zip',
    fits: (c) => us(c) && c.Zip.includes('0'),
    spoil: set('Zip', (was) => was.replace('0', 'O')),
  },
  {
    kind: 'full width',
    field: 'zip',
    header: 'Zip',
    fits: de,
    spoil: set('Zip', (was) => was.replaceAll(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))),
  },
  { kind: 'text guard', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `="${was}"`) },
  { kind: 'unit separator', field: 'zip', header: 'Zip', fits: us, spoil: set('Zip', (was) => `\x1f${was}`) },
  {
    kind: 'zip in city',
    field: 'city',
    header: 'City',
    fits: de,
    spoil: (c) => {
      const was = c.City;
      c.City = `${c.Zip} ${was}`;
      c.Zip = '';
      return was;
    },
  },
  {
    kind: 'city state zip',
    field: 'city',
    header: 'City',
    fits: us,
    spoil: (c) => {
      const was = c.City;
      c.City = `${was}, ${c.State} ${c.Zip}`;
      c.State = '';
      c.Zip = '';
      return was;
    },
  },
  {
    kind: 'state twice',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'MA',
    spoil: set('State', () => 'MA Massachusetts'),
  },
  {
    kind: 'state with country',
    field: 'state',
    header: 'State',
    fits: us,
    spoil: set('State', (was) => `US-${was}`),
  },
  {
    kind: 'state misspelt',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'MA',
    spoil: set('State', () => 'Massachusets'),
  },
  {
    kind: 'state where none',
    field: 'state',
    header: 'State',
    fits: de,
    spoil: set('State', () => 'Sachsen'),
  },
  {
    kind: 'swapped',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'TX',
    spoil: (c) => {
      const was = c.State;
      c.State = c.City;
      c.City = was;
      return was;
    },
  },
  {
    kind: 'country twice',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'IT',
    spoil: set('Country', () => 'IT (Italy)'),
  },
  {
    kind: 'country upper',
    field: 'country',
    header: 'Country',
    fits: de,
    spoil: set('Country', () => 'DEUTSCHLAND'),
  },
  {
    kind: 'country french',
    field: 'country',
    header: 'Country',
    fits: us,
    spoil: set('Country', () => 'Etats-Unis'),
  },
  {
    kind: 'country misspelt',
    field: 'country',
    header: 'Country',
    fits: de,
    spoil: set('Country', () => 'Germnay'),
  },
  {
    kind: 'GB',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'UK',
    spoil: set('Country', () => 'GB'),
  },
  {
    kind: 'England',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'UK',
    spoil: set('Country', () => 'England'),
  },
  { kind: 'alpha-3', field: 'country', header: 'Country', fits: de, spoil: set('Country', () => 'DEU') },
  {
    kind: 'country blank',
    field: 'country',
    header: 'Country',
    fits: (c) => c.Country === 'CA',
    spoil: set('Country', () => ''),
  },
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
  {
    kind: 'pieces',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '2 pcs';
      return '2';
    },
  },
  {
    kind: 'x2',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = 'x2';
      return '2';
    },
  },
  {
    kind: '1,0',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '1,0';
      return '1';
    },
  },
  {
    kind: 'two',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = 'two';
      return '2';
    },
  },
  {
    kind: 'over 250',
    field: 'quantity',
    header: 'Quantity',
    spoil: (c) => {
      c.Quantity = '300';
      return '250';
    },
  },
  { kind: 'money', field: 'price', header: 'Price', spoil: set('Price', (was) => `$${was}`) },
  { kind: 'formula', field: 'name', header: 'Name', spoil: set('Name', () => "=cmd|' /C calc'!A0", 'lost') },
  {
    kind: 'invoice long',
    field: 'invoice',
    header: 'Order no',
    spoil: (c) => {
      c['Order no'] = `${c['Order no']}-${'x'.repeat(60)}`;
      return c['Order no'].slice(0, 50);
    },
  },
  {
    kind: 'invoice delimiter',
    field: 'invoice',
    header: 'Order no',
    spoil: (c) => {
      const was = c['Order no'];
      c['Order no'] = `${was}[*|*]b`;
      return `${was}-b`;
    },
  },
  { kind: 'name missing', field: 'name', header: 'Name', spoil: set('Name', () => '', 'lost') },
  { kind: 'street missing', field: 'addr', header: 'Address', spoil: set('Address', () => '', 'lost') },
  {
    kind: 'zip wrong',
    field: 'zip',
    header: 'Zip',
    fits: (c) => us(c) || de(c),
    spoil: set('Zip', () => '1234567', 'lost'),
  },
  {
    kind: 'state missing',
    field: 'state',
    header: 'State',
    fits: (c) => c.State === 'TX' || c.State === 'OR',
    spoil: (c) => {
      const was = c.State;
      c.State = '';
      return was;
    },
  },
];

/** Rows that look wrong and are right. */
const hard: Partial<Cells>[] = [
  { Name: 'Vera Null' },
  { Name: 'Chad Ireland' },
  { City: 'Paris', State: 'TX', Zip: '75460', Country: 'US' },
  { City: 'Peru', State: 'IN', Zip: '46970', Country: 'US' },
  { City: 'Lebanon', State: 'NH', Zip: '03766', Country: 'US' },
  { City: 'Ontario', State: 'CA', Zip: '91761', Country: 'US' },
  { City: 'Washington', State: 'DC', Zip: '20001', Country: 'US' },
  { City: 'New York', State: 'NY', Zip: '10001', Country: 'US' },
  { City: 'Wilmington', State: 'DE', Zip: '19801', Country: 'US' },
  { City: "'s-Gravenhage", State: '', Zip: '2511 CV', Country: 'NL' },
  { Name: "Jan 't Hart" },
  { Name: "Ó'Sé Máire" },
  { Name: 'JOÃO CONCEIÇÃO' },
  { City: 'Halle (Saale)', State: '', Zip: '06108', Country: 'DE' },
  { City: 'Pretoria', State: '', Zip: '0001', Country: 'ZA' },
  { City: 'Oslo', State: '', Zip: '0150', Country: 'NO' },
  { City: 'Darwin', State: 'NT', Zip: '0800', Country: 'AU' },
  { City: 'Dublin', State: '', Zip: 'D6W XN32', Country: 'IE' },
  { Address: 'Flat 3B, 4 High St' },
  { Address: 'Rua Y 4, 3º Esq.' },
  { Address: '12 bis rue Z' },
  { City: 'Singapore', State: '', Zip: '049483', Country: 'SG' },
  { Title: 'product sold as "50% off"' },
];

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** `dirtyShare`: share of rows with one planted fault; 0 for benchmarks. */
export function generatePaste(rows: number, seed = 1, dirtyShare = 0.1): GeneratedPaste {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const countries = Object.keys(places);
  const lines = [headers.join(',')];
  const planted: Planted[] = [];
  const clean: number[] = [];
  const hardNegatives: number[] = [];
  let next = 0;
  for (let n = 0; n < rows; n++) {
    const country = random() < 0.3 ? 'US' : (countries[n % countries.length] ?? 'US');
    const [city = '', state = '', zip = ''] = pick((places[country] ?? '').split(';')).split('|');
    const [sku, title, price] = pick(products);
    const cells: Cells = {
      'Order no': `PO-${10000 + n}`,
      SKU: sku,
      Title: title,
      Quantity: String(1 + Math.floor(random() * 3)),
      Name: `${pick(firstNames)} ${pick(lastNames)}`,
      Company: random() < 0.1 ? 'Blue Door Ltd' : '',
      Address: `${1 + n} ${pick(streets)}`,
      City: city,
      State: state,
      Zip: zip,
      Country: country,
      Email: `reader${n}@example.org`,
      Method: 'Standard',
      Price: price,
      Note: random() < 0.05 ? 'Leave at the door, thanks' : '',
    };
    const record = n + 2;
    const dirt = catalogue[next % catalogue.length];
    if (random() < dirtyShare && dirt !== undefined && (dirt.fits?.(cells) ?? true)) {
      const right = dirt.spoil(cells, n);
      planted.push({ record, field: dirt.field, kind: dirt.kind, right });
      next++;
    } else {
      if (dirtyShare > 0 && n % 50 === 7) {
        const special = hard[Math.floor(n / 50) % hard.length];
        if (special !== undefined && (special.Country !== undefined || special.City === undefined)) {
          Object.assign(cells, special);
          hardNegatives.push(record);
        }
      }
      clean.push(record);
    }
    lines.push(headers.map((header) => quoted(cells[header])).join(','));
  }
  return { text: `${lines.join('\n')}\n`, planted, clean, hardNegatives };
}
