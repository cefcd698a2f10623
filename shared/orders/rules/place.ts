import { fault, type Fault } from '../fault.ts';
import { countryCodes, postcodeCountries } from './countryCodes.ts';
import { statesOf } from './states.ts';

/** What is wrong with the country: the gateway takes two letters, and UK, not GB (document field 18). */
export function countryFaults(country: string): Fault[] {
  if (country === '') return [fault('country', 'countryMissing')];
  const code = country.toUpperCase();
  if (code === 'GB') return [fault('country', 'countryGb')];
  if (code !== country || !countryCodes.has(code)) return [fault('country', 'countryNotCode', { country })];
  return [];
}

/** Letters only, without accents, so that "Québec" and "D.C." are understood. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * What is wrong with the state: required for US and CA, the code or the name, never both (document field 16).
 * Other countries' states are taken as they are.
 */
export function stateFaults(state: string, country: string): Fault[] {
  if (country !== 'US' && country !== 'CA') return [];
  if (state === '') return [fault('state', 'stateMissing', { country })];
  const wanted = plain(state);
  const spaced = plain(state.replaceAll(/[^\p{L}\s]/gu, ' '));
  let both: Fault | undefined;
  for (const [code, name] of Object.entries(statesOf[country])) {
    const letters = code.toLowerCase();
    const words = plain(name);
    if (wanted === letters || wanted === words) return [];
    if (spaced === `${letters} ${words}` || spaced === `${words} ${letters}`)
      both = fault('state', 'stateTwice', { state, code, name });
  }
  return [both ?? fault('state', 'stateUnknown', { state, country })];
}

/** A missing postcode where the post needs one; its form is the business of shared/address. */
export function postcodeFaults(postcode: string, country: string): Fault[] {
  return postcode === '' && postcodeCountries.has(country)
    ? [fault('postcode', 'postcodeMissing', { country })]
    : [];
}
