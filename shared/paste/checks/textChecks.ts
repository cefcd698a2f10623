import { maxTextLength } from '../../orders/rules/text.ts';
import { cleanText, hasLostLetter, isEmptyWord, isFormula, needsLook } from '../text/clean.ts';
import type { RowCheck } from './context.ts';

/** What is the same for every mapped cell: blanks, control characters, wrong letters, formulas, words for "empty". */
export function checkTexts(check: RowCheck): void {
  const cells = check.row.cells;
  for (const one of check.world.layout.checked) {
    const raw = cells[one.column];
    if (raw === undefined || raw === '') continue;
    if (raw.length <= maxTextLength && !needsLook(raw)) {
      if (mayBeEmptyWord(raw) && isEmptyWord(raw, one.field === 'name' || one.field === 'city'))
        check.fix(one.column, '', 'emptyWord', false, { text: raw });
      continue;
    }
    if (raw.trim() === '' && !raw.includes('\u00a0')) continue;
    const person = one.field === 'name' || one.field === 'city';
    const cleaned = cleanText(raw, one.kind);
    const text = cleaned?.value ?? raw;
    if (cleaned !== null) check.fix(one.column, text, cleaned.code, cleaned.safe);
    if (isEmptyWord(text, person) && !(one.field === 'addr' && text.length > 4)) {
      check.fix(one.column, '', 'emptyWord', false, { text });
      continue;
    }
    if (isFormula(text)) check.warn(one.column, one.field, 'formula', { text: text.slice(0, 40) });
    if (hasLostLetter(text) && one.field !== 'text' && one.field !== 'email')
      check.warn(one.column, one.field, 'lostLetter', { text });
    if (
      text.length > maxTextLength &&
      one.field !== 'text' &&
      one.field !== 'title' &&
      one.field !== 'invoice'
    )
      check.warn(one.column, one.field, 'tooLong', { length: text.length, max: maxTextLength });
  }
}

/** Quick refusal for the words of `isEmptyWord`: all are short and begin with one of these letters. */
const mayBeEmptyWord = (text: string): boolean => {
  if (text.length > 9) return false;
  const first = text.charCodeAt(0);
  // N n # ( - – — u k
  return (
    first === 78 ||
    first === 110 ||
    first === 35 ||
    first === 40 ||
    first === 45 ||
    first === 117 ||
    first === 107 ||
    first === 85 ||
    first === 8211 ||
    first === 8212
  );
};
