import { maxInvoiceLength, invoiceDelimiter } from '../../orders/rules/invoice.ts';
import { maxQuantity } from '../../orders/rules/lines.ts';
import { hasHtml, maxSpecialText } from '../../orders/rules/text.ts';
import { decodeEntities } from '../text/entities.ts';
import type { PasteField } from '../fields.ts';
import { idsIn, readPacked } from '../items.ts';
import { isPlainPrice, priceShape, readPrice } from './columnForms.ts';
import type { RowCheck } from './context.ts';
import { looksLikeDate } from './productBook.ts';
import { readChoice, readMode } from '../toOrder.ts';

const sci = /^[+-]?\d+(?:[.,]\d+E[+-]?\d+|E[+-]\d+)$/iu;
// prettier-ignore
const numberWords: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12,
  ein: 1, eins: 1, eine: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, zwölf: 12,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, uno: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10,
};

/** A quantity as people write it; null = no number in it. Blank is 1 (the gateway's default). */
export function readCount(text: string): { value: number; how: 'plain' | 'decimal' | 'word' } | null {
  if (text === '') return { value: 1, how: 'plain' };
  if (/^\d{1,6}$/u.test(text)) return { value: Number(text), how: 'plain' };
  // "1,000" is one to a German program and a thousand to an English one: for a person to say.
  if (/^[1-9]\d{0,2}[.,]000$/u.test(text)) return null;
  const decimal = /^(\d{1,6})[.,]0+$/u.exec(text)?.[1];
  if (decimal !== undefined) return { value: Number(decimal), how: 'decimal' };
  const word = numberWords[text.toLowerCase()];
  if (word !== undefined) return { value: word, how: 'word' };
  const unit =
    /^(?:qty:?\s*|x\s*|×\s*)?(\d{1,6})(?:\s*(?:x|×|pcs?\.?|pieces?|copies|copy|units?|ea\.?|each|stk\.?|stück|st\.?|ex\.?|exemplare?|expl\.?|pezzi|pz\.?|pièces?|pce|mal))?$/iu.exec(
      text,
    )?.[1];
  return unit === undefined ? null : { value: Number(unit), how: 'word' };
}

/** Quantity of a row: its form. Too many are judged with the order (`splitOrder`). */
export function checkQuantity(check: RowCheck): void {
  const { layout } = check.world;
  for (const column of layout.quantities) {
    const text = check.text(column);
    if (text === '' || /^[1-9]\d?$/u.test(text)) continue;
    if (/^\d+(?:x\d+)+$/u.test(text) && check.value(layout.at.sku).includes('x')) continue;
    if (sci.test(text)) {
      check.warn(column, 'quantity', 'scientific', { text });
      continue;
    }
    const count = readCount(text);
    if (count === null) {
      check.warn(column, 'quantity', 'quantityForm', { text });
      continue;
    }
    // Judged with the order: nothing left to send, or too many.
    if (count.value === 0 || count.value > maxQuantity) continue;
    if (count.how !== 'plain')
      check.fix(column, String(count.value), 'quantityForm', count.how === 'decimal', {
        text,
        value: count.value,
      });
  }
}

/** What a spreadsheet made of a product id or SKU: the id as it was; null = nobody can tell, or it is settled already. */
function mendId(check: RowCheck, column: number): string | null {
  const { products } = check.world;
  const text = check.text(column);
  if (text === '' || products.hasKey(text) || /^[A-Za-z]*\d{3,6}$/u.test(text)) return text;
  if (sci.test(text)) {
    check.warn(column, 'sku', 'scientific', { text });
    return null;
  }
  if (looksLikeDate(text)) {
    const id = products.fromDate(text);
    if (id === null) check.warn(column, 'sku', 'productDate', { text });
    else check.fix(column, id, 'productDate', false, { text, id });
    return null;
  }
  const decimal = /^(\d{2,})\.0+$/u.exec(text)?.[1];
  const thousands = /^\d{1,3}(?:[.,'’\s]\d{3})+$/u.test(text) ? text.replaceAll(/\D/gu, '') : undefined;
  if (decimal !== undefined) check.fix(column, decimal, 'pointZero', true, { text });
  else if (thousands !== undefined)
    check.fix(column, thousands, 'thousandsMark', false, { text, value: thousands });
  return decimal ?? thousands ?? text;
}

/** Product id or SKU: spoiled by a spreadsheet, or not among the products. */
export function checkProduct(check: RowCheck): void {
  const { layout, products } = check.world;
  const column = layout.at.sku;
  const title = check.text(layout.at.title);
  const several = idsIn(check.text(column), layout);
  const text = several.length > 1 ? several.join(',') : mendId(check, column);
  if (text === null) return;
  if (text === '' && title === '') return;
  if (products.size === 0) {
    if (check.world.needsProductIds && !sendable(text))
      check.warn(text === '' ? layout.at.title : column, text === '' ? 'title' : 'sku', 'productUnknown', {
        text: text || title,
      });
    return;
  }
  if (several.length > 1) {
    for (const id of several)
      if (products.find(id, '') === null) check.warn(column, 'sku', 'productUnknown', { text: id });
    return;
  }
  const product = products.find(text, check.world.skusTell && text !== '' ? '' : title);
  if (product !== null && (!check.world.needsProductIds || sendable(product.productId))) return;
  const at = column !== -1 && text !== '' ? column : layout.at.title;
  const date = text !== '' ? products.fromDate(text) : null;
  const full = products.withZeros(text);
  if (full !== null) check.fix(column, full, 'leadingZero', false, { text, id: full });
  else if (date !== null) check.fix(column, date, 'productDate', false, { text, id: date });
  else if (!check.isFixed(at) || text !== '')
    check.warn(at, at === layout.at.title ? 'title' : 'sku', 'productUnknown', {
      text: text === '' ? title : text,
    });
}

/** TrepStar's own numbers, several joined by x. */
const sendable = (id: string): boolean => /^\d{1,12}(?:x\d{3,12})*$/u.test(id);

/** Products in packed cells and numbered columns. */
export function checkItems(check: RowCheck): void {
  const { layout, products, mapping, needsProductIds } = check.world;
  const judge = (column: number, field: PasteField, sku: string, title: string): void => {
    if ((products.size === 0 && !needsProductIds) || (sku === '' && title === '')) return;
    const product = products.size === 0 ? null : products.find(sku, title);
    const id = products.size === 0 ? sku : product?.productId;
    if (id !== undefined && (!needsProductIds || sendable(id))) return;
    check.warn(column, field, 'productUnknown', { text: sku || title });
  };
  for (const { sku, title } of layout.items) {
    const id = mendId(check, sku);
    if (id !== null) judge(id === '' ? title : sku, id === '' ? 'title' : 'sku', id, check.text(title));
  }
  for (const column of layout.packed)
    for (const item of readPacked(check.text(column))) judge(column, 'title', item.sku, item.title);
  for (const column of layout.itemColumns) {
    const count = readCount(check.text(column))?.value ?? 0;
    if (check.text(column) !== '' && count > 0)
      judge(column, 'quantity', '', mapping.itemNames[column] ?? '');
  }
}

/** Invoice: length, the delimiter of status calls, digits lost in scientific notation. */
export function checkInvoice(check: RowCheck): void {
  const column = check.world.layout.at.invoice;
  const text = check.text(column);
  if (text === '') return;
  if (text.length <= maxInvoiceLength && /^#?[\w-]+$/.test(text) && !/\d[Ee]\d/.test(text)) return;
  if (sci.test(text)) {
    check.warn(column, 'invoice', 'scientific', { text });
    return;
  }
  const decimal = /^(\d+)\.0+$/u.exec(text)?.[1];
  if (decimal !== undefined) {
    check.fix(column, decimal, 'pointZero', true, { text });
    return;
  }
  if (/^\d{1,3}(?:,\d{3})+$/u.test(text)) {
    check.fix(column, text.replaceAll(',', ''), 'thousandsMark', false, { text });
    return;
  }
  if (text.includes(invoiceDelimiter)) {
    const value = text
      .split(invoiceDelimiter)
      .filter((part) => part !== '')
      .join('-')
      .slice(0, maxInvoiceLength);
    check.fix(column, value, 'invoiceDelimiter', false, { text });
    return;
  }
  if (text.length > maxInvoiceLength) {
    check.fix(column, text.slice(0, maxInvoiceLength).trim(), 'invoiceTooLong', false, {
      length: text.length,
      max: maxInvoiceLength,
    });
    return;
  }
  if (/[^\x20-\x7e]/u.test(text)) check.warn(column, 'invoice', 'invoiceCharacters', { text });
}

/** What the service takes: at most two decimals. */
const dollars = /^\d{1,7}(?:\.\d{1,2})?$/u;

/** Price on the invoice: money marks and decimal commas, when the column does not always write them. */
export function checkPrice(check: RowCheck): void {
  const column = check.world.layout.at.price;
  const text = check.text(column);
  if (text === '') return;
  if (isPlainPrice(text)) {
    if (!dollars.test(text)) check.warn(column, 'price', 'priceForm', { text });
    return;
  }
  const value = readPrice(text);
  if (value === null || !dollars.test(value)) check.warn(column, 'price', 'priceForm', { text });
  else if (!check.world.forms.prices.has(priceShape(text)) || check.isFixed(column))
    check.fix(column, value, 'priceForm', true, { text, value });
}

/** Yes-or-no columns and the mode: what is neither must not quietly become the default. */
export function checkChoices(check: RowCheck): void {
  const { at } = check.world.layout;
  for (const [column, field] of [
    [at.emailCustomer, 'email'],
    [at.customsPrice, 'price'],
  ] as const) {
    const text = check.text(column);
    if (text !== '' && readChoice(text) === null) check.warn(column, field, 'choiceForm', { text });
  }
  const mode = check.text(at.mode);
  if (mode !== '' && readMode(mode) === null) check.warn(at.mode, 'method', 'modeForm', { text: mode });
  if (check.text(at.email) === '' && readChoice(check.text(at.emailCustomer)) === true)
    check.warn(at.email, 'email', 'emailNeeded', {});
  if (
    readChoice(check.text(at.customsPrice)) === true &&
    check.iso !== 'US' &&
    Number(readPrice(check.text(at.price)) ?? 0) === 0
  )
    check.warn(at.price, 'price', 'priceNeeded', {});
}

/** Special text: no HTML, 500 characters. */
export function checkSpecialText(check: RowCheck): void {
  const column = check.world.layout.at.text;
  const text = check.value(column);
  if (text === '') return;
  let value = text;
  if (hasHtml(text)) {
    value = decodeEntities(
      text.replaceAll(/<br\s*\/?>|<\/p>/giu, '\n').replaceAll(/<\/?[a-z!][^<>]*>/giu, ''),
    ).trim();
    check.fix(column, value, 'textHtml', false, {});
  }
  if (value.length > maxSpecialText)
    check.fix(column, value.slice(0, maxSpecialText).trim(), 'textTooLong', false, {
      length: value.length,
      max: maxSpecialText,
    });
}
