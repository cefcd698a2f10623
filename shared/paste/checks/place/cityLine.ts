import { isPostcode, postcodeRule } from '../../../address/postcodes.ts';
import { stateCode } from '../../../address/states.ts';
import type { RowCheck } from '../context.ts';

const zipAtEnd = String.raw`,?\s+(\S*\d\S*(?: \d[A-Za-z]\d| [A-Z\d]{3})?)$`;
/** `Boston, MA 02108`, `Alice Springs NT 0872`, `Paris, New South Wales 2000`: the state as a code first. */
const townStateZip = [
  String.raw`^(.+?)[\s,]+([A-Za-z]{2,3})`,
  String.raw`^(.+?),?\s+([A-Z][A-Za-z .]+?)`,
].map((start) => new RegExp(start + zipAtEnd, 'u'));

/** The parts found are a state of the country and a code of it; a blank country is taken for the United States. */
function isStateZip(iso: string, [, , region = '', code = '']: RegExpExecArray): boolean {
  if (iso !== 'US' && iso !== 'CA' && iso !== 'AU' && iso !== '') return false;
  return stateCode(iso || 'US', region) !== null && isPostcode(iso || 'US', code);
}

/** `10115 Berlin`, `Boston, MA 02108`, `London SW1A 1AA` in the city column. */
export function splitCity(check: RowCheck, iso: string, zip: string, city: string): boolean {
  const { at } = check.world.layout;
  if (!/\d/u.test(city) && !city.includes(',')) return false;
  const state = check.text(at.state);
  const full = townStateZip
    .map((form) => form.exec(city))
    .find((one) => one !== null && isStateZip(iso, one));
  if (full !== undefined && full !== null) {
    const country = iso === '' ? 'US' : iso;
    const [, town = '', region = '', code = ''] = full;
    const known = stateCode(country, region);
    if (
      known !== null &&
      (zip === '' || zip === code) &&
      (state === '' || check.state === known || stateCode(country, state) === known)
    ) {
      const edits = [
        check.edit(at.city, town.replace(/,$/u, '')),
        check.edit(at.state, known),
        check.edit(at.zip, code),
      ];
      check.state = known;
      if (check.iso === '') check.iso = country;
      check.offer(
        at.city,
        'city',
        'cityStateZip',
        edits.filter(({ column, value }) => column !== -1 && check.row.cell(column) !== value),
        false,
        { city: town, state: known, zip: code },
      );
      return true;
    }
  }
  if (splitCityState(check, iso, state, city)) return false;
  if (iso === '' || at.zip === -1) return false;
  const front =
    /^([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)[ ,]+(['’]?\p{L}.*)$/u.exec(city) ??
    /^((?:[A-Z]{1,2}-)?\S*\d\S*(?: \d{2}| [A-Z]{2})?)[ ,]+(['’]?\p{L}.*)$/u.exec(city);
  const back =
    /^(['’]?\p{L}.*?)[ ,]+([A-Z]{0,2}-?\d\S*(?: \d?[A-Z\d]{2,3})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)$/u.exec(
      city,
    );
  for (const [code = '', town = ''] of [
    [front?.[1], front?.[2]],
    [back?.[2], back?.[1]],
  ]) {
    const bare = code.replace(/^[A-Z]{1,2}-(?=\d)/u, '');
    if (bare === '' || town === '' || !codeShaped(iso, bare)) continue;
    if (zip !== '' && zip.replaceAll(/\W/gu, '') !== bare.replaceAll(/\W/gu, '')) continue;
    const edits = [check.edit(at.city, town)];
    if (zip === '') edits.push(check.edit(at.zip, bare));
    check.offer(at.city, 'city', 'zipInCity', edits, false, { zip: bare, city: town });
    return true;
  }
  return false;
}

/** `Boston, MA` in the city column and nothing in the state column. */
function splitCityState(check: RowCheck, iso: string, state: string, city: string): boolean {
  const { at } = check.world.layout;
  const parts =
    state === '' && at.state !== -1 ? /^(\p{L}[^,\d]*?)\s*,\s*(\p{L}[\p{L} .]*)$/u.exec(city) : null;
  const code =
    parts === null || (iso !== 'US' && iso !== 'CA' && iso !== 'AU') ? null : stateCode(iso, parts[2] ?? '');
  if (parts === null || code === null) return false;
  const town = parts[1] ?? '';
  check.state = code;
  const edits = [check.edit(at.city, town), check.edit(at.state, code)];
  check.offer(at.city, 'city', 'cityStateZip', edits, false, { city: town, state: code, zip: '' });
  return true;
}

/** A code of the country, and long enough not to be a district ("Praha 1", "Dublin 2"). */
const codeShaped = (iso: string, code: string): boolean => {
  const rule = postcodeRule(iso);
  return (
    rule.pattern !== null &&
    rule.pattern.test(code) &&
    code.replaceAll(/\W/gu, '').length >= 3 &&
    /\d{2}|\d[A-Z]/u.test(code)
  );
};
