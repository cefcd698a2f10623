import { hasEmailForm } from '../../address/email.ts';
import { fold } from '../../address/fold.ts';
import type { RowCheck } from './context.ts';

const suffix =
  /^(?:jr|sr|ii|iii|iv|phd|ph d|md|m d|esq|cpa|inc|llc|ltd|gmbh|ag|co|corp|dds|rn|mba|msc|bsc|dr|prof|sen|jun|obe|mbe|dipl ing|lic|sas|srl|spa|e v|ev|kg|ohg|bv|nv|oy|ab|as|plc|limited|sons|associates)$/u;
const careOf =
  /^(.+?)[\s,;(/-]+(c\/o\.?:?|℅|care of\s|p\.?a\.?\s|chez\s|presso\s|z\. ?hd\.?|z\.hd\.|attn:?)\s*(.+?)\)?$/iu;
const mayBeCareOf = /c\/o|℅|care of|p\.?a|chez|presso|z\. ?hd|attn/iu;
const mayBeTwo = /[&+/;]|\s(?:and|und|et|e|y)\s/iu;
const gluedTitle = /^(Mr|Mrs|Ms|Dr|Herr|Frau|Prof|Mme|Sig)(?:(\.)(?=\p{Lu}|\p{Lo})|(?=\p{Lu}\p{Ll}))(.+)$/u;
const innerCapital =
  /^(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|O|D|Fitz|St|San|El|Al|Jo|Mary|Lee|Ann|Des|Del|Der|Dos|Lu|Te|Vander|Ben|Bar|Ap|Ab|Ma|Ka|Sha|Ta|Ra|Ja|Ke|Ki|Na|Tre|Le|Shi)$/u;

/** Names: `Müller, Anna`, a name twice, c/o in the name, two people, merged words. */
export function checkName(check: RowCheck): void {
  const { at, names } = check.world.layout;
  if (at.name === -1) {
    checkParts(check);
    return;
  }
  const column = names[0] ?? -1;
  const raw = check.value(column);
  if (raw === '') return;
  if (isPlainPerson(raw, 0, raw.length)) return;
  oneName(check, column, raw.trim());
}

/** Two or three ordinary words: letters, hyphens, apostrophes. Nearly every name, so it is a plain loop. */
export function isPlainPerson(text: string, from: number, to: number): boolean {
  let words = 1;
  let inner = false;
  let lower = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) {
      words++;
      lower = false;
    } else if (code >= 0x61 && code <= 0x7a) lower = true;
    else if (code >= 0x41 && code <= 0x5a) {
      if (lower) inner = true;
      lower = false;
    } else if (code === 0x2d || code === 0x27) lower = false;
    else if (code < 0x80) return false;
  }
  return words <= 2 && !inner;
}

/** False when the first letters tell that two words are not the same. */
function mayBeAlike(a: string, b: string): boolean {
  const first = a.charCodeAt(0) | 0x20;
  const other = b.charCodeAt(0) | 0x20;
  return first === other || first >= 0x80 || other >= 0x80;
}

function oneName(check: RowCheck, column: number, text: string): void {
  const { at } = check.world.layout;
  const care = mayBeCareOf.test(text) ? careOf.exec(text) : null;
  if (care !== null && (care[1] ?? '').length > 1) {
    const name = (care[1] ?? '').trim();
    const marker = (care[2] ?? '').trim();
    const who = /^(?:c\/o|℅|care of)/iu.test(marker) ? `c/o ${care[3] ?? ''}` : `${marker} ${care[3] ?? ''}`;
    if (at.company !== -1 && check.text(at.company) === '')
      check.offer(
        column,
        'name',
        'nameCareOf',
        [check.edit(column, name), check.edit(at.company, who)],
        false,
        { name, company: who },
      );
    else check.fix(column, name, 'nameCareOf', false, { name, company: who });
    return;
  }
  const comma = /^([^,]+),\s*([^,]+)$/u.exec(text);
  if (comma !== null) {
    const last = (comma[1] ?? '').trim();
    const first = (comma[2] ?? '').trim();
    if (
      !suffix.test(fold(first)) &&
      /^[\p{L}\p{M}'’. -]+$/u.test(text.replace(',', '')) &&
      first.split(' ').length <= 3 &&
      last.split(' ').length <= 3
    )
      check.fix(column, `${first} ${last}`, 'nameLastFirst', false, { name: `${first} ${last}` });
    return;
  }
  const words = text.split(/\s+/u);
  const half = words.length / 2;
  if (
    words.length >= 4 &&
    words.length % 2 === 0 &&
    mayBeAlike(words[0] ?? '', words[half] ?? '') &&
    fold(words.slice(0, half).join(' ')) === fold(words.slice(half).join(' '))
  ) {
    check.fix(column, words.slice(0, half).join(' '), 'nameTwice', false, {});
    return;
  }
  if (
    words.length === 3 &&
    mayBeAlike(words[1] ?? '', words[2] ?? '') &&
    fold(words[1] ?? '') === fold(words[2] ?? '') &&
    (words[1] ?? '').length > 2
  ) {
    check.fix(column, `${words[0] ?? ''} ${words[1] ?? ''}`, 'nameTwice', false, {});
    return;
  }
  // "Ed Van Buren Van Buren"; a single word twice may be two surnames (García García).
  const surname = (from: number, to?: number): string => fold(words.slice(from, to).join(' '));
  const twice = [2, 3].find((k) => words.length > 2 * k && surname(-k) === surname(-2 * k, -k));
  if (twice !== undefined) {
    check.fix(column, words.slice(0, -twice).join(' '), 'nameTwice', false, {});
    return;
  }
  if (/@.+\./u.test(text)) {
    check.warn(column, 'name', 'nameIsEmail', { text });
    return;
  }
  const glued = gluedTitle.exec(text);
  if (glued !== null && (glued[2] === '.' || /\s/u.test(glued[3] ?? ''))) {
    const value = `${glued[1] ?? ''}${glued[2] ?? ''} ${glued[3] ?? ''}`;
    check.fix(column, value, 'nameGlued', false, { name: value });
    return;
  }
  const merged = words.length === 1 ? /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(text) : null;
  if (merged !== null && !innerCapital.test(merged[1] ?? '')) {
    const value = `${merged[1] ?? ''} ${merged[2] ?? ''}`;
    check.fix(column, value, 'nameMerged', false, { name: value });
    return;
  }
  if (!mayBeTwo.test(text)) return;
  const two =
    /^(\S+ \S.*?)\s+(?:&|\+|and|und|et|e|y)\s+(\S+ \S+.*)$/iu.exec(text) ??
    /^(\S+ \S.*?)\s*[/;]\s*(\S+ \S+.*)$/u.exec(text) ??
    /^(\p{Lu}\p{Ll}+)\s+(?:&|\+|and|und|et)\s+(\p{Lu}\p{Ll}+ \p{Lu}\S+)$/u.exec(text);
  if (
    two !== null &&
    /^[\p{L}\p{M}'’. &+/;-]+$/u.test(text) &&
    !/\b(?:sons|co|söhne|partner|company|corp|books|records|inc|ltd|gmbh|associates|fils|figli)\b/iu.test(
      text,
    )
  )
    check.warn(column, 'name', 'nameTwoPeople', { text }, 'notice');
}

/** First and last name in their own columns. */
function checkParts(check: RowCheck): void {
  const { at } = check.world.layout;
  const first = check.text(at.firstName);
  const last = check.text(at.lastName);
  if (first.includes(' ') && fold(first) === fold(last)) {
    const own = first.lastIndexOf(' ');
    check.fix(at.firstName, first.slice(0, own).trim(), 'nameTwice', false, { name: first });
    check.fix(at.lastName, first.slice(own + 1), 'nameTwice', false, { name: first });
    return;
  }
  if (first !== '' && last !== '' && first.length > last.length && first.includes(' ')) {
    const a = fold(first);
    const b = fold(last);
    if (a.endsWith(` ${b}`)) {
      const value = first.slice(0, first.length - last.length).trim();
      check.fix(at.firstName, value, 'nameTwice', false, { name: `${value} ${last}` });
      return;
    }
  }
  if (
    first !== '' &&
    last.includes(' ') &&
    fold(last) === `${fold(first)} ${fold(last.split(' ').slice(1).join(' '))}` &&
    fold(last).startsWith(`${fold(first)} `) &&
    first.length > 2
  ) {
    check.fix(at.lastName, last.slice(first.length).trim(), 'nameTwice', false, { name: last });
    return;
  }
  for (const column of [at.firstName, at.lastName]) {
    const text = check.text(column);
    if (text === '' || !/c\/o|care of|,|@|attn/iu.test(text)) continue;
    if (first === '' || last === '' || /c\/o|care of|@|attn/iu.test(text)) oneName(check, column, text);
  }
}

export function checkMissingName(check: RowCheck): void {
  const { names } = check.world.layout;
  if (names.some((column) => check.text(column) !== '')) return;
  if (names.some((column) => check.isOffered(column))) return;
  check.warn(names[0] ?? -1, 'name', 'nameMissing', {});
}

const plainMail = /^[\w+-]+(?:\.[\w+-]+)*@(?:[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?\.)+[A-Za-z]{2,}$/;

/** True for an e-mail address that a mail server would look at. */
export const isMail = (text: string): boolean =>
  plainMail.test(text) ||
  (hasEmailForm(text) &&
    !text.includes('..') &&
    !/[@.-]-|-[.@]|@\W/u.test(text.slice(text.indexOf('@'))) &&
    !text.startsWith('.') &&
    !text.includes('.@') &&
    /\.\p{L}[\p{L}\d-]*$/u.test(text));

/** What a letter is in an e-mail address: 1 letters, digits, hyphen; 2 only before the @; 3 point; 4 @; 0 none of them. */
const mailLetters = new Uint8Array(0x10000);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-')
  mailLetters[letter.charCodeAt(0)] = 1;
for (const letter of '_+') mailLetters[letter.charCodeAt(0)] = 2;
mailLetters[0x2e] = 3;
mailLetters[0x40] = 4;

/** Where the @ of a mail address stands behind a plain name; -1 = look closer. */
export function plainMailName(text: string, from: number, to: number): number {
  // A point and the beginning must be followed by a letter or digit.
  let open = true;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = mailLetters[code] as number;
    if (kind === 1) {
      if (open && code === 0x2d) return -1;
      open = false;
    } else if (kind === 2) open = false;
    else {
      if (open || kind === 0 || text.charCodeAt(i - 1) === 0x2d) return -1;
      if (kind === 4) return i;
      open = true;
    }
  }
  return -1;
}

/** A domain in plain letters that is not mistyped. */
export const isPlainMailDomain = (domain: string): boolean =>
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/iu.test(domain) &&
  meantDomain(domain.toLowerCase()) === undefined;

// prettier-ignore
const typos: Record<string, string> = { 'gmial.com': 'gmail.com', 'gmai.com': 'gmail.com', 'gamil.com': 'gmail.com', 'gmail.con': 'gmail.com', 'gmail.co': 'gmail.com', 'gnail.com': 'gmail.com', 'hotmial.com': 'hotmail.com', 'hotmail.con': 'hotmail.com', 'yaho.com': 'yahoo.com', 'yahoo.con': 'yahoo.com', 'outlok.com': 'outlook.com', 'outlook.con': 'outlook.com', 'icloud.con': 'icloud.com' };

/** Endings that are no domain but a slip of the finger. */
const typoEnding: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  vom: 'com',
  ogr: 'org',
  nte: 'net',
};

/** The domain meant by a mistyped one; undefined = nothing is mistyped. */
function meantDomain(domain: string): string | undefined {
  const point = domain.lastIndexOf('.');
  const ending = typoEnding[domain.slice(point + 1)];
  return typos[domain] ?? (ending === undefined ? undefined : `${domain.slice(0, point + 1)}${ending}`);
}

/** E-mail: doubled signs, comma for point, `mailto:`, two addresses in one cell. */
export function checkEmail(check: RowCheck): void {
  const column = check.world.layout.at.email;
  const text = check.text(column);
  if (text === '') return;
  if (isMail(text)) {
    const at = text.lastIndexOf('@') + 1;
    const right = meantDomain(text.slice(at).toLowerCase());
    if (right !== undefined)
      check.fix(column, `${text.slice(0, text.lastIndexOf('@') + 1)}${right}`, 'emailTypo', false, { text });
    return;
  }
  const value = mendMail(text);
  if (value === null) check.warn(column, 'email', 'emailForm', { text });
  else check.fix(column, value, 'emailForm', false, { text, value });
}

function mendMail(text: string): string | null {
  const pointed = /<([^<>]+@[^<>]+)>/u.exec(text)?.[1] ?? text;
  const bare = pointed
    .replace(/^mailto:\s*/iu, '')
    .replace(/^['"<(]+|['">),;.]+$/gu, '')
    .trim();
  if (isMail(bare)) return bare;
  const parts = bare.split(/[\s;,/|]+/u).filter((part) => part !== '');
  if (parts.length > 1 && parts.filter((part) => part.includes('@')).length > 1) {
    const first = parts.find(isMail);
    if (first !== undefined) return first;
  }
  const tries = [
    bare.replaceAll(/\s+/gu, ''),
    bare.replaceAll(/@{2,}/gu, '@'),
    bare.replaceAll(',', '.'),
    bare.replaceAll(/\.{2,}/gu, '.'),
    bare
      .replaceAll(/\s*[([]\s*(?:at|ät)\s*[)\]]\s*/giu, '@')
      .replaceAll(/\s*[([]\s*(?:dot|punkt)\s*[)\]]\s*/giu, '.'),
    bare
      .replaceAll(/\s+/gu, '')
      .replaceAll(/@{2,}/gu, '@')
      .replaceAll(',', '.')
      .replaceAll(/\.{2,}/gu, '.')
      .replaceAll(/\.@|@\./gu, '@'),
  ];
  return tries.find(isMail) ?? null;
}
