import type { Clean } from './people.ts';

type Field =
  | 'invoice'
  | 'sku'
  | 'title'
  | 'quantity'
  | 'name'
  | 'company'
  | 'addr'
  | 'city'
  | 'state'
  | 'zip'
  | 'country'
  | 'email'
  | 'price'
  | 'text';
/** One planted fault: which cell gets what, and what must come of it (null = only a warning). */
export interface Dirt {
  kind: number;
  field: Field;
  iso?: string;
  zip?: string;
  /** Cells as the file shows them; fields that are not named stay clean. */
  cells: (clean: Clean) => Partial<Record<Field, string>>;
  /** What the marked cell becomes. */
  right: (clean: Clean) => string | null;
  /** What the order is after the repairs, where more than the marked cell changes. */
  order?: (clean: Clean) => Record<string, string>;
}

const zipDirt = (
  kind: number,
  iso: string,
  zip: string,
  dirty: string,
  right: string | null = zip,
): Dirt => ({
  kind,
  field: 'zip',
  iso,
  zip,
  cells: () => ({ zip: dirty }),
  right: () => right,
});
const cellDirt = (
  kind: number,
  field: Field,
  dirty: string | ((c: Clean) => string),
  right: string | null | ((c: Clean) => string),
  iso?: string,
): Dirt => ({
  kind,
  field,
  ...(iso === undefined ? {} : { iso }),
  cells: (c) => ({ [field]: typeof dirty === 'string' ? dirty : dirty(c) }),
  right: (c) => (typeof right === 'function' ? right(c) : right),
});
const nameDirt = (kind: number, dirty: string, right: string | null): Dirt =>
  cellDirt(kind, 'name', dirty, right);
const bytes = (text: string, as: string): string =>
  new TextDecoder(as).decode(new TextEncoder().encode(text));
const wide = (text: string): string =>
  text.replaceAll(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d)));

// prettier-ignore
export const dirts: Dirt[] = [
  zipDirt(1, 'US', '02108', '2108'), zipDirt(1, 'US', '07105', '7105'), zipDirt(1, 'DE', '01099', '1099'), zipDirt(1, 'FR', '06000', '6000'), zipDirt(1, 'IT', '00185', '185'), zipDirt(1, 'ES', '08001', '8001'), zipDirt(1, 'NO', '0150', '150'), zipDirt(1, 'FI', '00100', '100'), zipDirt(1, 'AU', '0800', '800'), zipDirt(1, 'NZ', '0610', '610'), zipDirt(1, 'ZA', '0001', '1'), zipDirt(1, 'JP', '060-0001', '600001'), zipDirt(1, 'RO', '010011', '10011'), zipDirt(1, 'PL', '00-950', '950'), zipDirt(1, 'BR', '01310-100', '1310100'), zipDirt(1, 'SG', '049483', '49483'), zipDirt(1, 'KR', '03187', '3187'), zipDirt(1, 'LT', '01100', '1100'),
  zipDirt(2, 'CH', '8001', '08001'), zipDirt(2, 'AT', '1010', '01010'), zipDirt(2, 'NO', '0150', '00150'), zipDirt(2, 'AU', '2000', '02000'),
  zipDirt(3, 'US', '02108', "'02108"), zipDirt(3, 'FR', '75008', "'75008"), zipDirt(3, 'NL', '1012 JS', "'1012 JS"),
  zipDirt(4, 'US', '02108', '2.108E+03', null), zipDirt(4, 'IN', '560001', '5.6E+05', null), cellDirt(4, 'sku', '7E+05', null), cellDirt(4, 'sku', '6.12206E+11', null), cellDirt(4, 'invoice', '1.23457E+12', null), cellDirt(4, 'sku', '1,23E+05', null),
  cellDirt(5, 'sku', '2.19E+26', null), cellDirt(5, 'invoice', '2.19E+26', null), cellDirt(5, 'sku', '4E+10', null),
  cellDirt(6, 'sku', 'Jun-08', null), cellDirt(6, 'sku', '8-Jun', null), cellDirt(6, 'sku', '06.08.2008', null), cellDirt(6, 'sku', '1/1/2020', null), cellDirt(6, 'sku', '2008-06-08', null), cellDirt(6, 'sku', 'Mär 08', null),
  zipDirt(7, 'DE', '80331', '80331.0'), zipDirt(7, 'US', '97301', '97301.0'), zipDirt(7, 'US', '02108', '2108.0'), cellDirt(7, 'sku', '40350.0', '40350'), cellDirt(7, 'invoice', '20017.0', '20017'), zipDirt(7, 'DE', '80331', '80331,0'),
  cellDirt(8, 'sku', '66,750', '66750'), cellDirt(8, 'sku', '66.750', '66750'), cellDirt(8, 'sku', "66'750", '66750'), zipDirt(8, 'DE', '80331', '80,331'), cellDirt(8, 'invoice', '20,017', '20017'), cellDirt(8, 'sku', '66 750', '66750'),
  zipDirt(9, 'US', '02108', '021081234', '02108-1234'), zipDirt(9, 'US', '97301', '973015678', '97301-5678'), zipDirt(9, 'US', '99701', '99701 4321', '99701-4321'),
  zipDirt(10, 'PL', '00-950', '00950'), zipDirt(10, 'PT', '1100-148', '1100148'), zipDirt(10, 'JP', '060-0001', '0600001'), zipDirt(10, 'GB', 'SW1A 1AA', 'SW1A1AA'), zipDirt(10, 'CA', 'M5V 2T6', 'M5V2T6'), zipDirt(10, 'CA', 'M5V 2T6', 'M5V-2T6'), zipDirt(10, 'FR', '75008', '75 0 08'), zipDirt(10, 'GB', 'SW1A 1AA', 'SW1A-1AA'), zipDirt(10, 'PL', '00-950', '00 950'), zipDirt(10, 'IN', '560001', '560-001'), zipDirt(10, 'NL', '1012 JS', '1012-JS'), zipDirt(10, 'SE', '118 49', '118-49'), zipDirt(10, 'GB', 'LS1 4AP', 'LS14AP'),
  zipDirt(11, 'DE', '01099', 'D-01099'), zipDirt(11, 'CH', '8001', 'CH-8001'), zipDirt(11, 'LU', '1009', 'L-1009'), zipDirt(11, 'AT', '1010', 'A-1010'), zipDirt(11, 'FR', '75008', 'F-75008'), zipDirt(11, 'IT', '20121', 'I-20121'), zipDirt(11, 'BE', '9000', 'B-9000'), zipDirt(11, 'SE', '118 49', 'SE-118 49'), zipDirt(11, 'FI', '00100', 'FI-00100'), zipDirt(11, 'LT', '01100', 'LT-01100'), zipDirt(11, 'HR', '10000', 'HR-10000'), zipDirt(11, 'SI', '1000', 'SI-1000'), zipDirt(11, 'DE', '01099', 'DE 01099'), zipDirt(11, 'SE', '118 49', 'S-118 49'), zipDirt(11, 'CH', '8001', 'CH 8001'), zipDirt(11, 'DK', '1620', 'DK-1620'),
  zipDirt(12, 'US', '02108', 'O2108'), zipDirt(12, 'US', '99701', '997O1'), zipDirt(12, 'DE', '01099', '0l099'), zipDirt(12, 'AT', '1010', '1O1O'), zipDirt(12, 'CA', 'V6B 1A1', 'V6B lA1'),
  zipDirt(13, 'DE', '80331', wide('80331')), zipDirt(13, 'JP', '060-0001', wide('060-0001')), zipDirt(13, 'US', '97301', '٩٧٣٠١'), cellDirt(13, 'quantity', '２', '2'),
  zipDirt(14, 'US', '02108', '="02108"'), zipDirt(14, 'DE', '01099', '="01099"'), cellDirt(14, 'sku', '="40350"', '40350'), zipDirt(14, 'GB', 'SW1A 1AA', '="SW1A 1AA"'),
  zipDirt(15, 'US', '02108', '\x1f02108'), zipDirt(15, 'DE', '01099', '\x1f01099'), cellDirt(15, 'sku', '\x1f40350', '40350'),
  { kind: 16, field: 'city', iso: 'DE', zip: '80331', cells: () => ({ city: '80331 München', zip: '' }), right: () => 'München', order: () => ({ zip: '80331', city: 'München' }) },
  { kind: 16, field: 'city', iso: 'AT', zip: '8010', cells: () => ({ city: 'A-8010 Graz', zip: '' }), right: () => 'Graz', order: () => ({ zip: '8010', city: 'Graz' }) },
  { kind: 16, field: 'city', iso: 'GB', zip: 'LS1 4AP', cells: () => ({ city: 'Leeds LS1 4AP', zip: '' }), right: () => 'Leeds', order: () => ({ zip: 'LS1 4AP', city: 'Leeds' }) },
  { kind: 16, field: 'city', iso: 'FR', zip: '06000', cells: () => ({ city: '06000 Nice' }), right: () => 'Nice', order: () => ({ zip: '06000', city: 'Nice' }) },
  { kind: 16, field: 'city', iso: 'SE', zip: '118 49', cells: () => ({ city: '118 49 Stockholm', zip: '' }), right: () => 'Stockholm', order: () => ({ zip: '118 49', city: 'Stockholm' }) },
  { kind: 16, field: 'city', iso: 'NL', zip: '1012 JS', cells: () => ({ city: '1012 JS Amsterdam', zip: '' }), right: () => 'Amsterdam', order: () => ({ zip: '1012 JS', city: 'Amsterdam' }) },
  { kind: 17, field: 'city', iso: 'US', zip: '02108', cells: () => ({ city: 'Boston, MA 02108', zip: '', state: '' }), right: () => 'Boston', order: () => ({ zip: '02108', city: 'Boston', state: 'MA' }) },
  { kind: 17, field: 'city', iso: 'US', zip: '97301', cells: () => ({ city: 'Salem OR 97301', zip: '', state: '' }), right: () => 'Salem', order: () => ({ zip: '97301', city: 'Salem', state: 'OR' }) },
  { kind: 17, field: 'city', iso: 'CA', zip: 'V6B 1A1', cells: () => ({ city: 'Vancouver, BC V6B 1A1', zip: '', state: '' }), right: () => 'Vancouver', order: () => ({ zip: 'V6B 1A1', city: 'Vancouver', state: 'BC' }) },
  { kind: 17, field: 'city', iso: 'US', zip: '07105', cells: () => ({ city: 'Newark, New Jersey, 07105', zip: '', state: '' }), right: () => 'Newark', order: () => ({ zip: '07105', city: 'Newark', state: 'NJ' }) },
  { kind: 17, field: 'city', iso: 'US', zip: '02108', cells: () => ({ city: 'Boston, MA', state: '' }), right: () => 'Boston', order: () => ({ zip: '02108', city: 'Boston', state: 'MA' }) },
  { kind: 17, field: 'city', iso: 'US', zip: '02108', cells: () => ({ city: 'Boston MA 02108-1234', zip: '', state: '' }), right: () => 'Boston', order: () => ({ zip: '02108-1234', city: 'Boston', state: 'MA' }) },
  ...['MA Massachusetts', 'MA - Massachusetts', 'Massachusetts (MA)', 'Massachusetts MA', 'MA, Massachusetts', 'MA (Massachusetts)', 'MA/Massachusetts'].map((dirty): Dirt => ({ kind: 18, field: 'state', iso: 'US', zip: '02108', cells: () => ({ state: dirty }), right: () => 'MA' })),
  { kind: 18, field: 'state', iso: 'CA', zip: 'M5V 2T6', cells: () => ({ state: 'ON Ontario' }), right: () => 'ON' },
  { kind: 18, field: 'state', iso: 'AU', zip: '2000', cells: () => ({ state: 'NSW New South Wales' }), right: () => 'NSW' },
  { kind: 18, field: 'state', iso: 'IT', zip: '00185', cells: () => ({ state: 'RM Roma' }), right: () => 'RM' },
  { kind: 19, field: 'state', iso: 'US', zip: '02108', cells: () => ({ state: 'US-MA' }), right: () => 'MA' },
  { kind: 19, field: 'state', iso: 'CA', zip: 'M5V 2T6', cells: () => ({ state: 'CA-ON' }), right: () => 'ON' },
  { kind: 19, field: 'state', iso: 'AU', zip: '0800', cells: () => ({ state: 'AU-NT' }), right: () => 'NT' },
  { kind: 19, field: 'state', iso: 'IT', zip: '00185', cells: () => ({ state: 'IT-RM' }), right: () => 'RM' },
  { kind: 19, field: 'state', iso: 'US', zip: '97301', cells: () => ({ state: 'Oregon, USA' }), right: () => 'OR' },
  ...(['Massachusets|US|02108|MA', 'Oregone|US|97301|OR', 'New Jersy|US|07105|NJ', 'Ontarrio|CA|M5V 2T6|ON', 'Brittish Columbia|CA|V6B 1A1|BC', 'New South Wale|AU|2000|NSW', 'Masachusetts|US|02108|MA', 'Orgeon|US|97301|OR'].map((line): Dirt => { const [dirty = '', iso = '', zip = '', right = ''] = line.split('|'); return { kind: 20, field: 'state', iso, zip, cells: () => ({ state: dirty }), right: () => right }; })),
  ...(['Bayern|DE|80331', 'BY|DE|80331', 'Île-de-France|FR|75008', 'Kent|GB|SW1A 1AA', 'Zürich|CH|8001', 'Wien|AT|1010', 'Noord-Holland|NL|1012 JS', 'Antwerpen|BE|9000'].map((line): Dirt => { const [dirty = '', iso = '', zip = ''] = line.split('|'); return { kind: 21, field: 'state', iso, zip, cells: () => ({ state: dirty }), right: () => '' }; })),
  { kind: 22, field: 'state', iso: 'US', zip: '02108', cells: () => ({ city: 'MA', state: 'Boston' }), right: () => 'MA', order: () => ({ city: 'Boston', state: 'MA' }) },
  { kind: 22, field: 'state', iso: 'CA', zip: 'V6B 1A1', cells: () => ({ city: 'BC', state: 'Vancouver' }), right: () => 'BC', order: () => ({ city: 'Vancouver', state: 'BC' }) },
  { kind: 22, field: 'state', iso: 'US', zip: '97301', cells: () => ({ city: 'Oregon', state: 'Salem' }), right: () => 'Oregon', order: () => ({ city: 'Salem' }) },
  { kind: 22, field: 'state', iso: 'AU', zip: '2000', cells: () => ({ city: 'NSW', state: 'Sydney' }), right: () => 'NSW', order: () => ({ city: 'Sydney', state: 'NSW' }) },
  ...(['IT (Italy)|IT', 'Italy (IT)|IT', 'DE - Germany|DE', 'US United States|US', 'United Kingdom (UK)|UK', 'GB (United Kingdom)|UK', 'FR, France|FR', 'CH/Switzerland|CH', 'USA - United States|US', 'Deutschland (DE)|DE'].map((line) => { const [dirty = '', right = ''] = line.split('|'); return cellDirt(23, 'country', dirty, right, right === 'UK' ? 'GB' : right); })),
  ...(['DEUTSCHLAND|DE', 'Etats-Unis|US', 'ALLEMAGNE|DE', 'STATI UNITI|US', 'Stati Uniti|US', 'SUISSE|CH', 'SCHWEIZ|CH', 'Grossbritannien|GB', 'Royaume Uni|GB', 'PAESI BASSI|NL', 'Oesterreich|AT', 'ETATS UNIS|US', 'Espagne|ES', 'GERMANIA|DE', 'Pays-Bas|NL', 'Regno Unito|GB', 'Holland|NL', 'germany|DE', 'ITALIA|IT', 'BELGIQUE|BE', 'Österreich|AT'].map((line) => { const [dirty = '', iso = ''] = line.split('|'); return cellDirt(24, 'country', dirty, iso === 'GB' ? 'UK' : iso, iso); })),
  ...(['Germnay|DE', 'Untied States|US', 'Swizerland|CH', 'Austrailia|AU', 'Frnace|FR', 'Netherland|NL', 'Deutschand|DE', 'Itly|IT', 'Unted Kingdom|GB', 'Untied Kingdom|GB', 'Österrreich|AT', 'Cananda|CA', 'Suise|CH'].map((line) => { const [dirty = '', iso = ''] = line.split('|'); return cellDirt(25, 'country', dirty, iso === 'GB' ? 'UK' : iso, iso); })),
  ...(['England|GB', 'Scotland|GB', 'EL|GR', 'DEU|DE', 'GBR|GB', 'Wales|GB', 'Northern Ireland|GB', 'CHE|CH', 'U.K.|GB', 'FRA|FR', 'ROM|RO', 'AUT|AT'].map((line) => { const [dirty = '', iso = ''] = line.split('|'); return cellDirt(26, 'country', dirty, iso === 'GB' ? 'UK' : iso, iso); })),
  cellDirt(26, 'country', 'GB', 'UK', 'GB'),
  { kind: 27, field: 'country', iso: 'CA', zip: 'M5V 2T6', cells: () => ({ country: '' }), right: () => 'CA' }, { kind: 27, field: 'country', iso: 'GB', zip: 'SW1A 1AA', cells: () => ({ country: '' }), right: () => 'UK' }, { kind: 27, field: 'country', iso: 'NL', zip: '1012 JS', cells: () => ({ country: '' }), right: () => 'NL' }, { kind: 27, field: 'country', iso: 'PL', zip: '00-950', cells: () => ({ country: '' }), right: () => 'PL' },
  nameDirt(28, bytes('Jörg Müller', 'windows-1252'), 'Jörg Müller'), nameDirt(28, bytes('Émilie Lefèvre', 'windows-1252'), 'Émilie Lefèvre'), nameDirt(28, bytes('Łukasz Wójcik', 'windows-1252'), 'Łukasz Wójcik'), nameDirt(28, bytes('João Conceição', 'windows-1252'), 'João Conceição'), nameDirt(28, bytes('Anna Groß', 'windows-1252'), 'Anna Groß'), nameDirt(28, bytes('Owen O’Neil', 'windows-1252'), 'Owen O’Neil'), cellDirt(28, 'city', bytes('Zürich', 'windows-1252'), 'Zürich', 'CH'), cellDirt(28, 'addr', bytes('Große Füße 4', 'windows-1252'), 'Große Füße 4'), nameDirt(28, bytes('Søren Kjær', 'windows-1252'), 'Søren Kjær'), nameDirt(28, bytes('Ivana Šimić', 'windows-1252'), 'Ivana Šimić'), nameDirt(28, bytes('Às Àlvaro', 'windows-1252'), 'Às Àlvaro'), cellDirt(28, 'title', bytes('Füße – Café', 'windows-1252'), 'Füße – Café'),
  nameDirt(29, bytes(bytes('Jörg Müller', 'windows-1252'), 'windows-1252'), 'Jörg Müller'), nameDirt(29, bytes(bytes('Émilie Lefèvre', 'windows-1252'), 'windows-1252'), 'Émilie Lefèvre'), cellDirt(29, 'city', bytes(bytes('Zürich', 'windows-1252'), 'windows-1252'), 'Zürich', 'CH'),
  nameDirt(30, 'Anna M\x81ller', 'Anna Müller'), nameDirt(30, 'Anna M¸ller', 'Anna Müller'), nameDirt(30, 'Ren\x82 Dubois', 'René Dubois'), nameDirt(30, 'Anna MŸller', 'Anna Müller'), nameDirt(30, 'Bj\x94rn Berg', 'Björn Berg'), nameDirt(30, 'Anna M\x9fller', 'Anna Müller'), nameDirt(30, 'J\x9arg Berg', 'Jörg Berg'), nameDirt(30, 'RenŽ Dubois', 'René Dubois'), nameDirt(30, 'Hans Gro§', 'Hans Groß'), nameDirt(30, 'Bj”rn Berg', 'Björn Berg'), nameDirt(30, 'Ren\x8e Dubois', 'René Dubois'), nameDirt(30, 'Hans JŠger', 'Hans Jäger'), nameDirt(30, 'Ren‚ Dubois', 'René Dubois'), nameDirt(30, 'J\x84ger Hans', 'Jäger Hans'),
  nameDirt(31, 'Anna M\ufffdller', null), nameDirt(31, 'Jose Pi?a', null), cellDirt(31, 'city', 'Z\ufffdrich', null, 'CH'), cellDirt(31, 'city', 'Z?rich', null, 'CH'), cellDirt(31, 'addr', 'Stra\ufffde 4', null), nameDirt(31, 'Anna M??ller', null),
  nameDirt(32, 'Sinead O&#39;Brien', "Sinead O'Brien"), nameDirt(32, 'Smith &amp; Sons', 'Smith & Sons'), nameDirt(32, 'J&uuml;rgen Holz', 'Jürgen Holz'), cellDirt(32, 'addr', '5 King&#x27;s Rd', "5 King's Rd"), nameDirt(32, 'Jim &quot;Bo&quot; Diddley', 'Jim "Bo" Diddley'), cellDirt(32, 'title', 'Rock &amp; Roll', 'Rock & Roll'), nameDirt(32, 'Tom&nbsp;Jones', 'Tom Jones'),
  cellDirt(34, 'email', (c) => `${c.email}\u00a0`, (c) => c.email), cellDirt(34, 'city', (c) => `${c.city}  `, (c) => c.city), nameDirt(34, '\u200bAnna Berg', 'Anna Berg'), nameDirt(34, 'Anna\u00a0Berg', 'Anna Berg'), zipDirt(34, 'US', '97301', ' 97301'), cellDirt(34, 'sku', '40350 ', '40350'), cellDirt(34, 'invoice', (c) => `${c.invoice} `, (c) => c.invoice), cellDirt(34, 'email', (c) => `\ufeff${c.email}`, (c) => c.email), cellDirt(34, 'country', 'DE ', 'DE', 'DE'), cellDirt(34, 'state', 'MA\u00a0', 'MA', 'US'), cellDirt(34, 'quantity', ' 2', '2'), cellDirt(34, 'email', (c) => c.email.replace('@', '@\u200b'), (c) => c.email), nameDirt(34, 'Anna\tBerg', 'Anna Berg'),
  cellDirt(35, 'addr', '12 Main St\nApt 3', '12 Main St, Apt 3'), cellDirt(35, 'addr', '12 Main St\r\nApt 3', '12 Main St, Apt 3'), nameDirt(35, 'Anna Berg\n', 'Anna Berg'), cellDirt(35, 'city', 'Boston\n', 'Boston', 'US'), cellDirt(35, 'addr', 'Hauptstr. 5,\nHinterhaus', 'Hauptstr. 5, Hinterhaus'), cellDirt(35, 'company', 'Blue Door\nStudio', 'Blue Door, Studio'),
  nameDirt(36, 'Anna B\x07erg', 'Anna Berg'), nameDirt(36, 'Anna\x00 Berg', 'Anna Berg'), cellDirt(36, 'city', 'Bos\x02ton', 'Boston', 'US'), cellDirt(36, 'email', (c) => `\x0b${c.email}`, (c) => c.email), nameDirt(36, 'Anna\x1b Berg', 'Anna Berg'), cellDirt(36, 'addr', '12\x7f Main St', '12 Main St'),
  nameDirt(37, 'Müller, Anna', 'Anna Müller'), nameDirt(37, 'Okafor, Chidi', 'Chidi Okafor'), nameDirt(37, 'van der Berg, Noor', 'Noor van der Berg'), nameDirt(37, "O'Brien, Mary Ann", "Mary Ann O'Brien"), nameDirt(37, 'Müller,Anna', 'Anna Müller'),
  nameDirt(38, 'Anna Müller Müller', 'Anna Müller'), nameDirt(38, 'Anna Müller Anna Müller', 'Anna Müller'), nameDirt(38, 'HerrPaul Bergmann', 'Herr Paul Bergmann'), nameDirt(38, 'AnnaMüller', 'Anna Müller'), nameDirt(38, 'Mr.John Smith', 'Mr. John Smith'), nameDirt(38, 'Dr.Eva Holm', 'Dr. Eva Holm'), nameDirt(38, 'MrsJane Doe', 'Mrs Jane Doe'), nameDirt(38, 'FrauEva Holm', 'Frau Eva Holm'),
  nameDirt(39, 'Anna Müller c/o Blue Door', 'Anna Müller'), nameDirt(39, 'Anna Müller, c/o Blue Door', 'Anna Müller'), nameDirt(39, 'Anna Müller C/O Blue Door', 'Anna Müller'), nameDirt(39, 'Anna Müller & Paul Berg', null), nameDirt(39, 'Anna Müller and Paul Berg', null), nameDirt(39, 'Anna Müller / Paul Berg', null), nameDirt(39, 'Anna Müller und Paul Berg', null), nameDirt(39, 'Anna Müller (c/o Blue Door)', 'Anna Müller'), nameDirt(39, 'Anna Müller attn: Paul', 'Anna Müller'), nameDirt(39, 'Anna & Paul Müller', null),
  cellDirt(40, 'email', 'a@@b.com', 'a@b.com'), cellDirt(40, 'email', 'anna@b,com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b.com ', 'anna@b.com'), cellDirt(40, 'email', 'mailto:anna@b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b.com; paul@b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b.com, paul@b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna b.com', null), cellDirt(40, 'email', 'anna@', null), cellDirt(40, 'email', 'Anna <anna@b.com>', 'anna@b.com'), cellDirt(40, 'email', 'anna @b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b..com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b', null), cellDirt(40, 'email', 'anna(at)b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna.b.com', null), cellDirt(40, 'email', 'anna@b.com.', 'anna@b.com'), cellDirt(40, 'email', '.anna@b.com', null), cellDirt(40, 'email', 'anna@b.com paul@b.com', 'anna@b.com'), cellDirt(40, 'email', 'anna@b.com/paul@b.com', 'anna@b.com'),
  ...['NULL', 'nan', 'N/A', '-', 'None', '#N/A', '#REF!', 'null', 'NaN', 'n/a', '#VALUE!', '--', 'undefined', 'none', '#NAME?', 'NONE', 'Nan', '(null)', '#DIV/0!', 'nil', 'N.A.', '<NA>', 'NaT'].map((word) => cellDirt(41, 'company', word, '')),
  cellDirt(41, 'email', 'NULL', ''), cellDirt(41, 'email', 'N/A', ''), cellDirt(41, 'state', 'NULL', '', 'DE'), cellDirt(41, 'state', 'N/A', '', 'GB'), cellDirt(41, 'email', '-', ''), cellDirt(41, 'state', '-', '', 'FR'),
  ...(['2 pcs|2', 'x2|2', '1,0|1', '2.0|2', 'two|2', '2 Stk|2', '2x|2', '3 copies|3', '1.00|1', 'zwei|2', '2 Stück|2', '2 pièces|2', 'Two|2', '2pcs|2', 'x 3|3', '3 ea|3', '1 pc|1', '2 x|2', 'qty 2|2', '2 pz|2', '1st|1'].map((line) => { const [dirty = '', right = ''] = line.split('|'); return cellDirt(42, 'quantity', dirty, right); })),
  cellDirt(42, 'quantity', 'invalid', null), cellDirt(42, 'quantity', '-1', null), cellDirt(42, 'quantity', '1.5', null), cellDirt(42, 'quantity', 'many', null), cellDirt(42, 'quantity', '2-3', null),
  cellDirt(43, 'quantity', '300', '250'), cellDirt(43, 'quantity', '251', '250'), cellDirt(43, 'quantity', '1000', '250'), cellDirt(43, 'quantity', '300.0', '250'),
  ...(['$14.99|14.99', '14,99 €|14.99', '1.234,50|1234.50', '14.99 USD|14.99', '€14.99|14.99', '1,234.50|1234.50', '14,99|14.99', 'US$ 14.99|14.99', '£9.00|9.00', 'EUR 14,99|14.99', '14.99$|14.99', "1'234.50|1234.50", '$1,234|1234', '1 234,50|1234.50', 'CHF 12.-|12', '$14|14', '.99|0.99'].map((line) => { const [dirty = '', right = ''] = line.split('|'); return cellDirt(44, 'price', dirty, right); })),
  cellDirt(51, 'name', "=cmd|' /C calc'!A0", null), cellDirt(51, 'company', '=HYPERLINK("http://x.example","y")', null), cellDirt(51, 'addr', '=1+1', null), cellDirt(51, 'name', '@SUM(1+1)*cmd|x!A0', null), cellDirt(51, 'addr', "+cmd|' /C calc'!A0", null), cellDirt(51, 'company', "-2+3+cmd|' /C calc'!A0", null), cellDirt(51, 'name', '=1+1', null), cellDirt(51, 'city', '=A1', null, 'US'), cellDirt(51, 'company', '@SUM(A1:A9)', null), cellDirt(51, 'company', '+A1+A2', null), cellDirt(51, 'company', '-A1', null),
  cellDirt(53, 'invoice', (c) => `${c.invoice}-${'9'.repeat(60)}`, (c) => `${c.invoice}-${'9'.repeat(60)}`.slice(0, 50)), cellDirt(53, 'invoice', (c) => `${c.invoice}[*|*]2`, (c) => `${c.invoice}-2`), cellDirt(53, 'invoice', (c) => `${c.invoice} ${'x'.repeat(45)}`, (c) => `${c.invoice} ${'x'.repeat(45)}`.slice(0, 50)),
  cellDirt(54, 'text', '<b>Serial 123</b>', 'Serial 123'), cellDirt(54, 'text', 'x'.repeat(501), 'x'.repeat(500)), cellDirt(54, 'text', 'Line one<br>Line two', 'Line one\nLine two'), cellDirt(54, 'text', '<p>Hello</p>', 'Hello'),
];
