import type { Fault } from './faults.ts';
import type { TakenOrder } from './orderReply.ts';

interface Books {
  login: { email: string; password: string };
  orders: ReadonlyMap<string, TakenOrder>;
}

/** getOrderStatusByInvoice: positional <StatusN> sections under a root whose name the document does not give. */
export function statusReply(books: Books, fields: URLSearchParams, fault: Fault | null): string {
  const one = (inner: string) => wrap([inner], 'OrderStatusResponse');
  if (fields.get('function') !== 'getOrderStatusByInvoice')
    return one(tags({ ErrorNum: '100', ErrorDesc: 'Unknown function name requested.' }));
  if (
    fields.get('CoLoginEmail') !== books.login.email ||
    fields.get('CoLoginPassword') !== books.login.password
  )
    return one(tags({ ErrorNum: '200', ErrorDesc: 'Incorrect email or password used as input.' }));
  const invoices = (fields.get('Invoice') ?? '').split('[*|*]').slice(0, 100);
  let sections = invoices.map((invoice) => tags(report(invoice, books.orders.get(invoice))));
  if (fault === 'missing-sections') sections = sections.map((text, i) => (i % 2 === 1 ? '' : text));
  if (fault === 'extra-sections')
    sections.unshift(
      tags({ ErrorNum: '0', Invoice: 'SOMEBODY-ELSES', OrderStatus: 'SHIPPED', TrackingID: 'WRONG' }),
    );
  return wrap(sections, fault === 'other-root' ? 'soap:Envelope' : 'OrderStatusResponse');
}

function report(invoice: string, order: TakenOrder | undefined): Record<string, string> {
  if (order === undefined) return { ErrorNum: '300', ErrorDesc: 'Record Not found.', Invoice: invoice };
  return {
    ErrorNum: '0',
    ErrorDesc: '',
    CustName: order.name,
    Invoice: invoice,
    OrderStatus: order.status,
    OrderStatusErrNum: String(order.errNum),
    OrderStatusErrDesc: order.errDesc,
    ShipDate: order.shipDate,
    ShippingMethod: order.method === 'rtrackstandard' ? 'standard+tracking' : order.method,
    TrackingID: order.tracking,
  };
}

function tags(fields: Record<string, string>): string {
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(fields)
    .map(([name, value]) => `  <${name}>${text(value)}</${name}>`)
    .join('\r\n');
}

function wrap(sections: readonly string[], root: string): string {
  const all = sections
    .map((inner, i) => (inner === '' ? '' : `<Status${i + 1}>\r\n${inner}\r\n</Status${i + 1}>`))
    .join('\r\n');
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<${root}>\r\n${all}\r\n</${root}>`;
}
