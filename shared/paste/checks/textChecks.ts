import { maxTextLength } from '../../orders/rules/text.ts';
import {
  cleanText,
  emptyWordStarts,
  hasLostLetter,
  isEmptyWord,
  isFormula,
  longestEmptyWord,
  needsLook,
} from '../text/clean.ts';
import type { EmptySense } from '../text/clean.ts';
import type { PasteField } from '../fields.ts';
import type { Layout } from '../layout.ts';
import type { RowCheck } from './context.ts';

/** No text up to this length is too long for its field. */
export const plainTextLength = 100;

/** Names, towns and companies that are longer than any label; asked about. */
const isLong = (field: PasteField, length: number): boolean =>
  length > plainTextLength &&
  (field === 'name' || field === 'city' || field === 'state' || field === 'company');

/** What is the same for every mapped cell: blanks, control characters, wrong letters, formulas, words for "empty". */
export function checkTexts(check: RowCheck): void {
  for (const one of check.world.layout.checked) checkText(check, one);
}

export function checkText(check: RowCheck, one: Layout['checked'][number]): void {
  const raw = check.row.cell(one.column);
  if (raw === '') return;
  const sense = emptySense(one);
  if (raw.length <= plainTextLength && !needsLook(raw)) {
    if (mayBeEmptyWord(raw) && isEmptyWord(raw, sense))
      check.fix(one.column, '', 'emptyWord', false, { text: raw });
    return;
  }
  if (raw.trim() === '' && !raw.includes('\u00a0')) return;
  const cleaned = cleanText(raw, one.kind);
  const text = cleaned?.value ?? raw;
  if (cleaned !== null) check.fix(one.column, text, cleaned.code, cleaned.safe);
  if (isEmptyWord(text, sense) && !(one.field === 'addr' && /^\p{L}{5,}/u.test(text))) {
    check.fix(one.column, '', 'emptyWord', false, { text });
    return;
  }
  if (isFormula(text)) check.warn(one.column, one.field, 'formula', { text: text.slice(0, 40) });
  if (
    hasLostLetter(text, one.field === 'title' || one.field === 'company') &&
    one.field !== 'text' &&
    one.field !== 'email'
  )
    check.warn(one.column, one.field, 'lostLetter', { text });
  if (text.length > maxTextLength && one.field !== 'text' && one.field !== 'title' && one.field !== 'invoice')
    check.warn(one.column, one.field, 'tooLong', { length: text.length, max: maxTextLength });
  else if (isLong(one.field, text.length))
    check.warn(one.column, one.field, 'tooLong', { length: text.length, max: plainTextLength }, 'notice');
}

/** How words for "nothing" are read in a column. */
const emptySense = ({ field, role }: Layout['checked'][number]): EmptySense =>
  role === 'firstName' || role === 'lastName'
    ? 'part'
    : field === 'name' || field === 'city'
      ? 'whole'
      : 'any';

/** Quick refusal for the words of `isEmptyWord`. */
const mayBeEmptyWord = (text: string): boolean =>
  text.length <= longestEmptyWord && emptyWordStarts.has(text.charCodeAt(0));
