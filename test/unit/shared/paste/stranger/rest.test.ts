import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../../shared/paste/decode.ts';
import { readHeader } from '../../../../../shared/paste/recognise/headerWords.ts';
import { readHistoryText, readProductsText } from '../../../../../shared/paste/sideFiles.ts';
import { read, sheet } from './oneSheet.ts';
import { cleanOrder } from './people.ts';
import { cellsOf, recordOf, shops, writeText } from './shops.ts';

/** Names, places, ids and texts that look wrong and are right. */
// prettier-ignore
const hard: Record<number, string>[] = [
 {4:'Vera Null'},{4:'Chad Ireland'},{7:'Paris',8:'TX',9:'75460'},{7:'Peru',8:'IN',9:'46970'},{7:'Lebanon',8:'NH',9:'03766'},{7:'Ontario',8:'CA',9:'91761'},{7:'Washington',8:'DC',9:'20001'},{7:'New York',8:'NY',9:'10001'},{7:'Wilmington',8:'DE',9:'19801'},
 {7:"'s-Gravenhage",8:'',9:'2511 CV',10:'NL'},{4:"Jan 't Hart"},{4:"'t Hart"},{4:"Ó'Sé"},{4:"Sinéad Ó'Sé"},{4:'JOÃO'},{4:'JOÃO São'},{4:'Maria Conceição'},{7:'Halle (Saale)',8:'',9:'06108',10:'DE'},{7:'Pretoria',8:'',9:'0001',10:'ZA'},{7:'Oslo',8:'',9:'0150',10:'NO'},{7:'Darwin',8:'NT',9:'0800',10:'AU'},{7:'Dublin',8:'',9:'D6W XN32',10:'IE'},{6:'Flat 3B, 12 King St'},{6:'3º Esq., Rua A 5'},{6:'12 bis rue de Rivoli',7:'Paris',8:'',9:'75001',10:'FR'},{2:'50% off'},{7:'Singapore',8:'',9:'049483',10:'SG'},
 {4:'Jean-Claude Van Damme'},{4:'DeShawn'},{4:'LaToya'},{4:'McKenzie'},{4:'MacDonald'},{4:'JoAnn Fabrics'},{4:'Mary-Jane O’Neil'},{4:'Dr. Anna Müller'},{4:'Anna Müller, PhD'},{4:'John Smith, Jr.'},{4:'John H. Smith III'},{4:'Björn'},{4:'李小龙'},{4:'Nguyễn Văn An'},{4:'Ełżbieta Świątek'},{4:'Þórunn Jónsdóttir'},{4:'Francois D’Arcy'},{4:'X Æ'},{4:'Al Pacino'},{4:'Ana e Silva'},{4:'José Ortega y Gasset'},{4:'Smith & Sons'},{4:'Ben and Jerry'},{4:'NaN Li'},{4:'None Such'},
 {7:"St. John's",8:'NL',9:'A1A 1A1',10:'CA'},{7:'Winston-Salem',8:'NC',9:'27101'},{7:"Coeur d'Alene",8:'ID',9:'83814'},{7:'Dublin 2',8:'',9:'D02 AF30',10:'IE'},{7:'Praha 1',8:'',9:'110 00',10:'CZ'},{7:'Lyon 03',8:'',9:'69003',10:'FR'},{7:'København V',8:'',9:'1620',10:'DK'},{7:'Bad Homburg v. d. Höhe',8:'',9:'61348',10:'DE'},{7:'Frankfurt (Oder)',8:'',9:'15230',10:'DE'},{7:'Ho Chi Minh City',8:'',9:'700000',10:'VN'},{7:'Reading',8:'',9:'RG1 1AA',10:'UK'},{7:'Mexico',8:'MO',9:'65265'},{7:'Nevada',8:'IA',9:'50201'},{7:'Delaware',8:'OH',9:'43015'},{7:'California',8:'MD',9:'20619'},{7:'Kansas City',8:'MO',9:'64101'},{7:'Indiana',8:'PA',9:'15701'},{7:'Wyoming',8:'MI',9:'49509'},{7:'Jersey City',8:'NJ',9:'07302'},{7:'Oregon City',8:'OR',9:'97045'},{7:'Virginia',8:'MN',9:'55792'},{7:'Iowa City',8:'IA',9:'52240'},{7:'Michigan City',8:'IN',9:'46360'},{7:'Oklahoma City',8:'OK',9:'73102'},{7:'Texas City',8:'TX',9:'77590'},{7:'Washington',8:'PA',9:'15301'},{7:'Québec',8:'QC',9:'G1R 4P5',10:'CA'},{7:'Mexico City',8:'CDMX',9:'06000',10:'MX'},{7:'Luxembourg',8:'',9:'1009',10:'LU'},{7:'Monaco',8:'',9:'98000',10:'MC'},{7:'San Juan',8:'PR',9:'00901'},{7:'APO',8:'AE',9:'09012'},{7:'FPO',8:'AP',9:'96543'},{7:'Hamilton',8:'',9:'HM 08',10:'BM'},{7:'Dubai',8:'',9:'',10:'AE'},{7:'Accra',8:'',9:'',10:'GH'},{7:'Dublin',8:'',9:'',10:'IE'},{7:'Milano',8:'Milano',9:'20121',10:'IT'},{7:'Madrid',8:'Madrid',9:'28039',10:'ES'},{7:'Tokyo',8:'Tokyo',9:'100-0001',10:'JP'},{7:'Moscow',8:'Moscow',9:'101000',10:'RU'},{7:'Buenos Aires',8:'C',9:'C1070AAM',10:'AR'},{7:'Lima',8:'Lima',9:'15001',10:'PE'},{7:'São Paulo',8:'SP',9:'01310-100',10:'BR'},{7:'Kuala Lumpur',8:'WP',9:'50000',10:'MY'},{7:'Roma',8:'Roma',9:'00118',10:'IT'},{7:'Pristina',8:'',9:'10000',10:'XK'},{7:'St Helier',8:'',9:'JE2 3AB',10:'JE'},
 {9:'02108-1234'},{8:'Massachusetts'},{8:'massachusetts'},{8:'ma'},{10:'United States'},{10:'USA'},{5:'@home'},{5:'#1 Fan Club'},{5:'3M'},{5:'7-Eleven'},{5:'A-1 Records'},{5:'+1 Records'},{5:'1&1 AG'},{5:'AT&T'},{5:'Who? Ltd'},{5:'Müller & Söhne KG'},{5:'c/o Blue Door'},{5:'ATTN: John Smith, 3rd floor'},{6:'PO Box 12'},{6:'1/2 Elm St'},{6:'c/o Smith, 12 Elm St'},{6:'Apt #4, 5 Oak'},{6:'Calle 5 # 12-30'},{6:'-5 Elm'},{6:'Straße des 17. Juni 135',7:'Berlin',8:'',9:'10623',10:'DE'},
 {11:"o'brien@x.com"},{11:'user+tag@x.co.uk'},{11:'ü@müller.de'},{11:'UPPER@CASE.COM'},{11:'a_b-c@d-e.org'},{11:''},{11:'a@b.museum'},{11:'1234@qq.com'},{3:'250'},{3:'10'},{3:''},{3:'100'},{12:'0'},{12:'0.00'},{12:''},{12:'1234.5'},{0:'ORD 1001'},{0:'1001/2026'},{0:'#1001'},{0:'R&D-7'},{0:'12E45'},{0:'219E01BE'},{0:'JoeSmith01/04/2012'},{1:'7E05'},{1:'FR-CD-7'},{1:'B08N5WRWNW'},{1:'0012'},{1:'12-34'},{1:'A.B'},{1:'06-8108'},{2:'12" record'},{2:'Rock & Roll'},{2:'What?'},
];

it('what looks wrong and is right is left alone', () => {
  const report = read(sheet(...hard));
  expect(report.orders).toHaveLength(hard.length);
  expect(report.flags.map(({ record, code }) => [hard[record - 2], code])).toEqual([]);
});

it('a NUL inside a word is a fault of its cell; where many are, the file was read wrongly', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const few = decodeBytes(bytes(sheet({ 4: 'Ann\0a Lee' }, { 7: 'Boston\0' }, {}))).text;
  expect(read(few).flags.map(({ record, code, repair }) => [record, code, repair])).toEqual([
    [2, 'control', 'Anna Lee'],
  ]);
  const many = sheet({}, {}, {});
  expect(decodeBytes(bytes(many.replaceAll(/\w{4}/gu, '$&\0'))).text).toBe(many);
});

describe('encodings and line ends', () => {
  const western = Array.from({ length: 60 }, (_, n) => cleanOrder(n)).filter(
    (one) => !/[^\x20-\xff]/u.test(Object.values(one).join('')),
  );
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const encodings: [string, (text: string) => Uint8Array][] = [
    ['UTF-8 with a mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
    [
      'Windows-1252',
      (text) => Uint8Array.from(text.replaceAll('’', '\x92'), (letter) => letter.charCodeAt(0)),
    ],
    ['UTF-16 little endian', (text) => utf16(text)],
    ['UTF-16 little endian with a mark', (text) => utf16(`\ufeff${text}`)],
    ['UTF-16 big endian', (text) => utf16(text).swap16()],
    ['UTF-16 big endian with a mark', (text) => utf16(`\ufeff${text}`).swap16()],
  ];
  for (const shop of shops)
    it(`${shop.id}: all are read alike`, () => {
      const records = western.map((one) => recordOf(shop, cellsOf(one, shop)));
      const text = writeText({ ...shop, bom: false }, records);
      const wanted = read(text);
      expect(wanted.orders).toHaveLength(western.length);
      for (const [name, encode] of encodings)
        expect([name, read(decodeBytes(encode(text)).text)]).toEqual([name, wanted]);
      for (const eol of ['\n', '\r\n', '\r'])
        expect(read(writeText({ ...shop, bom: false, eol }, records))).toEqual(wanted);
      if (shop.quote !== 'none' && shop.after === undefined)
        for (const delimiter of [',', ';', '\t', '|'])
          expect(read(writeText({ ...shop, bom: false, delimiter }, records))).toEqual(wanted);
    });
});

describe('headers that are nearly known', () => {
  it.each([
    ['Adress', 'addr'],
    ['Quantitiy', 'quantity'],
    ['My ref', 'invoice'],
    ['Shipping adress', 'addr'],
    ['Bestelnummer', 'invoice'],
    ['Postleitzal', 'zip'],
    ['Artikelnumer', 'sku'],
    ['Provnce', 'state'],
  ])('%s', (header, role) => {
    expect(readHeader(header)).toMatchObject({ role, strength: 1 });
  });
  it.each([
    'Order note',
    'Order total',
    'Currency',
    'Statue',
    'shipping-price',
    'Shipping date',
    'Customer ID',
    'Tags',
    'Weight',
    'Date',
    'Phone',
    'Customer note',
    'Total',
    'Subtotal',
    'Vendor',
  ])('%s is none', (header) => {
    expect(readHeader(header)).toBeNull();
  });
});

describe('products and history beside the paste', () => {
  const lamp = { productId: '66750', title: 'Blue Door' };
  it.each([
    ['German headers', 'Produkt-ID;SKU;Titel\n66750;V-1;Blue Door', { ...lamp, skus: ['V-1'] }],
    ['French headers', 'Référence;Désignation\n66750;Blue Door', { ...lamp, skus: ['66750'] }],
    ['a title above', 'Products 2026\n\nid,name\n66750,Blue Door', { ...lamp, skus: [] }],
    ['a line for the delimiter', 'sep=;\nid;name\n66750; Blue Door ', { ...lamp, skus: [] }],
    ['no headers', '66750,Blue Door', { ...lamp, skus: [] }],
    ['ids alone, as JSON', '[66750]', { ...lamp, title: '', skus: [] }],
    [
      'a table for the shop’s own ids',
      'shop_sku,trepstar_product_id,title\nV-1,66750,Blue Door',
      { ...lamp, skus: ['66750', 'V-1'] },
    ],
  ])('products: %s', (_what, text, product) => {
    expect(readProductsText(text)).toEqual([product]);
  });
  it.each(['', '\0\u0001', '[{"id":', '{}'])('products: nothing is in %j', (text) => {
    expect(readProductsText(text)).toEqual([]);
  });
  it('history: names inside, ids in one cell, days of a spreadsheet, and a list of invoices', () => {
    const recipient = { name: 'Ann Lee', postcode: '02108', address: '1 Elm St' };
    const nested = readHistoryText(JSON.stringify([{ invoice: 'A-1', recipient, acceptedAt: '2026-11-10' }]));
    expect([nested.names, nested.postcodes, nested.addresses]).toEqual([
      ['Ann Lee'],
      ['02108'],
      ['1 Elm St'],
    ]);
    const joined = readHistoryText('invoice,products,date\nA-1,66750;66760,46336');
    expect(joined.productIds).toEqual(['66750', '66760']);
    expect(joined.at.map((at) => at.slice(0, 10))).toEqual(['2026-11-10', '2026-11-10']);
    const days = readHistoryText('invoice,name,date\nA-1,Ann Lee,11/10/2026\nA-2,Bo Ek,25/10/2026');
    expect(days.at).toEqual(['2026-10-11', '2026-10-25']);
    expect(readHistoryText('["A-1","A-2"]').invoices).toEqual(['A-1', 'A-2']);
    expect(readHistoryText('{').invoices).toEqual([]);
  });
  it('ids that became dates are found among the products, unknown ones are said', () => {
    const changes = [
      'Jun-08',
      '1/1/2020',
      'sku-a',
      '2020-01-01',
      '01.01.2020',
      'ZZZ',
      '66,750',
      '11-Oct',
      '123',
    ].map((sku) => ({ 1: sku }));
    const report = read(
      sheet(...changes),
      'ProductID,Title,SKU\n66750,CD A,SKU-A\n43831,CD B,06-8108\n66760,CD C,10/11\n66814,CD D,00123\n',
    );
    expect(report.flags.map(({ record, code, repair }) => [record, code, repair])).toEqual([
      [2, 'productDate', '06-8108'],
      [3, 'productDate', '43831'],
      [5, 'productDate', '43831'],
      [6, 'productDate', '43831'],
      [7, 'productUnknown', null],
      [8, 'thousandsMark', '66750'],
      [9, 'productDate', '10/11'],
      [10, 'leadingZero', '00123'],
    ]);
  });
  it.each([
    [
      'a table',
      'invoice,placed_at,name,addr,city,state,zip,country,productid\nN-0,2026-11-20,Zed Ray,9 Oak,Boston,MA,02109,US,1\nOLD,2026-11-15,Ann Leeba,2 Elm St,Boston,MA,02108,US,40350',
      'personHad',
    ],
    [
      'JSON',
      JSON.stringify({
        orders: [
          { invoice: 'n-0', date: '2026-11-20', name: 'Zed', zip: '1', country: 'US', items: [] },
          {
            invoice: 'O',
            name: 'Leeba, Ann',
            addr: '2 Elm Street',
            zip: '02108',
            country: 'US',
            date: '11/15/2026',
            items: [{ sku: '40350', title: 'CD', quantity: 1 }],
          },
        ],
      }),
      'personHad',
    ],
    [
      'a German table, nearly the same name',
      'Invoice;Name;Street;ZIP;Country;Product;Ordered\nN-0;Zed;9;1;US;1;20.11.2026\nX;Anne Leeba;2 Elm St;02108;US;CD;05.11.2026',
      'nearPersonHad',
    ],
  ])('%s', (_what, text, code) => {
    const report = read(sheet({}, { 4: 'Ann Leeba' }), '', readHistoryText(text));
    expect(report.flags.map((flag) => [flag.record, flag.code])).toEqual([
      [2, 'invoiceUsed'],
      [3, code],
    ]);
  });
});
