/** An order the fake took, with what it will report about it. */
export interface TakenOrder {
  invoice: string;
  productIds: string[];
  name: string;
  method: string;
  mode: string;
  /** The exact fields that arrived, without the login. */
  fields: Record<string, string>;
  /** OrderStatus; '' = only that it is known. */
  status: string;
  errNum: number;
  errDesc: string;
  shipDate: string;
  tracking: string;
}

interface Books {
  login: { email: string; password: string };
  products: readonly string[];
  orders: ReadonlyMap<string, TakenOrder>;
}

interface Reply {
  text: string;
  order: TakenOrder | null;
}

/** "the area between [ERRORMSGBEGIN] and [ERRORMSGEND]. The ERRCODE always directly follows [ERRORMSGBEGIN]". */
export function failure(code: string, message: string): string {
  return `<html><body><p>\r\n[ERRORMSGBEGIN]ERRCODE#${code} [FAILURE] ${message}[ERRORMSGEND]\r\n</p></body></html>`;
}

/** SubmitProductOrder, function by function of the document's list of failures. */
export function orderReply(books: Books, fields: URLSearchParams): Reply {
  const say = (name: string) => (fields.get(name) ?? '').trim();
  const no = (code: string, message: string): Reply => ({ text: failure(code, message), order: null });
  if (say('CoLoginEmail') === '' || say('CoLoginPassword') === '' || say('ordermethod') !== 'url')
    return no('000503', 'http gateway URL Integration Call is Invalid. Source Mode Unknown.');
  if (say('source') !== 'cdfulfill') {
    // "The List(s) at the top of this page shows the only readable form or querystring variables": password too.
    const list = [...fields].map(([name, value]) => `${name}=${html(value)}<br>`).join('');
    return no('000002', `Invalid access or source variable value. ${list}`);
  }
  if (say('CoLoginEmail') !== books.login.email || fields.get('CoLoginPassword') !== books.login.password)
    return no(
      '000601',
      'Your URL (http gateway) Integration Call does not have the correct CoLoginEmail and CoLoginPassword.',
    );
  if (!fields.has('productid')) return no('000101', 'prod, productid, and eCommerceList were blank.');
  const productIds = say('productid').split('x');
  if (productIds.includes('')) return no('000010', 'ProductID was blank');
  const foreign = productIds.find((id) => books.products.length > 0 && !books.products.includes(id));
  if (foreign !== undefined)
    return no('000505', `the product you are trying to make (${html(foreign)}) is not from this account`);
  const quantities = (say('quantity') || '1').split('x').map(Number);
  const total = quantities.reduce((sum, one) => sum + one, 0);
  if (total > 250)
    return no(
      '003101',
      `The total quantity for this multi product order exceeded the maximum 250. The quantities you submitted were ${quantities.join('x')} which total ${total}.`,
    );
  if (say('name') === '') return no('000013', 'Name was blank');
  const invoice = say('Invoice');
  if (books.orders.get(invoice)?.productIds.some((id) => productIds.includes(id)))
    return no(
      '000035',
      'This is a duplicate Order. This order will not be filled because the invoice was used before.',
    );
  const plain = Object.fromEntries([...fields].filter(([name]) => !name.startsWith('CoLogin')));
  const order: TakenOrder = {
    invoice,
    productIds,
    name: say('name'),
    method: say('typeMailMethod'),
    mode: say('mode'),
    fields: plain,
    status: say('mode') === 'test' ? 'ERROR' : 'PROCESSING',
    errNum: say('mode') === 'test' ? 20 : 0,
    errDesc: say('mode') === 'test' ? 'Test order' : '',
    shipDate: '',
    tracking: '',
  };
  const echo = Object.entries(plain).map(([name, value]) => `${name}: ${html(value)}`);
  return {
    text: `<html><body>\r\n[SUCCESS] Order received.<br>\r\n${echo.join('<br>\r\n')}</body></html>`,
    order,
  };
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
