import { gatewayCode } from '../../../address/countries.ts';
import { fold } from '../../../address/fold.ts';
import { postcodeRule } from '../../../address/postcodes.ts';
import {
  hasStateList,
  readState,
  stateCode,
  stateName,
  stateOfZip,
  stateWithoutCountry,
  zipInState,
  type StateReading,
} from '../../../address/states.ts';
import type { RowCheck } from '../context.ts';

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
