import { fold } from '../address/fold.ts';
import { isHeaderWord } from './recognise/headerWords.ts';

export interface HeaderRow {
  /** Record number from 1; 0 = the table has no header. */
  record: number;
  /** One text per column, trimmed; merged header cells above are put in front. */
  headers: string[];
}

/** How many records from the start may stand above the header. */
const searchDepth = 30;

const looksLikeData = (cell: string): boolean =>
  /@[^@]*\.|^[-+]?[\d.,'/: €$£]+$|^\d{4}-\d\d-\d\d|^\d+[A-Za-z]? /u.test(cell);

const setWord =
  /ship|bill|deliver|liefer|rechnung|versand|livraison|factur|spedi|consegna|fattur|address|adresse|indirizzo|customer|kunde/iu;

const trimmed = (cell: string | undefined): string =>
  (cell ?? '')
    .replaceAll(/[\ufeff\u200b]/gu, '')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim();

/** Texts of a merged cell run to the right until the next text. */
function filledRight(record: readonly string[]): string[] {
  let last = '';
  return record.map((cell) => {
    if (trimmed(cell) !== '') last = trimmed(cell);
    return last;
  });
}

/** A row of merged cells above the header ("Ship to", "", "", "Bill to") that tells the address sets apart. */
function groupsAbove(records: readonly (readonly string[])[], at: number, width: number): string[] | null {
  const above = records[at - 1];
  if (above === undefined) return null;
  const filled = above.filter((cell) => trimmed(cell) !== '');
  if (filled.length === 0 || filled.length >= width || above.length < 2) return null;
  if (filled.length === 1 && trimmed(above[0]) !== '' && !setWord.test(filled[0] ?? '')) return null;
  return filled.some((cell) => setWord.test(cell)) ? filledRight(above) : null;
}

/**
 * Finds the row of headers: the record with the most words that are known as headers in four languages, below junk
 * and title lines. A table of data only has none.
 */
export function findHeaderRow(records: readonly (readonly string[])[]): HeaderRow {
  let best = -1;
  let bestScore = 0;
  let bodyWidth = 0;
  for (const record of records.slice(0, 200)) bodyWidth = Math.max(bodyWidth, record.length);
  for (let i = 0; i < Math.min(records.length, searchDepth); i++) {
    const record = records[i] ?? [];
    const filled = record.map(trimmed).filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    const data = filled.filter(looksLikeData).length;
    const known = filled.filter((cell) => !looksLikeData(cell) && isHeaderWord(cell)).length;
    if (known === 0 || data > known || known < filled.length * 0.15) continue;
    const score = known - data * 2;
    if (score > bestScore && (known >= 2 || (filled.length === 1 && bodyWidth === 1))) {
      bestScore = score;
      best = i;
    }
  }
  if (best === -1) best = unknownHeader(records);
  if (best === -1) return { record: 0, headers: [] };
  const own = (records[best] ?? []).map(trimmed);
  const groups = groupsAbove(records, best, own.length);
  const headers =
    groups === null ? own : own.map((cell, c) => (groups[c] && cell ? `${groups[c]} ${cell}` : cell));
  return { record: best + 1, headers };
}

/** Headers in words nobody knows: a first row of distinct plain texts above rows with numbers or e-mail addresses. */
function unknownHeader(records: readonly (readonly string[])[]): number {
  const first = records.findIndex((record) => record.filter((cell) => trimmed(cell) !== '').length > 1);
  const head = (records[first] ?? []).map(trimmed);
  const below = records
    .slice(first + 1, first + 21)
    .filter((record) => record.some((cell) => trimmed(cell) !== ''));
  if (first === -1 || below.length === 0) return -1;
  if (head.some((cell) => looksLikeData(cell) || /\d{3,}|@/u.test(cell))) return -1;
  if (new Set(head.filter((cell) => cell !== '')).size < head.filter((cell) => cell !== '').length) return -1;
  const dataColumns = head.filter(
    (_, c) => below.filter((r) => looksLikeData(trimmed(r[c]))).length > below.length * 0.6,
  );
  return dataColumns.length >= 2 ? first : -1;
}

/** The same set of headers gives the same key, whatever the case, order of rows or byte order mark. */
export const headerKey = (headers: readonly string[]): string => headers.map(fold).join('|');
