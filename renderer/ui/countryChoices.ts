import { countryCodes } from '../../shared/orders/rules/countryCodes.ts';
import { countryName } from '../lib/format.ts';
import type { Choice } from './SelectField.tsx';

/** Every country of the gateway, by name in the page's language, in its alphabetical order. */
export function countryChoices(language: string): Choice<string>[] {
  return [...countryCodes]
    .map((code) => ({ value: code, label: countryName(code), side: code }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** The code a typed country means, or the text itself, which the rules then name. */
export function codeOfCountry(text: string, choices: readonly Choice<string>[]): string {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'gb') return 'UK';
  return (
    choices.find((c) => c.label.toLowerCase() === wanted || c.value.toLowerCase() === wanted)?.value ??
    text.trim()
  );
}
