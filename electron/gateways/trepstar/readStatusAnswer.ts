import type { ErrorCode } from '../../../shared/contract/result.ts';
import { invoiceKey } from '../../../shared/orders/rules/invoice.ts';
import type { OrderStatus } from '../../../shared/orders/status.ts';
import type { StatusReport } from '../gateway.ts';
import { looksLikeWebPage } from '../webPage.ts';
import { readSections, type StatusSection } from './statusXml.ts';

/** ErrorNum of a section (document, output field 3). */
const errorNum = { success: '0', unknownFunction: '100', wrongLogin: '200', notFound: '300' } as const;
/** OrderStatusErrNum of a test order (output field 8). */
const testOrder = 20;

export type StatusAnswer =
  | { kind: 'reports'; reports: Map<string, StatusReport> }
  | { kind: 'wrong-login'; detail: string }
  | { kind: 'unreadable'; cause: ErrorCode; detail: string };

/**
 * Reads the answer to getOrderStatusByInvoice: a report for each asked invoice that was answered without doubt.
 * An invoice without a section, or whose section is not understood, is missing from the Map; sections nobody asked
 * for are ignored. Keys are the invoices as asked.
 * @param text the decoded answer
 * @param redact applied to what is kept
 */
export function readStatusAnswer(
  text: string,
  asked: readonly string[],
  redact: (text: string) => string = (same) => same,
): StatusAnswer {
  const sections = readSections(text);
  if (sections === null) {
    const cause = looksLikeWebPage(text) ? 'captive-portal' : 'unreadable-answer';
    return { kind: 'unreadable', cause, detail: 'no status sections' };
  }
  const nums = sections.map((section) => field(section, 'ErrorNum'));
  const firstWrong = sections[nums.indexOf(errorNum.wrongLogin)];
  if (firstWrong !== undefined)
    return { kind: 'wrong-login', detail: redact(field(firstWrong, 'ErrorDesc')) };
  if (nums.every((num) => num === errorNum.unknownFunction))
    return {
      kind: 'unreadable',
      cause: 'unreadable-answer',
      detail: 'the service does not know the function',
    };
  const reports = new Map<string, StatusReport>();
  for (const [index, invoice] of asked.entries()) {
    const section = sectionOf(invoice, index, sections, asked);
    const report = section === undefined ? null : readReport(section, invoice, redact);
    if (report !== null) reports.set(invoice, report);
  }
  return { kind: 'reports', reports };
}

/**
 * The section of an invoice: by its echo. Only when the section at its own position has no echo at all, and the
 * answer has exactly as many sections as were asked for, position decides ("same positional order as the input").
 * Two sections that echo one invoice and disagree prove nothing.
 */
function sectionOf(
  invoice: string,
  index: number,
  sections: readonly StatusSection[],
  asked: readonly string[],
): StatusSection | undefined {
  const key = invoiceKey(invoice);
  const echoing = sections.filter((section) => invoiceKey(field(section, 'Invoice')) === key);
  const [first] = echoing;
  if (first !== undefined) {
    const says = (section: StatusSection) => `${field(section, 'ErrorNum')} ${field(section, 'OrderStatus')}`;
    return echoing.every((section) => says(section) === says(first)) ? first : undefined;
  }
  if (sections.length !== asked.length) return undefined;
  const positioned = sections.filter((section) => section.position === index + 1);
  const [only] = positioned;
  return positioned.length === 1 && only !== undefined && field(only, 'Invoice') === '' ? only : undefined;
}

function readReport(
  section: StatusSection,
  invoice: string,
  redact: (text: string) => string,
): StatusReport | null {
  const num = field(section, 'ErrorNum');
  const rawStatus = field(section, 'OrderStatus');
  const found = num === errorNum.success || (num === '' && rawStatus !== '');
  if (!found && num !== errorNum.notFound) return null;
  const errNum = Number(field(section, 'OrderStatusErrNum')) || 0;
  return {
    invoice,
    found,
    status: found ? statusOf(rawStatus, errNum) : 'other',
    rawStatus,
    errNum,
    errDesc: redact(found ? field(section, 'OrderStatusErrDesc') : field(section, 'ErrorDesc')),
    customerName: field(section, 'CustName'),
    shipDate: readShipDate(field(section, 'ShipDate')),
    shippingMethod: field(section, 'ShippingMethod'),
    trackingId: field(section, 'TrackingID'),
    raw: redact([...section.fields].map(([name, value]) => `${name}: ${value}`).join('\n')),
  };
}

/**
 * Output fields 7 and 8. A record without a status word has been taken, no more is known; a word the document does not list is kept
 * as `other`, never dropped.
 */
export function statusOf(rawStatus: string, errNum: number): OrderStatus {
  switch (rawStatus.toUpperCase()) {
    case '':
      return 'accepted';
    case 'ERROR':
      return errNum === testOrder ? 'test' : 'error';
    case 'HOLD':
      return 'hold';
    case 'PROCESSING':
      return 'made';
    case 'SHIPPED':
      return 'shipped';
    default:
      return 'other';
  }
}

/** mm/dd/yyyy to yyyy-mm-dd; a date without a time zone, so no Date object. Null for what is no calendar date. */
export function readShipDate(text: string): string | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (month === undefined || day === undefined || year === undefined) return null;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function field(section: StatusSection, name: string): string {
  return section.fields.get(name.toLowerCase()) ?? '';
}
