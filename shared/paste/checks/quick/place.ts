import { postcodeRule, spacingMatters } from '../../../address/postcodes.ts';
import { hasStateList, otherStateOfZip } from '../../../address/states.ts';
import { blank, digit, joint } from '../../cells/charClasses.ts';
import { needsCity } from '../place/missing.ts';

/** What a country tells about the other cells of its rows. */
export interface Place {
  iso: string;
  /** Of the column's text: nothing to say about it. */
  clean: boolean;
  pattern: RegExp | null;
  /** A code without its blank or hyphen is offered one. */
  spaced: boolean;
  zipRequired: boolean;
  stateRequired: boolean;
  needsCity: boolean;
  hasStates: boolean;
  /** By number of the state's text: its code, '' = clean without one, null = look closer. */
  states: (string | null | undefined)[];
  /** By number of the postcode: nothing to say about it. */
  zips: (boolean | undefined)[];
  /** By number of the postcode: a state it lies in. */
  homes: (string | undefined)[];
}

export function newPlace(iso: string, clean: boolean): Place {
  const rule = postcodeRule(iso);
  return {
    iso,
    clean,
    pattern: rule.pattern,
    spaced: spacingMatters.has(iso),
    zipRequired: rule.required,
    stateRequired: iso === 'US' || iso === 'CA',
    needsCity: needsCity(iso),
    hasStates: hasStateList(iso),
    states: [],
    zips: [],
    homes: [],
  };
}

/** Whether a postcode that is one lies in the row's state, as far as that can be known. */
export const isAtHome = (zip: string, state: string, { iso }: Place): boolean =>
  otherStateOfZip(iso, zip, state) === null;

/** A code of the country as it should be written. */
export function isPlainZip(zip: string, classes: number, place: Place): boolean {
  if (classes !== digit && (classes & digit) !== 0 && /^\d.*e.*\d$/iu.test(zip)) return false; // 1E+05
  if (place.pattern === null) return true;
  return place.pattern.test(zip) && (!place.spaced || (classes & (blank | joint)) !== 0);
}
