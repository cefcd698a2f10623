import { gatewayCode } from '../../../address/countries.ts';
import { isPostcode, postcodeRule, readPostcode } from '../../../address/postcodes.ts';
import { otherStateOfZip, stateName } from '../../../address/states.ts';
import type { RowCheck } from '../context.ts';
import { splitCity } from './cityLine.ts';
import { isScientific } from './scientific.ts';

/** Postcode by country, with the state's help; also a postcode or a whole line that got into the city. */
export function checkZipAndCity(check: RowCheck): void {
  const { at } = check.world.layout;
  const iso = check.iso;
  const zipColumn = at.zip;
  let zip = check.text(zipColumn);
  const city = check.text(at.city);
  if (splitCity(check, iso, zip, city)) return;
  if (zip === '' || iso === '') {
    if (zip !== '' && isScientific(zip)) check.warn(zipColumn, 'zip', 'scientific', { text: zip });
    return;
  }
  if (isScientific(zip)) {
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
  sayWhoseZip(check, zip);
}

/** One of the two is wrong, but which? Some ZIP codes do reach over a border, so nothing is held back. */
function sayWhoseZip(check: RowCheck, zip: string): void {
  const owner = otherStateOfZip(check.iso, zip, check.state);
  if (owner === null) return;
  const params = { zip, owner: stateName('US', owner) ?? owner, state: check.state };
  check.warn(check.world.layout.at.zip, 'zip', 'zipNotInState', params, 'notice');
}
