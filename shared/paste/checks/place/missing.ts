import { gatewayCode, isoCode } from '../../../address/countries.ts';
import { postcodeRule } from '../../../address/postcodes.ts';
import { provinceOfPostcode, stateName, stateOfZip } from '../../../address/states.ts';
import type { RowCheck } from '../context.ts';

/** Countries that are one city, or where the post needs none. */
const cityStates = new Set(['SG', 'HK', 'MO', 'MC', 'VA', 'GI', 'NR', 'JE', 'GG']);

/** True where an address without a city is not enough. */
export const needsCity = (iso: string): boolean => !cityStates.has(iso);

/** What an order cannot do without, asked of the row that carries the address. */
export function checkMissingPlace(check: RowCheck): void {
  const { at, streets } = check.world.layout;
  const iso = check.iso;
  const whole = check.value(at.wholeAddress) !== '';
  if (!whole && streets.every((column) => check.text(column) === ''))
    check.warn(streets[0] ?? -1, 'addr', 'addressMissing', {});
  if (!whole && check.text(at.city) === '' && needsCity(iso) && !check.isOffered(at.city))
    check.warn(at.city, 'city', 'cityMissing', {});
  if (
    (iso === 'US' || iso === 'CA') &&
    check.state === '' &&
    check.text(at.state) === '' &&
    !check.isOffered(at.state) &&
    !whole &&
    !check.world.mapping.constants.state
  )
    missingState(check, iso);
  if (postcodeRule(iso).required && check.text(at.zip) === '' && !check.isOffered(at.zip) && !whole)
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
