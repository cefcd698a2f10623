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
import type { Layout } from '../layout.ts';
import type { RowCheck } from './context.ts';

/** What is the same for every mapped cell: blanks, control characters, wrong letters, formulas, words for "empty". */
export function checkTexts(check: RowCheck): void {
  for (const one of check.world.layout.checked) checkText(check, one);
}

export function checkText(check: RowCheck, one: Layout['checked'][number]): void {
  const raw = check.row.cell(one.column);
  if (raw === '') return;
  const person = one.field === 'name' || one.field === 'city';
  if (raw.length <= maxTextLength && !needsLook(raw)) {
    if (mayBeEmptyWord(raw) && isEmptyWord(raw, person))
      check.fix(one.column, '', 'emptyWord', false, { text: raw });
    return;
  }
  if (raw.trim() === '' && !raw.includes('\u00a0')) return;
  const cleaned = cleanText(raw, one.kind);
  const text = cleaned?.value ?? raw;
  if (cleaned !== null) check.fix(one.column, text, cleaned.code, cleaned.safe);
  if (isEmptyWord(text, person) && !(one.field === 'addr' && text.length > 4)) {
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
}

/** Quick refusal for the words of `isEmptyWord`. */
const mayBeEmptyWord = (text: string): boolean =>
  text.length <= longestEmptyWord && emptyWordStarts.has(text.charCodeAt(0));
