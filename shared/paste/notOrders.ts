import { fold } from '../address/fold.ts';
import type { Layout } from './layout.ts';
import { cellAt } from './sheet.ts';
import type { Row } from './sheet.ts';

const totalsWord =
  /^(?:grand )?(?:totals?|sub ?totals?|summe|gesamt(?:summe|betrag)?|zwischensumme|totale|totali|totaux|somme|somma|sum)$/u;
const footerWord =
  /^\d+ record s downloaded|^seller id\b|^end of report|^generated (?:on|at|by)|^exported (?:on|at|by|from)|^page \d+(?: of \d+)?$|^erstellt am|^report (?:generated|date)|^total (?:orders|records|rows)|^transaktionsbericht|^\d+ (?:rows|orders|records|bestellungen)\b/u;

/** Rows that are no orders whatever the shop: totals, footers, a repeated header, `sep=;`. '' = may be one. */
export function junkReason(row: Row, layout: Layout, headers: readonly string[]): string {
  if (isPlainOrder(row, layout, headers)) return '';
  const first = row.cells.find((cell) => cell.trim() !== '') ?? '';
  if (first === '') return '';
  if (first.length > 80) return '';
  if (/^sep=.$/u.test(first)) return 'separatorLine';
  const key = fold(first);
  const line = /^\d+$/u.test(first) ? fold(row.cells.slice(0, 3).join(' ')) : key;
  if (row.cells.every((cell) => /^[\s\-=_*.]*$/u.test(cell))) return 'footer';
  const filled = row.cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);
  if (headers.length > 1 && filled > 1 && row.cells.every((cell, c) => fold(cell) === fold(headers[c] ?? '')))
    return 'repeatedHeader';
  const hasAddress = layout.address.filter((c) => cellAt(row, c).trim() !== '').length >= 2;
  if (totalsWord.test(key) && !hasAddress) return 'totals';
  if (footerWord.test(line) && (!hasAddress || line !== key)) return 'footer';
  if (isBareSum(row, layout, headers)) return 'totals';
  const lone = filled === 1 && headers.length >= 3 && (row.cells[0] ?? '').trim() !== '';
  if (lone && /\p{L}/u.test(first) && /[\s:]/u.test(first.trim())) return 'footer';
  return '';
}

/** Only numbers, and none of them in a column that an order needs: sums without a word. */
function isBareSum(row: Row, layout: Layout, headers: readonly string[]): boolean {
  if (headers.length < 4 || row.cells.length < 2) return false;
  const { invoice, sku, title, country, email } = layout.at;
  const telling = [
    ...layout.address,
    invoice,
    sku,
    title,
    country,
    email,
    ...layout.packed,
    ...layout.itemColumns,
  ];
  if (layout.items.length > 0 || telling.some((column) => cellAt(row, column).trim() !== '')) return false;
  return (
    row.cells.every((cell) => /^[\s$€£\d.,'’-]*$/u.test(cell)) && row.cells.some((cell) => /\d/u.test(cell))
  );
}

/** Nearly all rows: a name or street and a city or postcode that are not the headers again. */
function isPlainOrder(row: Row, layout: Layout, headers: readonly string[]): boolean {
  // sep=, rules of dashes: the first letter decides whether a closer look is needed
  const lead = row.cell(0).charCodeAt(0);
  if (lead < 0x30 || lead === 0x3d || lead === 0x5f) {
    if (lead !== 0x23 && lead !== 0x27 && !Number.isNaN(lead)) return false;
  }
  let filled = 0;
  for (const column of layout.address) {
    const cell = row.cell(column);
    if (cell === '') continue;
    const header = headers[column] ?? '';
    if (cell.length === header.length && fold(cell) === fold(header)) return false;
    if (++filled === 2) return true;
  }
  return false;
}

const cancelledWord =
  /^(?:wc )?(?:cancell?ed|canceled|voided|void|storniert|annulliert|annule|annulee|annullato|annullata|dropped|errored|declined|failed|expired|abgebrochen|abgelehnt|fehlgeschlagen|echoue|denied|reversed|trash|deleted)$/u;
const refundedWord =
  /^(?:wc )?(?:fully )?(?:refunded|erstattet|zuruckerstattet|ruckerstattet|rembourse|remboursee|rimborsato)$/u;
const shippedWord =
  /^(?:fulfilled|shipped|dispatched|sent|delivered|versendet|versandt|verschickt|geliefert|zugestellt|expedie|expediee|envoye|livre|spedito|consegnato|evaso)$/u;
const doneWord = /^(?:wc )?(?:completed?|abgeschlossen|terminee?|completato|complete)$/u;
const unpaidWord =
  /^(?:wc )?(?:pending payment|unpaid|incomplete|awaiting payment|checkout draft|draft|payment pending)$/u;
const noSale =
  /(?:withdraw|transfer|fee|conversion|refund|reversal|chargeback|hold|abbuchung|abhebung|bankgutschrift|gebuhr|auszahlung|umrechnung|ruckzahlung|trasferimento|prelievo|rimborso|virement|remboursement|retrait|frais)/u;

const debitWord = /^(?:debit|soll|addebito|debito)$/u;
const openPayment =
  /^(?:pending|unclaimed|held|placed|on hold|uncleared|ausstehend|offen|nicht freigegeben|zuruckgestellt|in sospeso|in attesa|en attente)$/u;

const truthy = /^(?:1|true|yes|y|ja|oui|si|x)$/u;

/** What the status columns say as a whole, so that "completed" can be judged beside "processing". */
export interface StatusSense {
  /** Columns in which open words occur, so that "completed" means shipped there. A payment completed is another thing. */
  open: ReadonlySet<number>;
  payments: boolean;
}

const openWord =
  /^(?:wc )?(?:processing|on hold|pending|awaiting.*|open|offen|in bearbeitung|en cours.*|in lavorazione|unfulfilled|unshipped|paid|partially shipped)$/u;
export const isOpenWord = (cell: string): boolean => openWord.test(fold(cell));

/** Why one row's own cells say that it must not simply be sent; '' = nothing. The user may include such a row. */
export function skipReason(row: Row, layout: Layout, sense: StatusSense): string {
  for (const column of layout.cancelled) if (isSet(cellAt(row, column))) return 'cancelled';
  for (const column of layout.refunded) if (isSet(cellAt(row, column))) return 'refunded';
  for (const column of layout.status) {
    const cell = cellAt(row, column);
    if (cell === '') continue;
    const reason = statusReason(cell, sense.open.has(column), sense.payments);
    if (reason !== '') return reason;
  }
  for (const column of layout.shipped) {
    const cell = cellAt(row, column);
    if (cell === '') continue;
    const key = fold(cell);
    if (shippedWord.test(key) || truthy.test(key)) return 'shipped';
    if (/\d/u.test(cell) && /\d[./-]\d|\d{4}|[A-Za-z]{3}[- ]\d/u.test(cell)) return 'shipped';
  }
  return '';
}

const cache = new Map<string, string>();
function statusReason(cell: string, hasOpen: boolean, payments: boolean): string {
  const id = `${hasOpen ? 1 : 0}${payments ? 1 : 0}${cell}`;
  const seen = cache.get(id);
  if (seen !== undefined) return seen;
  const key = fold(cell);
  let reason = '';
  if (cancelledWord.test(key)) reason = 'cancelled';
  else if (refundedWord.test(key)) reason = 'refunded';
  else if (shippedWord.test(key) && !payments) reason = 'shipped';
  else if (doneWord.test(key) && hasOpen && !payments) reason = 'shipped';
  else if (unpaidWord.test(key)) reason = 'unpaid';
  else if (payments && (noSale.test(key) || /^\s*[-−]\s*[\d.,]/u.test(cell) || debitWord.test(key)))
    reason = 'noSale';
  else if (payments && openPayment.test(key)) reason = 'unpaid';
  if (cache.size > 5000) cache.clear();
  cache.set(id, reason);
  return reason;
}

const isSet = (cell: string): boolean => {
  if (cell === '' || cell === '0') return false;
  const key = fold(cell);
  return key !== '' && !/^(?:0|false|no|n|none|nein|non|null|nan|n a)$/u.test(key);
};
