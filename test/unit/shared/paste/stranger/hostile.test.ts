import { describe, expect, it } from 'vitest';
import { readCountry } from '../../../../../shared/address/countries.ts';
import { decodeBytes } from '../../../../../shared/paste/decode.ts';
import { readHistoryText } from '../../../../../shared/paste/sideFiles.ts';
import { read, sheet } from './oneSheet.ts';

/** What was changed in the row → code and repair of each flag. */
// prettier-ignore
const faults: [Record<number, string>, [string, string | null][]][] = [
 // digits lost before a hyphen
 [{7:'São Paulo',8:'SP',9:'1310-100',10:'BR'},[['zipLeadingZero','01310-100']]], [{7:'Warszawa',8:'',9:'0-950',10:'PL'},[['zipLeadingZero','00-950']]], [{7:'Sapporo',8:'',9:'60-0001',10:'JP'},[['zipLeadingZero','060-0001']]],
 [{7:'Singapore',8:'',9:'04948',10:'SG'},[['zipForm',null]]], [{7:'Maribor',8:'',9:'SLO-2000',10:'SI'},[['zipPrefix','2000']]],
 // a thousand, or one with three decimals: nobody but the publisher knows
 [{3:'1,000'},[['quantityForm',null]]], [{3:'1.000'},[['quantityForm',null]]], [{3:'1,0'},[['quantityForm','1']]],
 // city and state
 [{7:'Alice Springs NT 0872',8:'',9:'',10:'AU'},[['cityStateZip','Alice Springs'],['cityStateZip','NT'],['cityStateZip','0872']]],
 [{7:'CB7 4DL Ely',8:'',9:'',10:'UK'},[['zipInCity','Ely'],['zipInCity','CB7 4DL']]], [{7:"'s-Gravenhage 2511 CV",8:'',9:'',10:'NL'},[['zipInCity',"'s-Gravenhage"],['zipInCity','2511 CV']]],
 [{7:'New York',8:'New Yrok',9:'10001'},[['stateMisspelt','NY']]], [{7:'New York',8:'Bavaria',9:'10001'},[['stateUnknown',null]]], [{7:'Indiana',8:'QQ',9:'15701'},[['stateUnknown',null]]], [{7:'MN',8:'Minneapolis',9:'55401'},[['cityStateSwapped','MN'],['cityStateSwapped','Minneapolis']]],
 // words for nothing where a person or a town must be
 [{7:'NULL'},[['emptyWord','']]], [{7:'None'},[['emptyWord','']]], [{4:'null'},[['emptyWord','']]], [{6:'#REF!'},[['emptyWord','']]],
 // names
 [{4:'Ann Lee care of Blue Door'},[['nameCareOf','Ann Lee'],['nameCareOf','c/o Blue Door']]], [{4:'Ann Lee c/o. Blue Door'},[['nameCareOf','Ann Lee'],['nameCareOf','c/o Blue Door']]], [{4:'Ed Van Buren Van Buren'},[['nameTwice','Ed Van Buren']]], [{4:'Andr? Martin'},[['lostLetter',null]]], [{4:`Ann ${'Vanderbilt-'.repeat(10)}Lee`},[['tooLong',null]]],
 // one encoding taken for another
 [{4:'T³nde Szabo'},[['oldCodepage','Tünde Szabo']]], [{4:'JosÈ Silva'},[['oldCodepage','José Silva']]], [{4:'InÚs Costa'},[['oldCodepage','Inés Costa']]], [{4:'Ann LefËvre'},[['oldCodepage','Ann Lefèvre']]], [{4:'Ann ┼ngstr÷m'},[['oldCodepage','Ann Ångström']]], [{4:'ÃƒÂ\x8dÃƒÂ±igo Sanz'},[['doubleMojibake','Íñigo Sanz']]], [{4:'Ann ÃƒËœdegÃƒÂ¥rd'},[['doubleMojibake','Ann Ødegård']]],
 [{4:'Ann Sm\vith'},[['control','Ann Smith']]], [{6:'2 Elm St\vApt 3'},[['lineBreak','2 Elm St, Apt 3']]],
 [{4:'Jo Æ\u00a0'},[['blanks','Jo Æ']]], [{7:'A Coru–a',8:'',9:'15003',10:'ES'},[['oldCodepage','A Coruña']]], [{4:'Ana Mu–oz'},[['oldCodepage','Ana Muñoz']]],
 // a place said twice, a slip between two languages, zeros of codes that vary in length
 [{7:'Peru, IN 46970',8:'US-IN',9:'46970'},[['cityStateZip','Peru'],['cityStateZip','IN']]], [{7:'Reykjavík',8:'',9:'101',10:'Icland'},[['countryMisspelt','IS']]],
 [{7:'Almaty',8:'',9:'50000',10:'KZ'},[['zipLeadingZero','050000']]], [{7:'Taipei City',8:'',9:'00110',10:'TW'},[['zipZerosAdded','110']]], [{7:'Muscat',8:'',9:'00112',10:'OM'},[['zipZerosAdded','112']]],
 [{7:"5211 JV 's-Hertogenbosch",8:'',9:'',10:'NL'},[['zipInCity',"'s-Hertogenbosch"],['zipInCity','5211 JV']]], [{7:'Milano',8:'MI',9:'20124',10:''},[['countryBlankUnknown',null]]],
 [{4:'Ümit von der Heide von der Heide'},[['nameTwice','Ümit von der Heide']]],
 // e-mail, formula, price
 [{11:'a@x.con'},[['emailTypo','a@x.com']]], [{11:'a@-x.com'},[['emailForm',null]]], [{6:'+1+1'},[['formula',null]]], [{12:'14.99.99'},[['priceForm',null]]],
];

describe('faults that strangers planted', () => {
  it.each(faults)('%j', (change, wanted) => {
    const { flags } = read(sheet({}, change, {}));
    expect(
      flags
        .filter(({ code }) => code !== 'cityMissing' && code !== 'nameMissing' && code !== 'addressMissing')
        .map(({ code, repair }) => [code, repair]),
    ).toEqual(wanted);
    expect(new Set(flags.map(({ record }) => record))).toEqual(new Set([3]));
  });
});

it('names of countries are those of all four languages, as systems write them', () => {
  for (const language of ['en', 'de', 'fr', 'it'])
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames([language], { type: 'region', style });
      for (const iso of [
        'AE',
        'BA',
        'CC',
        'CD',
        'CI',
        'CZ',
        'HK',
        'MD',
        'MO',
        'PR',
        'RE',
        'SA',
        'TT',
        'VA',
        'VC',
        'XK',
      ])
        expect([names.of(iso), readCountry(names.of(iso) ?? '')?.iso]).toEqual([names.of(iso), iso]);
    }
  const french = [
    'France',
    'France',
    'France',
    'Belgique',
    'Allemagne',
    'Suisse',
    'Arabie saoudite',
    'Émirats arabes unis',
  ];
  const { flags } = read(
    sheet(
      ...french.map((name) => ({
        8: '',
        9: name === 'Belgique' || name === 'Suisse' ? '1000' : name.startsWith('É') ? '' : '75008',
        10: name,
      })),
    ),
  );
  expect(flags.filter(({ field }) => field === 'country')).toEqual([]);
});

describe('products', () => {
  const products = 'productid,sku,title\n70010,CD-001,Blue Door\n70020,LP-2024,Twelve Nights';

  it('a column headed by a product holds its quantities, also where most are 0', () => {
    const text = [
      'Order,Name,Street,City,State,Zip,CD-001,LP-2024',
      'A1,Ann Lee,1 Elm St,Boston,MA,02108,0,2',
      'A2,Bo Kim,2 Elm St,Boston,MA,02108,1,0',
      'A3,Cy Fox,3 Elm St,Boston,MA,02108,0,0',
    ].join('\n');
    for (const list of [products, ''])
      expect(
        read(text, list)
          .orders.slice(0, 2)
          .map((order) => order.items.map((item) => [item.sku || item.title, item.quantity])),
      ).toEqual([[['LP-2024', 2]], [['CD-001', 1]]]);
  });

  it('an unknown SKU is said although its title is known, where SKUs tell the products', () => {
    const known = [1, 2, 3].map(() => ({ 1: 'CD-001', 2: 'Blue Door' }));
    expect(
      read(sheet(...known, { 1: 'CD-009', 2: 'Blue Door' }), products).flags.map(({ record, code }) => [
        record,
        code,
      ]),
    ).toEqual([[5, 'productUnknown']]);
    expect(read(sheet({ 1: 'X1', 2: 'Blue Door' }, { 1: 'X2', 2: 'Twelve Nights' }), products).flags).toEqual(
      [],
    );
  });
});

describe('lists beside the paste', () => {
  const paste = sheet({ 1: 'CD-001' }, { 1: 'LP-2024' }, { 1: 'CD-009' });
  it.each([
    ['no header', 'CD-001,Blue Door\nLP-2024,Twelve'],
    ['ids alone', 'CD-001\nLP-2024'],
    ['words of shops', 'Item Number,Item Name\nCD-001,Blue Door\nLP-2024,Twelve'],
    ['unknown words', 'key,label\nCD-001,Blue Door\nLP-2024,Twelve'],
    ['with a prefix', 'product_sku,product_title\nCD-001,Blue Door\nLP-2024,Twelve'],
    ['two ids', 'trepstar_id,shop_sku,title\n70010,CD-001,Blue Door\n70020,LP-2024,Twelve'],
  ])('products: %s', (_form, products) => {
    expect(read(paste, products).flags.map(({ record, code }) => [record, code])).toEqual([
      [4, 'productUnknown'],
    ]);
  });
  it.each([
    [
      'German words',
      'Rechnungsnummer;Name;Adresse;PLZ;Artikelnummer;Datum\nOLD;Ann Leeaa;1 Elm St;02108;40350;01.11.2026',
    ],
    [
      'names in two columns',
      'Invoice,ProductID,FirstName,LastName,Address,Zip,OrderDate\nOLD,40350,Ann,Leeaa,1 Elm St,02108,11/01/2026',
    ],
    [
      "a program's keys",
      'orderId,fullName,streetAddress,postalCode,productId,shippedAt\nOLD,Ann Leeaa,1 Elm St,02108,40350,2026-11-01T10:00:00Z',
    ],
    [
      'as JSON',
      '[{"order_id":"OLD","recipient_name":"Ann Leeaa","address1":"1 Elm St","postal_code":"02108","product_sku":"40350","order_date":"2026-11-01"}]',
    ],
    [
      'rows that continue an order',
      'Order ID,SKU,Name,Address,Zip,Date\nOLD,1,Ann Leeaa,1 Elm St,02108,2026-11-01\nOLD,40350,,,,',
    ],
  ])('history: %s', (_form, history) => {
    expect(read(sheet({}), '', readHistoryText(history)).flags.map(({ code }) => code)).toEqual([
      'personHad',
    ]);
  });
});

describe('encodings that are neither UTF nor Windows', () => {
  const text = sheet(
    { 4: 'Jörg Müller', 6: 'Hauptstr. 5' },
    { 4: 'André Çelik' },
    { 4: 'Änne Groß', 7: 'Küsnacht' },
    { 4: 'Jürgen Bär' },
  );
  // prettier-ignore
  it.each([
    ['macintosh', { ö: 0x9a, ü: 0x9f, é: 0x8e, Ç: 0x82, Ä: 0x80, ß: 0xa7, ä: 0x8a }],
    ['ibm850', { ö: 0x94, ü: 0x81, é: 0x82, Ç: 0x80, Ä: 0x8e, ß: 0xe1, ä: 0x84 }],
    ['windows-1252', { ö: 0xf6, ü: 0xfc, é: 0xe9, Ç: 0xc7, Ä: 0xc4, ß: 0xdf, ä: 0xe4 }],
  ] as [string, Record<string, number>][])('%s', (encoding, bytes) => {
    const decoded = decodeBytes(Uint8Array.from(text, (letter) => bytes[letter] ?? letter.charCodeAt(0)));
    expect([decoded.encoding, decoded.text]).toEqual([encoding, text]);
  });
});

it('Wix writes states with their country: that is no fault, and the order has the state alone', () => {
  const head =
    'Order number,Fulfill by,Item,SKU,Qty,Recipient name,Delivery country,Delivery state,Delivery city,Delivery address,Delivery zip/postal code';
  const { orders, flags } = read(
    [
      head,
      '1,,CD,A,1,Ann Lee,USA,US-NY,Albany,9 B St,12207',
      '2,,CD,A,1,Bo Kim,DEU,DE-BE,Berlin,Torstr. 1,10115',
    ].join('\n'),
  );
  expect(flags).toEqual([]);
  expect(orders.map(({ state, country }) => [state, country])).toEqual([
    ['NY', 'US'],
    ['', 'DE'],
  ]);
});

describe('exports of shops without a profile', () => {
  const person = 'Ann Lee|1 Elm St|Apt 2|Boston|MA|02108|US|a@x.com'.split('|');
  // prettier-ignore
  it.each([
    ['Big Cartel', 'Number,Buyer first name,Buyer last name,Buyer email,Status,Payment status,Shipping status,Shipping address 1,Shipping address 2,Shipping city,Shipping state,Shipping zip,Shipping country,Items', ['A-1', 'Ann', 'Lee', 'a@x.com', 'open', 'completed', 'unshipped', '1 Elm St', 'Apt 2', 'Boston', 'MA', '02108', 'US', 'product_name:Blue Door|product_option_name:CD|quantity:2|price:10.0']],
    ['Gamefound', 'Order ID,User ID,Email,Order status,Payment status,Pledge name,Shipping first name,Shipping last name,Shipping address line 1,Shipping address line 2,Shipping city,Shipping state,Shipping zip code,Shipping country code,Blue Door', ['A-1', '77', 'a@x.com', 'Completed', 'Paid', 'Core', 'Ann', 'Lee', '1 Elm St', 'Apt 2', 'Boston', 'MA', '02108', 'US', '2']],
    ['Stripe', 'id,Description,Amount,Currency,Status,Customer Email,Shipping Name,Shipping Address Line1,Shipping Address Line2,Shipping Address City,Shipping Address State,Shipping Address Country,Shipping Address Postal Code,quantity (metadata)', ['A-1', 'Blue Door', '25', 'usd', 'Paid', 'a@x.com', 'Ann Lee', '1 Elm St', 'Apt 2', 'Boston', 'MA', 'US', '02108', '2']],
    ['Shopware 6', 'orderNumber,deliveries.shippingOrderAddress.firstName,deliveries.shippingOrderAddress.lastName,deliveries.shippingOrderAddress.street,deliveries.shippingOrderAddress.additionalAddress,deliveries.shippingOrderAddress.zipcode,deliveries.shippingOrderAddress.city,deliveries.shippingOrderAddress.state,deliveries.shippingOrderAddress.country.iso,orderCustomer.email,lineItems.payload.productNumber,lineItems.title,lineItems.quantity', ['A-1', 'Ann', 'Lee', '1 Elm St', 'Apt 2', '02108', 'Boston', 'MA', 'US', 'a@x.com', 'B', 'Blue Door', '2']],
    ['ShipStation', 'Order - Number,Ship To - Name,Ship To - Address 1,Ship To - Address 2,Ship To - City,Ship To - State,Ship To - Postal Code,Ship To - Country,Customer Email,Item - Name,Item - Qty', ['A-1', 'Ann Lee', '1 Elm St', 'Apt 2', 'Boston', 'MA', '02108', 'US', 'a@x.com', 'Blue Door', '2']],
    ['Bandcamp', 'bandcamp transaction id,item name,quantity,buyer name,buyer email,ship to name,ship to street,ship to street 2,ship to city,ship to state,ship to zip,ship to country code,catalog number', ['A-1', 'Blue Door', '2', 'ann', 'a@x.com', 'Ann Lee', '1 Elm St', 'Apt 2', 'Boston', 'MA', '02108', 'US', 'B']],
  ])('%s', (_shop, headers, cells) => {
    const { orders, flags } = read(`${headers}\n${cells.join(',')}`, 'sku,title\nB,Blue Door');
    const [order] = orders;
    expect(flags).toEqual([]);
    expect([order?.name, ...(order?.addr.split(', ') ?? []), order?.city, order?.state, order?.zip, order?.country, order?.email]).toEqual(person);
    expect(order?.invoice).toBe('A-1');
    expect(order?.items.map(({ sku, title, quantity }) => [title || sku, quantity])).toEqual([['Blue Door', 2]]);
  });
});

it('a row off by one column is put right where first and last name have their own columns', () => {
  const head = 'Order ID;SKU;Quantity;First name;Last name;Company;Address 1;Address 2;Zip;City;Country';
  const plain = (n: number): string => `A${n};CD;1;Ann;Lee;;${n} Elm Rd;;1000;Bruxelles;BE`;
  const rows = [
    'B1;CD;1;Femke;Bakker;;Plein;1944 55;;3011 AA;Rotterdam;NL',
    'B2;CD;1;Bo;Jansen;Plein 7;;1012 AB;Amsterdam;NL',
  ];
  const { orders, flags } = read([head, plain(1), plain(2), ...rows, plain(3)].join('\n'));
  expect(flags.filter(({ code }) => code !== 'shifted')).toEqual([]);
  expect(
    orders.slice(2, 4).map(({ name, addr, zip, city, country }) => [name, addr, zip, city, country]),
  ).toEqual([
    ['Femke Bakker', 'Plein, 1944 55', '3011 AA', 'Rotterdam', 'NL'],
    ['Bo Jansen', 'Plein 7', '1012 AB', 'Amsterdam', 'NL'],
  ]);
});
