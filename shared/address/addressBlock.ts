import { type Addressee, noAddressee } from './addressLines.ts';
import { gatewayCode, readCountryStrictly } from './countries.ts';
import { looksLikeEmail } from './email.ts';
import { isPostcode, postcodeRule } from './postcodes.ts';
import { stateCode } from './states.ts';

/** The fields of an address that was pasted as a block of lines. '' = not found. */
export interface ParsedAddress extends Addressee {
  email: string;
}

const streetLike =
  /\d|\b(?:street|st|road|rd|avenue|ave|lane|drive|box|straße|strasse|str|weg|platz|gasse|rue|via|viale|piazza|calle|postfach|c\/o)\b/iu;
const companyLike =
  /\b(?:gmbh|ag|ltd|llc|inc|corp|company|co\.|verlag|s\.?r\.?l|s\.?a\.?s|sarl|spa|press|records|books|foundation|verein|e\.v\.|university|school|library)\b|^c\/o /iu;

interface Place {
  city: string;
  state: string;
  postcode: string;
  iso: string;
}

/** `Boston, MA 02108` · `10115 Berlin` · `London SW1A 1AA`, also the other way round · `D-01099 Dresden`; null = none. */
function readPlace(line: string, iso: string): Place | null {
  const american =
    /^(.+?),?\s+([A-Za-z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?\s+(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4})$/u.exec(
      line,
    );
  if (american !== null) {
    const [, city = '', region = '', postcode = ''] = american;
    for (const country of iso === '' ? ['US', 'CA', 'AU'] : [iso]) {
      const state = stateCode(country, region);
      if (state !== null && isPostcode(country, postcode))
        return { city: city.replace(/,$/u, ''), state, postcode, iso: country };
    }
  }
  const front =
    /^(?:([A-Z]{1,2})-)?(\d{3} ?\d{2}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|\d{4}-\d{3}|\d{4,6}|\d{3})\s+(\p{L}.*)$/u.exec(
      line,
    );
  if (front !== null) {
    const [, prefix = '', postcode = '', city = ''] = front;
    const country = iso || ({ D: 'DE', A: 'AT', CH: 'CH', F: 'FR', I: 'IT', B: 'BE', L: 'LU' }[prefix] ?? '');
    if (country === '' || isPostcode(country, postcode)) return { city, state: '', postcode, iso: country };
  }
  const british = /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\s+(\p{L}.*)$/u.exec(line);
  if (british !== null && (iso === '' || iso === 'GB'))
    return { city: british[2] ?? '', state: '', postcode: british[1] ?? '', iso: 'GB' };
  const back =
    /^(\p{L}.*?),?\s+([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d{2} ?[A-Z\d]{4}|\d{3}-\d{4}|\d{5,6}|\d{4})$/u.exec(
      line,
    );
  if (back !== null) {
    const [, city = '', postcode = ''] = back;
    const country = iso || (/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/u.test(postcode) ? 'GB' : '');
    if (country === '' || isPostcode(country, postcode)) return { city, state: '', postcode, iso: country };
  }
  return null;
}

/**
 * A whole pasted address (lines, or parts with commas) as fields; null when it is only one line without an address in
 * it. First line = name, a line that looks like a firm = company, last lines = place and country.
 */
export function parseAddressBlock(text: string): ParsedAddress | null {
  let lines = text.split(/\r\n?|\n/u).map((line) =>
    line
      .replaceAll(/[\s\u00a0]+/gu, ' ')
      .replace(/,$/u, '')
      .trim(),
  );
  lines = lines.filter((line) => line !== '');
  if (lines.length === 1 && (lines[0] ?? '').split(',').length >= 3)
    lines = rejoinState((lines[0] ?? '').split(',').map((part) => part.trim()));
  if (lines.length < 2) return null;
  const parsed: ParsedAddress = { ...noAddressee };
  const mail = lines.findIndex(looksLikeEmail);
  if (mail !== -1) parsed.email = lines.splice(mail, 1)[0] ?? '';
  lines = lines.filter((line) => !/^(?:tel|phone|fon|mobile)?\.?:? ?\+?[\d ()/.-]{8,}$/iu.test(line));
  const country = readCountryStrictly(lines.at(-1) ?? '');
  if (country !== null && lines.length > 2) lines.pop();
  let iso = country?.iso ?? '';
  const last = lines.length - 1;
  for (let i = last; i > 0 && i >= last - 1; i--) {
    const place = readPlace(lines[i] ?? '', iso);
    if (place === null) continue;
    parsed.city = place.city;
    parsed.state = place.state;
    parsed.postcode = place.postcode;
    iso = iso || place.iso;
    lines.splice(i, 1);
    break;
  }
  if (parsed.city === '' && country === null) return null;
  if (parsed.city === '' && lines.length > 2 && !postcodeRule(iso).required) parsed.city = lines.pop() ?? '';
  parsed.country = iso === '' ? '' : gatewayCode(iso);
  parsed.name = lines.shift() ?? '';
  if (lines.length > 1 && (companyLike.test(lines[0] ?? '') || !streetLike.test(lines[0] ?? '')))
    parsed.company = lines.shift() ?? '';
  parsed.address = lines.join(', ');
  return parsed;
}

/** `…, Boston, MA 02108`: the state belongs to the city's line again. */
const rejoinState = (parts: string[]): string[] => {
  const at = parts.findIndex((part, i) => i > 0 && /^[A-Z]{2} \S*\d/u.test(part));
  if (at > 0) parts.splice(at - 1, 2, `${parts[at - 1] ?? ''}, ${parts[at] ?? ''}`);
  return parts;
};
