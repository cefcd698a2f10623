import { invoiceDelimiter, invoiceKey } from '../../../shared/orders/rules/invoice.ts';
import { fateOf, type PracticeOrder } from './practiceOrder.ts';

type Fields = Record<string, string | number>;

/** getOrderStatusByInvoice as the document tells it: a section for each of the first 100 invoices. */
export function practiceStatusAnswer(
  fields: URLSearchParams,
  orders: readonly PracticeOrder[],
  now: number,
): string {
  const asked = (fields.get('Invoice') ?? '').split(invoiceDelimiter).slice(0, 100);
  const wrong = fields.get('CoLoginPassword') ?? '';
  if (fields.get('function') !== 'getOrderStatusByInvoice')
    return answer([{ ErrorNum: 100, ErrorDesc: 'Unknown function name requested.' }]);
  if (wrong === '' || wrong === 'wrong')
    return answer([{ ErrorNum: 200, ErrorDesc: 'Incorrect email or password used as input.' }]);
  const byInvoice = new Map(orders.map((order) => [invoiceKey(order.invoice), order]));
  return answer(asked.map((invoice) => section(invoice, byInvoice.get(invoiceKey(invoice)), now)));
}

function section(invoice: string, order: PracticeOrder | undefined, now: number): Fields {
  if (order === undefined) return { ErrorNum: 300, ErrorDesc: 'Record Not found.', Invoice: invoice };
  const fate = fateOf(order, now);
  return {
    ErrorNum: 0,
    ErrorDesc: '',
    CustName: order.name,
    Invoice: invoice,
    OrderStatus: fate.status,
    OrderStatusErrNum: fate.errNum,
    OrderStatusErrDesc: fate.errDesc,
    ShipDate: fate.shipDate,
    ShippingMethod: order.method === 'rtrackstandard' ? 'standard+tracking' : order.method,
    TrackingID: fate.trackingId,
  };
}

function answer(sections: readonly Fields[]): string {
  const tags = (fields: Fields) =>
    Object.entries(fields)
      .map(([name, value]) => `<${name}>${escape(String(value))}</${name}>`)
      .join('');
  const all = sections.map((fields, i) => `<Status${i + 1}>${tags(fields)}</Status${i + 1}>`).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>\n<OrderStatus>\n${all}\n</OrderStatus>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
