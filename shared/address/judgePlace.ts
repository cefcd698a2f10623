import { gatewayCode, isGatewayCode, isoCode } from './countries.ts';
import { postcodeRule, readPostcode } from './postcodes.ts';
import {
  hasStateList,
  otherStateOfZip,
  provinceOfPostcode,
  readState,
  stateCode,
  stateOfZip,
} from './states.ts';

/** A place as it stands in a form. The country is the gateway's code; '' = blank. */
export interface PlaceFields {
  city: string;
  state: string;
  postcode: string;
  country: string;
}

export const placeDoubtCodes = [
  'cityMissing',
  'countryUnknown',
  'postcodeForm',
  'postcodeMissing',
  'postcodeWritten',
  'postcodeZero',
  'stateMissing',
  'stateNotUsed',
  'stateUnknown',
  'stateWritten',
  'zipNotInState',
] as const;
export type PlaceDoubtCode = (typeof placeDoubtCodes)[number];

/** What is doubtful about a place: a sentence of words/<language>/place.ts, and what would mend it. */
export interface PlaceDoubt {
  field: keyof PlaceFields;
  code: PlaceDoubtCode;
  params: Record<string, string>;
  /** Put this into the field; null = no remedy is known. */
  use: string | null;
}

/** Countries that are one city, or where the post needs none. */
const cityStates = new Set(['SG', 'HK', 'MO', 'MC', 'VA', 'GI', 'NR', 'JE', 'GG']);

/**
 * Looks at a place by the rules of its country: the form of the postcode, a lost leading zero, states that are missing,
 * unknown or not used, a ZIP code of another state. Nothing found = []; a blank country says nothing.
 */
export function judgePlace(place: PlaceFields): PlaceDoubt[] {
  const country = place.country.trim();
  if (country === '') return [];
  if (!isGatewayCode(country))
    return [{ field: 'country', code: 'countryUnknown', params: { country }, use: null }];
  const iso = isoCode(country);
  const state = place.state.trim();
  const postcode = place.postcode.trim();
  const read = state !== '' && hasStateList(iso) ? stateCode(iso, state) : null;
  return [
    ...judgePostcode(iso, postcode, read ?? ''),
    ...(place.city.trim() === '' && !cityStates.has(iso)
      ? [{ field: 'city' as const, code: 'cityMissing' as const, params: {}, use: null }]
      : []),
    ...judgeState(iso, state, postcode),
  ];
}

function judgePostcode(iso: string, postcode: string, state: string): PlaceDoubt[] {
  const rule = postcodeRule(iso);
  const params = { country: gatewayCode(iso), example: rule.example };
  const doubt = (code: PlaceDoubtCode, use: string | null): PlaceDoubt[] => [
    { field: 'postcode', code, params: { ...params, use: use ?? '' }, use },
  ];
  if (postcode === '') return rule.required ? doubt('postcodeMissing', null) : [];
  const reading = readPostcode(iso, postcode, state);
  if (reading === null) return doubt('postcodeForm', null);
  if (reading.repair === 'leadingZero') return doubt('postcodeZero', reading.value);
  if (reading.repair !== null) return doubt('postcodeWritten', reading.value);
  const owner = otherStateOfZip(iso, postcode, state);
  return owner === null
    ? []
    : [{ field: 'state', code: 'zipNotInState', params: { zip: postcode, state: owner }, use: owner }];
}

function judgeState(iso: string, state: string, postcode: string): PlaceDoubt[] {
  const rule = postcodeRule(iso);
  const doubt = (code: PlaceDoubtCode, use: string | null): PlaceDoubt[] => [
    { field: 'state', code, params: { country: gatewayCode(iso), text: state, use: use ?? '' }, use },
  ];
  const needed = iso === 'US' || iso === 'CA';
  if (state === '') {
    if (!needed) return [];
    const found =
      postcode === ''
        ? null
        : iso === 'US'
          ? stateOfZip(postcode)
          : provinceOfPostcode(postcode.toUpperCase());
    return doubt('stateMissing', found);
  }
  if (rule.iso !== '' && !rule.stateUsed) return doubt('stateNotUsed', '');
  if (!needed) return [];
  const reading = readState(iso, state);
  if (reading.kind === 'known') return [];
  return reading.kind === 'unknown' ? doubt('stateUnknown', null) : doubt('stateWritten', reading.code);
}
