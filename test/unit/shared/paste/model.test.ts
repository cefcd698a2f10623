import { describe, expect, it } from 'vitest';
import { createPasteModel } from '../../../../shared/paste/model/createPasteModel.ts';
import type { PasteModel } from '../../../../shared/paste/pasteModel.ts';
import { HistoryIndex } from '../../../../shared/paste/radar/historyIndex.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';
import { recognise } from '../../../../shared/paste/recognise/recognise.ts';

const head = 'Order no,SKU,Qty,Name,Address,City,State,Zip,Country,Status\n';
const ann = 'N-1,40350,1,Ann Lee,12 Elm St,Boston,MA,2108,US,paid\n';
const bob = 'N-2,40350,300,Bob Ray,1 Oak St,Salem,OR,97301,US,paid\n';
const cid = 'N-3,40360,1,Cid Roe,2 Oak St,Salem,OR,97301,US,cancelled\n';

function model(text: string, history: HistoryIndex | null = null): PasteModel {
  const table = readTable(text);
  return createPasteModel({
    table,
    ...recognise(table.records),
    products: [],
    history,
    today: 20_000,
    withinDays: 30,
  });
}
const cells = (sheet: PasteModel): string[][] =>
  sheet.rows.map((row) => sheet.columns.map((_, c) => sheet.cell(row, c)));

describe('the working sheet', () => {
  it('lets an order wait for its repair until that is taken or left', () => {
    const sheet = model(head + ann);
    expect(sheet.counts()).toMatchObject({ orders: 1, ready: 0, attention: 1 });
    const [problem] = sheet.problems();
    expect(problem).toMatchObject({ code: 'zipLeadingZero', was: '2108', repair: { value: '02108' } });
    const taken = sheet.takeRepairs([problem?.id ?? '']);
    expect(sheet.readyOrders()[0]).toMatchObject({ zip: '02108', country: 'US' });
    sheet.undo(taken.inverse);
    expect(sheet.counts().ready).toBe(0);
    sheet.leave([problem?.id ?? '']);
    expect(sheet.readyOrders()[0]).toMatchObject({ zip: '2108' });
  });

  it('splits 300 into two orders and takes it back', () => {
    const sheet = model(head + bob + ann);
    const before = cells(sheet);
    const change = sheet.takeAll('quantityTooLarge');
    expect(sheet.orders().map((order) => [order.invoice, order.items[0]?.quantity])).toEqual([
      ['N-2', 250],
      ['N-2-2', 50],
      ['N-1', 1],
    ]);
    sheet.undo(change.inverse);
    expect(cells(sheet)).toEqual(before);
  });

  describe('splits what is too much for one order', () => {
    const shop = 'Name,Email,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,';
    const line = 'Lineitem sku,Lineitem name,Lineitem quantity\n';
    const person = 'Ida Ott,Ring 5,Berlin,10115,DE';
    const sent = (text: string): [string, string, string, number[], string][] => {
      const sheet = model(text);
      sheet.takeRepairs(sheet.problems().map((problem) => problem.id));
      expect(sheet.problems()).toEqual([]);
      return sheet
        .orders()
        .map(({ invoice, name, zip, records, items }) => [
          invoice,
          name,
          zip,
          records,
          items.map(({ sku, quantity }) => `${quantity} ${sku}`).join(' + '),
        ]);
    };

    it('one product of several: the new order has the person of the first row', () => {
      const rows = `S-1,i@o.de,${person},A-1,Album,2\nS-1,i@o.de,,,,,,B-2,Book,300\nS-1,i@o.de,,,,,,C-3,Card,1\n`;
      expect(sent(shop + line + rows)).toEqual([
        ['S-1', 'Ida Ott', '10115', [2, 3, 4], '2 A-1 + 50 B-2 + 1 C-3'],
        ['S-1-2', 'Ida Ott', '10115', [3], '250 B-2'],
      ]);
    });

    it('products that are too many only together, also of rows without an order number', () => {
      const rows = `S-1,i@o.de,${person},A-1,Album,200\n,,,,,,,B-2,Book,100\n,,,,,,,C-3,Card,3\n`;
      expect(sent(shop + line + rows)).toEqual([
        ['S-1', 'Ida Ott', '10115', [2, 3, 4], '200 A-1 + 50 B-2'],
        ['S-1-2', 'Ida Ott', '10115', [3, 4], '50 B-2 + 3 C-3'],
      ]);
    });

    it('products in columns: none is sent a second time', () => {
      const columns =
        'Order Number,Full Name (Shipping),Address 1&2 (Shipping),City (Shipping),Postcode (Shipping),Country Code (Shipping),' +
        'SKU #1,Item Name #1,Quantity #1,SKU #2,Item Name #2,Quantity #2\n';
      const rows = `S-1,${person},A-1,Album,300,B-2,Book,2\nS-2,Jo Ek,Ring 7,Berlin,10115,DE,A-1,Album,250,B-2,Book,4\n`;
      expect(sent(columns + rows)).toEqual([
        ['S-1', 'Ida Ott', '10115', [2], '50 A-1 + 2 B-2'],
        ['S-1-2', 'Ida Ott', '10115', [2], '250 A-1'],
        ['S-2', 'Jo Ek', '10115', [3], '250 A-1'],
        ['S-2-2', 'Jo Ek', '10115', [3], '4 B-2'],
      ]);
    });

    it('more than twice as much: three orders, with all other repairs of the row', () => {
      expect(sent(head + bob.replace('300', '600').replace('Bob', ' Bob'))).toEqual([
        ['N-2', 'Bob Ray', '97301', [2], '250 40350'],
        ['N-2-2', 'Bob Ray', '97301', [2], '250 40350'],
        ['N-2-3', 'Bob Ray', '97301', [2], '100 40350'],
      ]);
    });
  });

  it('asks about cancelled rows and sends them only when told to', () => {
    const sheet = model(head + cid);
    expect(sheet.notOrders()).toMatchObject([{ record: 2, reason: 'cancelled', askable: true }]);
    expect(sheet.readyOrders()).toEqual([]);
    sheet.include(sheet.rows, true);
    expect(sheet.readyOrders()).toHaveLength(1);
  });

  it('groups an edited invoice anew', () => {
    const sheet = model(head + ann.replace('2108', '02108') + cid.replace('cancelled', 'paid'));
    expect(sheet.counts().orders).toBe(2);
    const [, second = 0] = sheet.rows;
    sheet.setCells([{ row: second, column: 0, value: 'n-1' }]);
    expect(sheet.problemsOf(second)).toMatchObject([{ code: 'invoiceTwice' }]);
    sheet.setCells([{ row: second, column: 0, value: 'N-9' }]);
    expect(sheet.counts()).toMatchObject({ orders: 2, ready: 2 });
  });

  it('deletes, inserts and undoes rows', () => {
    const sheet = model(head + ann + bob + cid);
    const before = cells(sheet);
    const gone = sheet.deleteRows(sheet.rows.slice(0, 2));
    expect(sheet.rows).toHaveLength(1);
    sheet.undo(gone.inverse);
    expect(cells(sheet)).toEqual(before);
    const added = sheet.insertRows(1, [['X-1']]);
    expect(sheet.cell(sheet.rows[1] ?? -1, 0)).toBe('X-1');
    sheet.undo(added.inverse);
    expect(cells(sheet)).toEqual(before);
  });

  it('comes back from a draft with its marks', () => {
    const sheet = model(head + ann + cid);
    sheet.leave(sheet.problems().map((problem) => problem.id));
    sheet.include(sheet.rows.slice(1), true);
    const draft = JSON.parse(JSON.stringify(sheet.snapshot())) as ReturnType<PasteModel['snapshot']>;
    const again = createPasteModel({
      table: { records: [], delimiter: '', unquoted: false, notes: [] },
      headers: draft.columns.filter((c) => !c.added).map((c) => c.header),
      mapping: draft.mapping,
      products: [],
      history: null,
      today: 20_000,
      withinDays: 30,
      draft,
    });
    expect(again.readyOrders()).toEqual(sheet.readyOrders());
  });

  it('hands back what is not ready, formulas disarmed, numbers not', () => {
    const sheet = model(head + ann.replace('Ann Lee', "=cmd|' /C calc'!A0").replace('12 Elm St', '-5'));
    const [header = [], row = []] = sheet.attentionTable((problem) => problem.code, 'Reason');
    expect(header.at(-1)).toBe('Reason');
    expect(row[3]).toBe("=cmd|' /C calc'!A0");
    expect(row.at(-1)).toContain('formula');
  });
});

describe('the duplicate radar', () => {
  const history = new HistoryIndex();
  history.add({
    invoices: ['OLD-1', 'OLD-2'],
    names: ['Lee, Ann', 'Jon Smyth'],
    postcodes: ['02108', '97301'],
    countries: ['US', 'US'],
    addresses: ['12 Elm Street', '7 Oak St'],
    emails: ['', ''],
    productIds: ['40350', '40360x40370'],
    at: ['2024-10-01T00:00:00Z', '2024-10-02T00:00:00Z'],
  });
  const fresh = ann.replace('2108', '02108');
  const codes = (text: string): string[] =>
    model(head + text, history)
      .problems()
      .map((problem) => problem.code);

  it('knows the invoice, without case', () => {
    expect(codes(fresh.replace('N-1', 'old-1').replace('Ann Lee', 'Zoe Kim'))).toEqual(['invoiceUsed']);
  });
  it('knows the person with the product, and only within the days', () => {
    expect(codes(fresh)).toEqual(['personHad']);
    expect(codes(fresh.replace('40350', '40399'))).toEqual([]);
  });
  it('knows nearly the same name and one product of several', () => {
    expect(codes('N-1,40370,1,John Smith,7 Oak Street,Salem,OR,97301,US,paid\n')).toEqual(['nearPersonHad']);
  });
  // One person, or two of one house: which names are near enough to ask.
  it.each([
    ['Jon Smyth', 'J. Smith', true],
    ['Jon Smyth', 'Jan Smyht', true],
    ['Jon Smyth', 'Jonn Smytn', true],
    ['Stephen Meyer', 'Steven Maier', true],
    ['Smyth, Jon', 'John Smith', true],
    ['Jon Smyth', 'Julia Smyth', false],
    ['Max Müller', 'Marta Müller', false],
    ['Jon Smyth', 'Smyth', false],
    ['Jon Smyth', 'Tom Smyth', false],
  ])('%s had it, %s orders it', (had, name, near) => {
    const past = new HistoryIndex();
    past.add({
      invoices: ['OLD-3'],
      names: [had],
      postcodes: [''],
      countries: ['AE'],
      addresses: ['Street 22, Jumeirah'],
      emails: [''],
      productIds: ['40370'],
      at: ['2024-10-02T00:00:00Z'],
    });
    const order = `N-1,40370,1,"${name}","Street 22, Jumeirah",Dubai,,,AE,paid\n`;
    const found = model(head + order, past).problems();
    expect(found.map(({ code }) => code).filter((code) => code !== 'nameComma')).toEqual(
      near ? ['nearPersonHad'] : [],
    );
  });
  it('sees one person whose first name is written with another letter', () => {
    const kate = fresh.replace('Ann Lee', 'Katherine Fox').replace('40350', '1');
    expect(codes(`${kate}${kate.replace('N-1', 'N-5').replace('Katherine', 'Catherine')}`)).toEqual([
      'nearPersonTwice',
    ]);
  });
  it('sees the same person and product twice in the paste', () => {
    expect(
      codes(`${fresh.replace('40350', '1')}${fresh.replace('N-1', 'N-5').replace('40350', '1')}`),
    ).toEqual(['personTwice']);
  });
});
