import { gatewayCode, isoCode, readCountry } from '../../address/countries.ts';
import { fold } from '../../address/fold.ts';
import { isPostcode, postcodeRule, readPostcode } from '../../address/postcodes.ts';
import {
  hasStateList,
  provinceOfPostcode,
  readState,
  stateCode,
  stateName,
  stateOfZip,
  stateWithoutCountry,
  zipInState,
  type StateReading,
} from '../../address/states.ts';
import { isUsual } from './columnForms.ts';
import type { RowCheck } from './context.ts';

const sci = /^[+-]?\d+(?:[.,]\d+E[+-]?\d+|E[+-]\d+)$/iu;
/** Countries that are one city, or where the post needs none. */
const cityStates = new Set(['SG', 'HK', 'MO', 'MC', 'VA', 'GI', 'NR', 'JE', 'GG']);

/** True where an address without a city is not enough. */
export const needsCity = (iso: string): boolean => !cityStates.has(iso);

/** Sets `check.iso`, with repairs for what is not the gateway's code. */
export function checkCountry(check: RowCheck): void {
  const { layout, mapping, forms } = check.world;
  const column = layout.at.country;
  const text = check.text(column) || (mapping.constants.country ?? '');
  if (text === '') {
    guessCountry(check);
    return;
  }
  const reading = readCountry(text);
  if (reading === null) {
    if (sci.test(text) || !/\p{L}/u.test(text)) check.warn(column, 'country', 'countryUnknown', { text });
    else if (!swapStateCountry(check, text)) check.warn(column, 'country', 'countryUnknown', { text });
    return;
  }
  check.iso = reading.iso;
  if (isUsual(reading, text, forms, check.world.isoCountries)) {
    return;
  }
  const code = gatewayCode(reading.iso);
  if (code !== text)
    check.fix(
      column,
      code,
      reading.form === 'misspelt'
        ? 'countryMisspelt'
        : reading.iso === 'GB' && text === 'GB'
          ? 'countryGb'
          : reading.form === 'combined'
            ? 'countryCombined'
            : 'countryName',
      reading.form !== 'misspelt',
      { text, code },
    );
}

/** The state stands in the country column and the country in the state column. */
function swapStateCountry(check: RowCheck, text: string): boolean {
  const { at } = check.world.layout;
  const other = readCountry(check.text(at.state));
  if (at.state === -1 || other === null || stateCode(other.iso, text) === null) return false;
  check.iso = other.iso;
  check.offer(
    at.country,
    'country',
    'stateCountrySwapped',
    [check.edit(at.country, gatewayCode(other.iso)), check.edit(at.state, text)],
    true,
    { text },
  );
  return true;
}

const byShape: [RegExp, string][] = [
  [/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/iu, 'CA'],
  [/^[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLN-UW-Z]{2}$/iu, 'GB'],
  [/^[1-9]\d{3} ?[A-Z]{2}$/u, 'NL'],
  [/^\d{2}-\d{3}$/u, 'PL'],
  [/^\d{4}-\d{3}$/u, 'PT'],
  [/^\d{5}-\d{3}$/u, 'BR'],
  [/^\d{3}-\d{4}$/u, 'JP'],
  [/^LV-\d{4}$/iu, 'LV'],
  [/^(?:D6W|[A-Z]\d\d) [A-Z\d]{4}$/u, 'IE'],
  [/^CH-\d{4}$/u, 'CH'],
  [/^A-\d{4}$/u, 'AT'],
  [/^D-\d{5}$/u, 'DE'],
];
// prettier-ignore
const tlds: Record<string, string> = { de: 'DE', at: 'AT', ch: 'CH', fr: 'FR', it: 'IT', es: 'ES', nl: 'NL', be: 'BE', dk: 'DK', se: 'SE', no: 'NO', fi: 'FI', pl: 'PL', uk: 'GB', au: 'AU', nz: 'NZ', jp: 'JP', ca: 'CA', ie: 'IE', pt: 'PT', cz: 'CZ', hu: 'HU', br: 'BR', mx: 'MX' };

/** A blank country means US to TrepStar: fine for a US address, a fault that costs a parcel for any other. */
function guessCountry(check: RowCheck): void {
  const { at } = check.world.layout;
  const zip = check.text(at.zip);
  const state = check.text(at.state);
  const bare = zip.replaceAll(/^'|\.0+$/gu, '');
  const usState =
    state !== '' && (stateCode('US', state) !== null || readState('US', state).kind !== 'unknown');
  const swapped = stateCode('US', check.text(at.city)) !== null && /^\d{5}/u.test(bare);
  const caShape = byShape.find(([shape]) => shape.test(bare))?.[1];
  const found =
    caShape ?? (usState || swapped || (zip === '' && state === '') ? undefined : fromMail(check, bare));
  if (found !== undefined && !(usState && /^\d{5}(?:-\d{4})?$/u.test(bare))) {
    check.iso = found;
    if (at.country !== -1)
      check.offer(
        at.country,
        'country',
        'countryBlank',
        [check.edit(at.country, gatewayCode(found))],
        false,
        { code: gatewayCode(found) },
      );
    return;
  }
  const long = /^\d{5}-\d{4}$/u.test(bare);
  if (usState || swapped || long || isAmericanLine(check, bare) || (bare === '' && state === '')) {
    check.iso = 'US';
    return;
  }
  if (stateCode('CA', state) !== null) {
    check.iso = 'CA';
    return;
  }
  check.warn(at.country, 'country', 'countryBlankUnknown', {});
}

/** `Boston, MA 02108` in the city column speaks for itself. */
function isAmericanLine(check: RowCheck, zip: string): boolean {
  const city = check.text(check.world.layout.at.city);
  const region = /,?\s([A-Z]{2}),?(?:\s+\d{5}(?:-\d{4})?)?$/u.exec(city)?.[1] ?? '';
  return stateCode('US', region) !== null && (zip === '' || /^\d{5}$/u.test(zip));
}

function fromMail(check: RowCheck, zip: string): string | undefined {
  const tld = /\.([a-z]{2})$/iu.exec(check.text(check.world.layout.at.email))?.[1]?.toLowerCase();
  const iso = tld === undefined ? undefined : tlds[tld];
  return iso !== undefined && zip !== '' && isPostcode(iso, zip) ? iso : undefined;
}

/** State or province: form, `MN Minnesota`, swaps with the city, states where there are none. */
export function checkState(check: RowCheck): void {
  const { at } = check.world.layout;
  const column = at.state;
  const iso = check.iso;
  const written = check.text(column) || (check.world.mapping.constants.state ?? '');
  const text = check.world.layout.statesWithCountry ? stateWithoutCountry(iso, written) : written;
  if (iso === '' || text === '') return;
  if (!hasStateList(iso)) {
    otherState(check, text);
    return;
  }
  const reading = readState(iso, text);
  if (reading.kind === 'known') {
    check.state = reading.code;
    const strict = iso === 'US' || iso === 'CA';
    if (
      strict &&
      text.toUpperCase() !== reading.code &&
      !isPlainName(text, stateName(iso, reading.code) ?? '')
    )
      check.fix(column, reading.code, 'stateName', true, { text, code: reading.code });
    return;
  }
  const whole = reading.kind === 'combined' || reading.kind === 'withCountry';
  if (!whole && !isCityMisspelt(check, iso, reading) && swapCityState(check, iso, text)) return;
  if (reading.kind === 'combined' || reading.kind === 'withCountry') {
    check.state = reading.code;
    check.fix(column, reading.code, reading.kind === 'combined' ? 'stateTwice' : 'stateWithCountry', true, {
      text,
      code: reading.code,
    });
    return;
  }
  const lenient = iso === 'MX' || iso === 'BR' || iso === 'IT';
  if (reading.kind === 'misspelt' && (!lenient || text.length >= 6)) {
    check.state = reading.code;
    check.fix(column, reading.code, 'stateMisspelt', false, { text, code: reading.code });
    return;
  }
  if (!lenient) check.warn(column, 'state', 'stateUnknown', { text, country: gatewayCode(iso) });
}

/** New York, "New Yrok": the city names the state that is misspelt beside it. */
const isCityMisspelt = (check: RowCheck, iso: string, reading: StateReading): boolean =>
  reading.kind === 'misspelt' && stateCode(iso, check.text(check.world.layout.at.city)) === reading.code;

const isPlainName = (text: string, name: string): boolean => plain(text) === plain(name);
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

function otherState(check: RowCheck, text: string): void {
  const column = check.world.layout.at.state;
  const rule = postcodeRule(check.iso);
  if (!rule.stateUsed && rule.iso !== '') {
    check.fix(column, '', 'stateNotUsed', false, { text, country: gatewayCode(check.iso) });
    return;
  }
  const prefix = new RegExp(`^${check.iso}-(?=[A-Z0-9])`, 'u');
  if (prefix.test(text)) check.fix(column, text.replace(prefix, ''), 'stateWithCountry', true, { text });
}

/** Towns that are called like their state. */
const likeTheirState: ReadonlySet<string> = new Set(['new york', 'washington']);

/** What stands in the state column may be the town: longer than a code, and the ZIP code is not of another state. */
function mayBeTown(check: RowCheck, iso: string, town: string, state: string): boolean {
  if (/^(?:\P{L}+|\p{Lu}{1,3})$/u.test(town)) return false;
  if (likeTheirState.has(fold(check.text(check.world.layout.at.city)))) return false;
  const zip = check.text(check.world.layout.at.zip);
  return iso !== 'US' || stateOfZip(zip) === null || zipInState(zip, state);
}

/** MN in the city column and Minneapolis in the state column. */
function swapCityState(check: RowCheck, iso: string, state: string): boolean {
  const { at } = check.world.layout;
  const city = check.text(at.city);
  if (city === '' || at.city === -1) return false;
  const reading = readState(iso, city);
  const code =
    reading.kind === 'known'
      ? city
      : reading.kind === 'unknown' || reading.kind === 'misspelt'
        ? null
        : reading.code;
  if (code === null || !mayBeTown(check, iso, state, stateCode(iso, code) ?? '')) return false;
  check.state = stateCode(iso, code) ?? '';
  check.offer(
    at.state,
    'state',
    'cityStateSwapped',
    [check.edit(at.state, code), check.edit(at.city, state)],
    true,
    { city: state, state: code },
  );
  return true;
}

/** Postcode by country, with the state's help; also a postcode or a whole line that got into the city. */
export function checkZipAndCity(check: RowCheck): void {
  const { at } = check.world.layout;
  const iso = check.iso;
  const zipColumn = at.zip;
  let zip = check.text(zipColumn);
  const city = check.text(at.city);
  if (splitCity(check, iso, zip, city)) return;
  if (zip === '' || iso === '') {
    if (zip !== '' && sci.test(zip)) check.warn(zipColumn, 'zip', 'scientific', { text: zip });
    return;
  }
  if (sci.test(zip)) {
    check.warn(zipColumn, 'zip', 'scientific', { text: zip });
    return;
  }
  const reading = readPostcode(iso, zip, check.state);
  if (reading === null) {
    // "10115 Berlin" in the postcode column
    const parts = /^(\S*\d\S*)[ ,]+(\p{L}.*)$/u.exec(zip);
    if (parts !== null && isPostcode(iso, parts[1] ?? '')) {
      const [, code = '', town = ''] = parts;
      if (city === '' && at.city !== -1) {
        check.offer(
          zipColumn,
          'zip',
          'zipWithCity',
          [check.edit(zipColumn, code), check.edit(at.city, town)],
          false,
          { zip: code, city: town },
        );
        return;
      }
      check.fix(zipColumn, code, 'zipWithCity', false, { zip: code, city: town });
      return;
    }
    const example = postcodeRule(iso).example;
    check.warn(zipColumn, 'zip', 'zipForm', { text: zip, country: gatewayCode(iso), example });
    return;
  }
  if (reading.repair !== null) {
    zip = reading.value;
    const safe = reading.safe && (reading.repair !== 'zerosAdded' || check.world.paddedZips);
    check.fix(
      zipColumn,
      zip,
      `zip${(reading.repair[0] ?? '').toUpperCase()}${reading.repair.slice(1)}`,
      safe,
      { zip, country: gatewayCode(iso) },
    );
  }
}

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
function splitCity(check: RowCheck, iso: string, zip: string, city: string): boolean {
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
      (state === '' || stateCode(country, state) === known)
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
        edits.filter((edit) => edit.column !== -1),
        false,
        { city: town, state: known, zip: code },
      );
      return true;
    }
  }
  if (splitCityState(check, iso, state, city)) return false;
  if (iso === '' || at.zip === -1) return false;
  const front =
    /^([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)[ ,]+(\p{L}.*)$/u.exec(city) ??
    /^((?:[A-Z]{1,2}-)?\S*\d\S*(?: \d{2}| [A-Z]{2})?)[ ,]+(\p{L}.*)$/u.exec(city);
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

/** What an order cannot do without, asked of the row that carries the address. */
export function checkMissingPlace(check: RowCheck): void {
  const { at, streets } = check.world.layout;
  const iso = check.iso;
  const whole = check.value(at.wholeAddress) !== '';
  if (!whole && streets.every((column) => check.text(column) === ''))
    check.warn(streets[0] ?? -1, 'addr', 'addressMissing', {});
  if (!whole && check.text(at.city) === '' && !cityStates.has(iso) && !hasProblemAt(check, at.city))
    check.warn(at.city, 'city', 'cityMissing', {});
  if (
    (iso === 'US' || iso === 'CA') &&
    check.state === '' &&
    check.text(at.state) === '' &&
    !hasProblemAt(check, at.state) &&
    !whole &&
    !check.world.mapping.constants.state
  )
    missingState(check, iso);
  if (postcodeRule(iso).required && check.text(at.zip) === '' && !hasProblemAt(check, at.zip) && !whole)
    check.warn(at.zip, 'zip', 'zipMissing', { country: gatewayCode(isoCode(iso)) });
}

function missingState(check: RowCheck, iso: string): void {
  const { at } = check.world.layout;
  const zip = check.text(at.zip);
  const code = iso === 'US' ? (/^\d{5}/u.test(zip) ? stateOfZip(zip) : null) : provinceOfPostcode(zip);
  if (code === null || zip === '' || at.state === -1) {
    check.warn(at.state, 'state', 'stateMissing', { country: iso });
    return;
  }
  check.offer(at.state, 'state', 'stateMissing', [check.edit(at.state, code)], false, {
    country: iso,
    code,
    zip,
    state: stateName(iso, code) ?? code,
  });
}

const hasProblemAt = (check: RowCheck, column: number): boolean => check.isOffered(column);
