import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../../../shared/paste/checkReport.ts';
import { makeReport } from '../../../../../shared/paste/checkReport.ts';
import { readTable } from '../../../../../shared/paste/readTable.ts';

const read = (...lines: string[]): CheckReport =>
  makeReport({
    table: readTable(lines.join('\n')),
    products: [],
    history: null,
    today: 20_779,
    withinDays: 30,
    words: (code) => code,
  });
/** `invoice records name|addr|city|state|zip|country sku×quantity…` */
const orders = (report: CheckReport): string[] =>
  report.orders.map((one) => {
    const place = [one.name, one.addr, one.city, one.state, one.zip, one.country].join('|');
    const items = one.items.map((item) => `${item.sku || item.title}×${item.quantity}`).join(' ');
    return `${one.invoice} ${one.records.join('+')} ${place} ${items}`.trim();
  });
const rest = (report: CheckReport): string[] =>
  report.not_orders.map(({ record, reason }) => `${record} ${reason}`);
const flags = (report: CheckReport): string[] =>
  report.flags.map((flag) => `${flag.record} ${flag.field} ${flag.code} ${flag.repair}`);

const head = 'Order ID,SKU,Quantity,Name,Address,City,State,Zip,Country,Email';
const row = (n: number, name = 'Ann Lee', street = `${n} Elm St`): string =>
  `A-${n},40350,1,${name} ${'abcdefghij'[n]},${street},Boston,MA,02108,US,a${n}@x.org`;
const good = (n: number, record: number): string =>
  `A-${n} ${record} Ann Lee ${'abcdefghij'[n]}|${n} Elm St|Boston|MA|02108|US 40350×1`;

it('a country that may be one of two is told by its state and postcode, and is no cell off by one column', () => {
  const report = read(
    'Order ID,SKU,Quantity,Name,Address,City,Zip,State,Country,Phone,Notes',
    'A-1,40350,1,Ann Lee,9 George St,Sydney,2000,NSW,Austrlia,,',
    'A-2,40350,1,Bo Lee,Ring 9,Wien,1010,,Austrlia,,',
    'A-3,40350,1,Cy Lee,Ring 9,Wien,ABC,XX,Austrlia,,',
  );
  expect(flags(report).slice(0, 2)).toEqual(['2 country countryMisspelt AU', '3 country countryMisspelt AT']);
  expect(report.flags.filter(({ code }) => code === 'shifted')).toEqual([]);
  expect(flags(report)).toContain('4 country countryUnknown null');
});

it('an unknown country is no cell off by one column', () => {
  const report = read(
    'Order ID,SKU,Quantity,Name,Address,City,Zip,State,Country,Phone,Notes',
    'A-1,40350,1,Ann Lee,9 Rue Royale,New Orleans,70116,LA,Atlantis,,',
    'A-2,40350,1,Bo Lee,9 Elm St,Boston,02108,MA,US,,',
  );
  expect(flags(report)).toEqual(['2 country countryUnknown null']);
});

describe('a whole address in one cell, as on a label', () => {
  it('of Discogs: the buyer is a user name, the first line the person', () => {
    const report = read(
      'Buyer,Date,Order #,Order Num,Status,Currency,Total,Shipping,Fee,Rating of Buyer,Shipping Address,Buyer Info,Item ID,Catalog#,Title',
      'ann9,2026-11-03,77-1,1,Payment Received,USD,20,3,1,,"Ann Lee\nBlue Door Ltd\n1 Elm St\nBoston, MA 02108\nUnited States",,1,BD-1,Door',
      'bo,2026-11-03,77-2,2,Payment Received,EUR,20,3,1,,"Bo Ek\nRing 5\n10115 Berlin\nGermany",,2,RW-2,Window',
    );
    expect(orders(report)).toEqual([
      '77-1 2 Ann Lee|1 Elm St|Boston|MA|02108|US BD-1×1',
      '77-2 3 Bo Ek|Ring 5|Berlin||10115|DE RW-2×1',
    ]);
    expect(report.orders[0]?.company).toBe('Blue Door Ltd');
    expect(flags(report)).toEqual([]);
  });
  it('of any list: the name may stand beside it, or in both', () => {
    const report = read(
      'Order,Customer,Delivery address,Item,Qty',
      '1,Ann Lee,"1 Elm St\nApt 3\nBoston, MA 02108\nUSA",Door,1',
      '2,Bo Ek,"Bo Ek\nRing 5\n10115 Berlin\nGermany",Door,2',
      '3,Cy Ott,"somewhere\n\nelse",Door,2',
    );
    expect(orders(report).slice(0, 2)).toEqual([
      '1 2 Ann Lee|1 Elm St, Apt 3|Boston|MA|02108|US Door×1',
      '2 3 Bo Ek|Ring 5|Berlin||10115|DE Door×2',
    ]);
    expect(new Set(report.flags.map(({ record }) => record))).toEqual(new Set([4]));
  });
  it('the backer’s number of PledgeBox is the invoice', () => {
    const report = read(
      'Backer ID,Email,Reward Title,Shipping Full Name,Shipping Address1,Shipping City,Shipping State,Shipping Zip,Shipping Country Code',
      '101,a@x.org,Blue Door,Ann Lee,1 Elm St,Boston,MA,02108,US',
    );
    expect(orders(report)).toEqual(['101 2 Ann Lee|1 Elm St|Boston|MA|02108|US Blue Door×1']);
  });
});

describe('a table without headers, of three rows only', () => {
  const fields = (...lines: string[]): string =>
    read(...lines)
      .columns.map(({ field }) => field ?? '-')
      .join(' ');
  it('towns that are called like states, provinces that few have', () => {
    const rows = [
      'A1,Ann Lee,1 Elm St,New York,NY,10001,United States,a@x.org,2',
      'A2,Bo Ek,Calle 5,San José,San José,10101,Costa Rica,b@x.org,1',
      'A3,Cy Ott,Ring 5,Wien,,1010,Austria,c@x.org,1',
    ];
    expect(fields(...rows)).toBe('invoice name addr city state zip country email quantity');
  });
  it('provinces whose letters are codes of countries, postcodes with letters', () => {
    const rows = [
      'A1;Ann Lee;5 Quay St;Galway;;H91 X2C1;Ireland;a@x.org;2',
      'A2;Bo Ek;Via Roma 2;L’Aquila;AQ;67100;Italy;b@x.org;1',
      "A3;Cy Ott;Noordeinde 68;'s-Gravenhage;;2514 GL;Netherlands;c@x.org;1",
    ];
    expect(fields(...rows)).toBe('invoice name addr city state zip country email quantity');
  });
});

describe('row shapes', () => {
  it('blank continuation rows, also without the order number', () => {
    const report = read(
      'Order Number,Order Status,First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),SKU,Item Name,Quantity (- Refund),Item Cost',
      '501,Processing,Ann,Lee,1 Elm St,Boston,MA,02108,US,A,CD A,1,10',
      ',,,,,,,,,B,CD B,3,10',
      '502,Processing,Bo,Lee,2 Elm St,Boston,MA,02108,US,A,CD A,0,10',
    );
    expect(orders(report)).toEqual(['501 2+3 Ann Lee|1 Elm St|Boston|MA|02108|US A×1 B×3']);
    expect(rest(report)).toEqual(['4 zeroQuantity']);
  });
  it('a summary row above item rows, and footers', () => {
    const report = read(
      '',
      'Sales Record Number,Order Number,Buyer Username,Ship To Name,Ship To Address 1,Ship To City,Ship To State,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Quantity,Sold For,Total Price',
      '11,22-1,annx,Ann Lee,1 Elm St,Boston,MA,="02108",United States,,,,3,$30.00,$35.00',
      '11,22-1,annx,,,,,,,9988,CD A,LAB-A,1,$10.00,',
      '11,22-1,annx,,,,,,,9989,CD B,LAB-B,2,$10.00,',
      '12,,bob,Bob Ray,5 Elm St,Boston,MA,02108,United States,9988,CD A,LAB-A,1,$10.00,$12.00',
      '',
      '83,record(s) downloaded,from,Nov-01-26',
      'Seller ID : bluedoor',
    );
    expect(orders(report)).toEqual([
      '22-1 3+4+5 Ann Lee|1 Elm St|Boston|MA|02108|US LAB-A×1 LAB-B×2',
      '12 6 Bob Ray|5 Elm St|Boston|MA|02108|US LAB-A×1',
    ]);
    expect(rest(report)).toEqual(['8 footer', '9 footer']);
  });
  it('what was cleared in the first row does not come back from a repeated one', () => {
    const report = read(
      'Order number,Fulfill by,Contact email,Item,SKU,Qty,Quantity refunded,Recipient name,Delivery country,Delivery state,Delivery city,Delivery address,Delivery zip/postal code',
      '1,,a@x.org,CD A,A,3,1,Ann Lee,DEU,DE-BE,Berlin,Weg 1,10115',
      '1,,a@x.org,CD B,B,1,1,Ann Lee,DEU,DE-BE,Berlin,Weg 1,10115',
    );
    expect(orders(report)).toEqual(['1 2+3 Ann Lee|Weg 1|Berlin||10115|DE A×2']);
  });
  it('items as columns, and one column per product', () => {
    const report = read(
      'Email,Name,Pledge Level,Address 1,City,State,Postal Code,Country,CD-A,POSTER',
      'a@x.org,Ann Lee,Fan,1 Elm St,Boston,MA,02108,US,2,1',
      'b@x.org,Bo Ray,Fan,2 Elm St,Boston,MA,02108,US,1,',
    );
    expect(orders(report)).toEqual(
      [
        '2 Ann Lee|1 Elm St|Boston|MA|02108|US CD-A×2 POSTER×1',
        '3 Bo Ray|2 Elm St|Boston|MA|02108|US CD-A×1',
      ].map((one) => ` ${one}`.trim()),
    );
  });
  it('an id that a spreadsheet spoiled in a numbered column of items', () => {
    const report = read(
      'Order Number,First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),SKU #1,Quantity #1,SKU #2,Quantity #2',
      '7,Ann,Lee,1 Elm St,Boston,MA,02108,US,LAB-A,1,2.19E+26,1',
      '8,Bo,Ray,2 Elm St,Boston,MA,02108,US,2020-01-01,1,,',
      '9,Cy,Day,3 Elm St,Boston,MA,02108,US,66750.0,1,,',
    );
    expect(flags(report)).toEqual([
      '2 sku scientific null',
      '3 sku productDate null',
      '4 sku pointZero 66750',
    ]);
  });
  it('a row that is off by one is not taken for cancelled by what stands there', () => {
    const report = read(
      'Order ID,Email,Lineitem quantity,Lineitem name,Lineitem variant,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Cancelled at,Private Notes',
      '1,a@x.org,1,CD A,Std,Ann Lee,1 Elm St, Rear,,Boston,02108,MA,United States,555-0100,,',
      '2,b@x.org,1,CD A,Std,Bo Ray,2 Elm St,,Boston,02108,MA,United States,555-0100,2026-11-03 09:00,',
    );
    expect(orders(report)).toEqual(['1 2 Ann Lee|1 Elm St, Rear|Boston|MA|02108|US CD A×1']);
    expect(flags(report)[0]).toMatch(/^2 addr shifted/u);
    expect(rest(report)).toEqual(['3 cancelled']);
  });
  it('the whole name in both columns', () => {
    const report = read(
      'Order ID,SKU,First name,Last name,Address,City,State,Zip,Country',
      '1,40350,Eva van Dam,Eva van Dam,1 Elm St,Boston,MA,02108,US',
    );
    expect(orders(report)).toEqual(['1 2 Eva van Dam|1 Elm St|Boston|MA|02108|US 40350×1']);
    expect(new Set(report.flags.map(({ code }) => code))).toEqual(new Set(['nameTwice']));
  });
  it('German compounds for the lines of an address', () => {
    const report = read(
      'bestellnummer;artikelnummer;liefervorname;liefernachname;lieferanschrift;lieferadresszeile_2;lieferort;lieferpostleitzahl;lieferland',
      '1;40350;Ann;Lee;Weg 1;Hinterhaus;Berlin;10115;DE',
    );
    expect(orders(report)).toEqual(['1 2 Ann Lee|Weg 1, Hinterhaus|Berlin||10115|DE 40350×1']);
  });
  it('packed items', () => {
    const report = read(
      'Order ID,Customer Email,Order Status,Shipping First Name,Shipping Last Name,Shipping Street 1,Shipping Suburb,Shipping State,Shipping Zip,Shipping Country,Product Details',
      '9,a@x.org,Awaiting Fulfillment,Ann,Lee,1 Elm St,Boston,MA,02108,United States,"Product ID: 77, Product Qty: 2, Product SKU: A, Product Name: CD A, Product Unit Price: 10.00|Product ID: 78, Product Qty: 1, Product SKU: B, Product Name: CD B, Product Unit Price: 10.00"',
    );
    expect(orders(report)).toEqual(['9 2 Ann Lee|1 Elm St|Boston|MA|02108|US A×2 B×1']);
  });
  describe('a list that only counts the things of an order', () => {
    const counted =
      'Sale Date,Order ID,Full Name,Number of Items,Date Shipped,Street 1,Ship City,Ship State,Ship Zipcode,Ship Country,SKU';
    const of = (invoice: number, count: string, skus: string): string =>
      `11/20/26,${invoice},Ann Lee,${count},,${invoice} Elm St,Boston,MA,02108,United States,"${skus}"`;
    it('one product has them all, several have one each, more than that is asked about', () => {
      const report = read(
        counted,
        of(1, '1', 'A-1'),
        of(2, '3', 'A-1'),
        of(3, '2', 'A-1,B-2'),
        of(4, '3', 'A-1,B-2'),
      );
      const place = (invoice: number): string => `Ann Lee|${invoice} Elm St|Boston|MA|02108|US`;
      expect(orders(report)).toEqual([
        `1 2 ${place(1)} A-1×1`,
        `2 3 ${place(2)} A-1×3`,
        `3 4 ${place(3)} A-1×1 B-2×1`,
        `4 5 ${place(4)} A-1×1 B-2×1`,
      ]);
      expect(flags(report)).toEqual(['5 quantity itemsUnclear null']);
    });
    it('is asked about where a shop has products without SKUs: one may be among them', () => {
      const report = read(counted, of(1, '1', 'A-1'), of(2, '3', 'A-1'), of(3, '2', ''));
      expect(flags(report)).toContain('3 quantity itemsUnclear null');
    });
    it('too many are split, and what is no number is said', () => {
      const report = read(counted, of(1, '300', 'A-1'), of(2, 'some', 'A-1'));
      expect(report.orders.map(({ items }) => items.map((item) => item.quantity))).toEqual([
        [250],
        [50],
        [0],
      ]);
      expect(flags(report)).toEqual(['2 quantity quantityTooLarge 250', '3 quantity quantityForm null']);
    });
  });
  it('money that came in is an order, money that went out or waits is none', () => {
    const report = read(
      'Date,Name,Type,Status,Currency,Gross,Net,From Email Address,Transaction ID,Item Title,Item ID,Invoice Number,Quantity,Address Line 1,Town/City,State/Province,Zip/Postal Code,Country Code,Balance Impact',
      'd,Ann Lee,Website Payment,Completed,USD,14.99,14.49,a@x.org,T1,CD A,A,I1,1,1 Elm St,Boston,MA,02108,US,Credit',
      'd,Print Shop,Express Checkout Payment,Completed,USD,-80.00,-80.00,me@x.org,T2,Paper,P,I2,1,9 Oak,Boston,MA,02108,US,Debit',
      'd,Bo Ray,Website Payment,Pending,USD,14.99,14.49,b@x.org,T3,CD A,A,I3,1,2 Elm St,Boston,MA,02108,US,Credit',
      'd,,General Withdrawal,Completed,USD,-14.99,-14.99,,T4,,,,,,,,,,Debit',
    );
    expect(orders(report)).toEqual(['I1 2 Ann Lee|1 Elm St|Boston|MA|02108|US A×1']);
    expect(rest(report)).toEqual(['3 noSale', '4 unpaid', '5 noSale']);
  });
});

describe('lines that are no orders', () => {
  it('totals with and without a word, footers, a repeated header, blank lines', () => {
    const report = read(
      head,
      row(1),
      'Totals,,5,,,,,,,',
      ',,12,,,,,,,',
      'Grand Total: 5,,,,,,,,,',
      '',
      head,
      row(2),
      'End of report',
    );
    expect(orders(report)).toEqual([good(1, 2), good(2, 8)]);
    expect(rest(report)).toEqual(['3 totals', '4 totals', '5 footer', '7 repeatedHeader', '9 footer']);
    expect(flags(report)).toEqual([]);
  });
  it('title lines and a sep line above the header', () => {
    const report = read('sep=;', head.replaceAll(',', ';'), row(1).replaceAll(',', ';'));
    expect(orders(report)).toEqual([good(1, 3)]);
    expect(rest(report)).toEqual(['1 separatorLine']);
    expect(rest(read('Orders November', '', head, row(1)))).toEqual(['1 title']);
  });
  it('merged header cells tell the address sets apart', () => {
    const report = read(
      ',,,Bill to,,,,,Ship to,,,,',
      'Order ID,SKU,Qty,Name,Address,City,Zip,Country,Name,Address,City,Zip,Country',
      'A1,40350,1,Bob Bill,9 Weg,Bern,3000,CH,Ann Lee,1 Weg,Berlin,10115,DE',
    );
    expect(orders(report)).toEqual(['A1 3 Ann Lee|1 Weg|Berlin||10115|DE 40350×1']);
  });
});

describe('shifted cells', () => {
  it.each([
    ['a comma in the street', row(2, 'Ann Lee', '2 Elm St, Apt 4'), 'Ann Lee c|2 Elm St, Apt 4|Boston'],
    ['a comma in the name', row(2).replace('Ann Lee c', 'Lee, Ann'), 'Ann Lee|2 Elm St|Boston'],
    ['a missing city', row(2).replace('Boston,', ''), 'Ann Lee c|2 Elm St|'],
  ])('%s', (_what, spoilt, place) => {
    const report = read(head, row(1), spoilt, row(3));
    expect(orders(report)).toEqual([good(1, 2), `A-2 3 ${place}|MA|02108|US 40350×1`, good(3, 4)]);
    expect(flags(report).some((one) => one.includes('shifted'))).toBe(true);
  });
});

describe('separators', () => {
  it.each([
    ['CR only', (text: string) => text.replaceAll('\n', '\r')],
    ['unit and record separators', (text: string) => text.replaceAll(',', '\x1f').replaceAll('\n', '\x1e')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['pipes', (text: string) => text.replaceAll(',', '|')],
    ['trailing empty columns', (text: string) => text.replaceAll('\n', ',,,,\n')],
  ])('%s', (_what, spoil) => {
    expect(orders(read(spoil(`${head}\n${row(1)}\n${row(2)}`)))).toEqual([good(1, 2), good(2, 3)]);
  });
});

describe('a missing country', () => {
  it('is never taken for the United States when nothing says so', () => {
    const report = read(
      'Bestellnummer;Lieferung: Vorname;Lieferung: Nachname;Lieferung: Adresse;Lieferung: Postleitzahl;Lieferung: Ort;Artikel;Anzahl',
      'B1;Ann;Lee;Weg 1;10115;Berlin;CD A;2',
    );
    expect(flags(report)).toEqual(['2 country countryBlankUnknown null']);
    expect(report.orders[0]).toMatchObject({ state: '', country: '' });
  });
});
