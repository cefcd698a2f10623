import { describe, expect, it } from 'vitest';
import { encodeStatusCall } from '../../../../../electron/gateways/trepstar/encodeStatusCall.ts';
import {
  readShipDate,
  readStatusAnswer,
  statusOf,
  type StatusAnswer,
} from '../../../../../electron/gateways/trepstar/readStatusAnswer.ts';

const section = (n: number, fields: Record<string, string>) =>
  `<Status${n}>${Object.entries(fields)
    .map(([k, v]) => `<${k}>${v}</${k}>`)
    .join('')}</Status${n}>`;
const shipped = (invoice: string) => ({
  ErrorNum: '0',
  ErrorDesc: '',
  CustName: 'Zo&#235; &amp; Sons',
  Invoice: invoice,
  OrderStatus: 'SHIPPED',
  OrderStatusErrNum: '0',
  ShipDate: '11/23/2026',
  ShippingMethod: 'standard+tracking',
  TrackingID: '0094001234567890123456',
});
const unknown = (invoice: string) => ({ ErrorNum: '300', ErrorDesc: 'Record Not found', Invoice: invoice });
const wrap = (inner: string, root = 'Response') => `<?xml version="1.0"?><${root}>${inner}</${root}>`;
const reports = (answer: StatusAnswer) => {
  if (answer.kind !== 'reports') throw new Error(JSON.stringify(answer));
  return answer.reports;
};

it('reads every field, as text', () => {
  const report = reports(readStatusAnswer(wrap(section(1, shipped('007'))), ['007'])).get('007');
  expect(report).toMatchObject({
    invoice: '007',
    found: true,
    status: 'shipped',
    rawStatus: 'SHIPPED',
    errNum: 0,
    customerName: 'Zoë & Sons',
    shipDate: '2026-11-23',
    shippingMethod: 'standard+tracking',
    trackingId: '0094001234567890123456',
  });
});

describe('matching', () => {
  it.each(['Response', 'anything', 'soap:Envelope', 'Status'])('finds sections under the root %s', (root) => {
    expect(reports(readStatusAnswer(wrap(section(1, shipped('A')), root), ['A'])).get('A')?.found).toBe(true);
  });

  it('finds sections one level deeper', () => {
    const deep = wrap(`<d:Result><Orders>${section(1, shipped('A'))}</Orders></d:Result>`);
    expect(reports(readStatusAnswer(deep, ['A'])).size).toBe(1);
  });

  it('goes by the echoed invoice, not by position', () => {
    const swapped = wrap(section(1, unknown('B')) + section(2, shipped('A')));
    const found = reports(readStatusAnswer(swapped, ['A', 'B']));
    expect([found.get('A')?.found, found.get('B')?.found]).toEqual([true, false]);
  });

  it('ignores case in the echo', () => {
    expect(reports(readStatusAnswer(wrap(section(1, shipped('pr-1'))), ['PR-1'])).get('PR-1')?.found).toBe(
      true,
    );
  });

  it('says nothing about an invoice whose section is missing', () => {
    const found = reports(readStatusAnswer(wrap(section(1, shipped('A'))), ['A', 'B']));
    expect([...found.keys()]).toEqual(['A']);
  });

  it('ignores sections nobody asked for, also at the position of another', () => {
    const extra = wrap(section(1, shipped('STRANGER')) + section(2, unknown('A')));
    const found = reports(readStatusAnswer(extra, ['A']));
    expect([...found.keys()]).toEqual(['A']);
    expect(found.get('A')?.found).toBe(false);
    const instead = wrap(section(1, shipped('A')) + section(2, shipped('STRANGER')));
    expect([...reports(readStatusAnswer(instead, ['A', 'B'])).keys()]).toEqual(['A']);
  });

  it('uses the position only when nothing is echoed and the count fits', () => {
    const silent = (n: number, status: string) => section(n, { ErrorNum: '0', OrderStatus: status });
    const two = wrap(silent(2, 'HOLD') + silent(1, 'SHIPPED'));
    const found = reports(readStatusAnswer(two, ['A', 'B']));
    expect([found.get('A')?.status, found.get('B')?.status]).toEqual(['shipped', 'hold']);
    expect(reports(readStatusAnswer(wrap(silent(1, 'SHIPPED')), ['A', 'B'])).size).toBe(0);
  });

  it('believes neither of two sections that disagree about one invoice', () => {
    const both = wrap(section(1, shipped('A')) + section(2, unknown('A')));
    expect(reports(readStatusAnswer(both, ['A'])).size).toBe(0);
  });
});

describe('the answers of the whole call', () => {
  it('a wrong login', () => {
    const text = wrap(section(1, { ErrorNum: '200', ErrorDesc: 'Incorrect email or password pw1' }));
    const answer = readStatusAnswer(text, ['A'], (t) => t.replaceAll('pw1', '•••'));
    expect(answer).toEqual({ kind: 'wrong-login', detail: 'Incorrect email or password •••' });
  });

  it('an unknown function', () => {
    expect(readStatusAnswer(wrap(section(1, { ErrorNum: '100' })), ['A'])).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('an error number the document does not list says nothing about the order', () => {
    expect(reports(readStatusAnswer(wrap(section(1, { ErrorNum: '999', Invoice: 'A' })), ['A'])).size).toBe(
      0,
    );
  });

  it.each([
    ['nothing', '', 'unreadable-answer'],
    ['text', 'Server too busy', 'unreadable-answer'],
    ['a cut-off answer', wrap(section(1, shipped('A'))).slice(0, -30), 'unreadable-answer'],
    ['a web page', '<!DOCTYPE html><html><body>Hotel</body></html>', 'captive-portal'],
    ['a web page that holds a section', `<!DOCTYPE html>${wrap(section(1, shipped('A')))}`, 'captive-portal'],
    ['other XML', '<a><b/></a>', 'unreadable-answer'],
    [
      'a DOCTYPE with entities',
      `<!DOCTYPE a [<!ENTITY x "y">]>${wrap(section(1, shipped('A')))}`,
      'unreadable-answer',
    ],
    ['deep nesting', '<a>'.repeat(5000), 'unreadable-answer'],
    ['a binary', '\0\u0001<\u0002', 'unreadable-answer'],
  ])('%s', (_name, text, cause) => {
    expect(readStatusAnswer(text, ['A'])).toMatchObject({ kind: 'unreadable', cause });
  });

  it('does not fail on an ampersand that was not escaped', () => {
    const text = wrap(section(1, { ...shipped('A'), CustName: 'Smith & Sons &c' }));
    expect(reports(readStatusAnswer(text, ['A'])).get('A')?.customerName).toBe('Smith & Sons &c');
  });

  it('resolves entities once and only the known ones', () => {
    const text = wrap(section(1, { ...shipped('A'), CustName: '&amp;lt;b&amp;gt; &#x1F600; &lol; &#0;' }));
    expect(reports(readStatusAnswer(text, ['A'])).get('A')?.customerName).toBe('&lt;b&gt; 😀 &lol; &#0;');
  });

  it('takes a field that comes in CDATA, and none that is an object', () => {
    const text = wrap(section(1, { ...shipped('A'), CustName: '<![CDATA[<Zoë>]]>', TrackingID: '<x>1</x>' }));
    const report = reports(readStatusAnswer(text, ['A'])).get('A');
    expect([report?.customerName, report?.trackingId]).toEqual(['<Zoë>', '']);
  });
});

describe('statuses', () => {
  it.each([
    ['ERROR', 10, 'error'],
    ['ERROR', 0, 'error'],
    ['ERROR', 20, 'test'],
    ['HOLD', 0, 'hold'],
    ['PROCESSING', 0, 'made'],
    ['SHIPPED', 0, 'shipped'],
    ['shipped', 0, 'shipped'],
    ['', 0, 'accepted'],
    ['RETURNED', 0, 'other'],
  ])('%s with %d is %s', (raw, num, status) => expect(statusOf(raw, num)).toBe(status));
});

describe('ship dates', () => {
  it.each([
    ['11/23/2026', '2026-11-23'],
    ['1/2/2026', '2026-01-02'],
    ['02/29/2028', '2028-02-29'],
  ])('%s is %s', (text, date) => expect(readShipDate(text)).toBe(date));
  it.each(['', '23/11/2026', '02/30/2026', '00/10/2026', '2026-11-23', '11/23/26', 'tomorrow'])(
    '%s is none',
    (text) => expect(readShipDate(text)).toBeNull(),
  );
});

describe('the call', () => {
  it('joins up to 100 invoices', () => {
    const invoices = Array.from({ length: 100 }, (_, i) => `I ${i}/5`);
    const fields = new URLSearchParams(encodeStatusCall(invoices));
    expect(fields.get('Invoice')?.split('[*|*]')).toEqual(invoices);
    expect(fields.get('function')).toBe('getOrderStatusByInvoice');
  });

  it('takes neither none nor 101, nor the delimiter, nor a blank', () => {
    for (const bad of [[], Array.from({ length: 101 }, String), ['a[*|*]b'], ['']])
      expect(() => encodeStatusCall(bad)).toThrow(RangeError);
  });
});
