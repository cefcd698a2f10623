import { fault, type Fault, type FaultField } from '../fault.ts';

/** "Maximum 500 characters. No HTML." (document field 19). */
export const maxSpecialText = 500;
/** Assumed: the document names no limit for names and addresses; no real one is longer. */
export const maxTextLength = 250;

/** True for control characters and broken halves of characters, which no label can carry. Line breaks count. */
function hasControlCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}

/** True for a tag, a comment or an entity; "I <3 you" and "AT&T" are fine. */
export function hasHtml(text: string): boolean {
  return /<\/?[a-z][^<>]*>|<!--|<!doctype|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text);
}

/** What is wrong with the special text; line breaks and tabs are allowed here. */
export function specialTextFaults(text: string): Fault[] {
  const faults: Fault[] = [];
  if (text.length > maxSpecialText)
    faults.push(fault('specialText', 'specialTextTooLong', { length: text.length, max: maxSpecialText }));
  if (hasHtml(text)) faults.push(fault('specialText', 'specialTextHtml'));
  if (hasControlCharacters(text.replaceAll(/[\n\t]/g, ' ')))
    faults.push(fault('specialText', 'controlCharacters'));
  return faults;
}

/** What is wrong with a field of one line. */
export function lineOfTextFaults(field: FaultField, text: string): Fault[] {
  const faults: Fault[] = [];
  if (hasControlCharacters(text)) faults.push(fault(field, 'controlCharacters'));
  if (text.length > maxTextLength)
    faults.push(fault(field, 'tooLong', { length: text.length, max: maxTextLength }));
  return faults;
}
