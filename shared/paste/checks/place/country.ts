import { countriesLike, gatewayCode, readCountry } from '../../../address/countries.ts';
import type { CountryReading } from '../../../address/countries.ts';
import { isPostcode, readPostcode } from '../../../address/postcodes.ts';
import { hasStateList, readState, stateCode, zipInState } from '../../../address/states.ts';
import { isUsual } from '../columnForms.ts';
import type { RowCheck } from '../context.ts';
import { isScientific } from './scientific.ts';

/** Sets `check.iso`, with repairs for what is not the gateway's code. */
export function checkCountry(check: RowCheck): void {
  const { layout, mapping, forms } = check.world;
  const column = layout.at.country;
  const text = check.text(column) || (mapping.constants.country ?? '');
  if (text === '') {
    guessCountry(check);
    return;
  }
  const reading = readCountry(text) ?? likeliest(check, text);
  if (reading === null) {
    if (isScientific(text) || !/\p{L}/u.test(text)) check.warn(column, 'country', 'countryUnknown', { text });
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

/** Nearly the name of several countries (`Austrlia`): the one whose states and postcodes are these. */
function likeliest(check: RowCheck, text: string): CountryReading | null {
  const { at } = check.world.layout;
  const [zip, state] = [check.text(at.zip), check.text(at.state)];
  const [iso, other] = countriesLike(text).filter(
    (one) =>
      (state === '' ? !hasStateList(one) : stateCode(one, state) !== null) &&
      (zip === '' || readPostcode(one, zip, '') !== null),
  );
  return iso === undefined || other !== undefined ? null : { iso, form: 'misspelt' };
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
  const reading = readState('US', state);
  const named = stateCode('US', state) ?? (reading.kind === 'unknown' ? null : reading.code);
  // MI is Milan too: where other rows name a country, the ZIP code must not be another state's.
  const elsewhere = check.world.countryColumnGiven && /^\d{5}(?!\d)/u.test(bare);
  const usState = state !== '' && named !== null && (!elsewhere || zipInState(bare, named));
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
