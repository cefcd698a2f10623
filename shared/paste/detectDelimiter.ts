import { isHeaderWord } from './recognise/headerWords.ts';
import { findProfile } from './recognise/profiles/index.ts';
import { fold } from '../address/fold.ts';
import { tokenize } from './tokenize.ts';

const candidates = ['\t', ';', ',', '|', '\x1f'] as const;
/** Enough for title lines, a header and some rows with line breaks. */
const sampleLength = 200_000;
const sampleRecords = 50;

export interface Delimiter {
  delimiter: string;
  unquoted: boolean;
}

/**
 * The delimiter under which the first records have known header words and the same number of cells. `sep=;` in the
 * first line decides at once. A single column has none: tab is taken.
 */
export function detectDelimiter(text: string): Delimiter {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const sample = text.slice(from, from + sampleLength);
  const told = /^\s*"?sep=(.)"?\s*[\r\n]/u.exec(sample)?.[1];
  if (told !== undefined) return { delimiter: told, unquoted: false };
  let best: string = '\t';
  let bestScore = 0;
  for (const delimiter of candidates) {
    if (!sample.includes(delimiter)) continue;
    const score = rate(tokenize(sample, { delimiter, limit: sampleRecords }));
    if (score > bestScore + 1e-9) {
      bestScore = score;
      best = delimiter;
    }
  }
  return { delimiter: best, unquoted: best === '\t' && isUnquoted(sample) };
}

function rate(records: readonly string[][]): number {
  const filled = records.filter((record) => record.length > 1 || (record[0] ?? '').trim() !== '');
  if (filled.length > 1 && filled.length === records.length && records.length === sampleRecords) filled.pop();
  const counts = new Map<number, number>();
  for (const record of filled)
    if (record.length > 1) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) {
      most = count;
      width = length;
    }
  if (width === 0) return 0;
  let words = 0;
  for (const record of filled.slice(0, 12)) {
    if (record.length < 2) continue;
    words = Math.max(words, record.filter((cell) => isHeaderWord(cell.trim())).length);
  }
  const steady = most / filled.length;
  return words * 2 + steady * Math.min(width, 12);
}

/** Amazon's text files: never quoted, so a quote is a letter. */
function isUnquoted(sample: string): boolean {
  const header = tokenize(sample, { delimiter: '\t', unquoted: true, limit: 5 }).find(
    (record) => record.length > 3,
  );
  return header !== undefined && findProfile(header.map(fold))?.unquoted === true;
}
