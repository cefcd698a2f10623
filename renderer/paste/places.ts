import i18next from 'i18next';
import { stateLines } from '../../shared/address/stateLines.ts';
import { countryCodes } from '../../shared/orders/rules/countryCodes.ts';
import { countryName } from '../lib/format.ts';
import type { GridChoice } from '../ui/grid/gridModel.ts';

let kept: { language: string; choices: GridChoice[] } | null = null;

/** The gateway's country codes with their names in the page's language. */
export function countryChoices(): readonly GridChoice[] {
  if (kept?.language === i18next.language) return kept.choices;
  const choices = [...countryCodes]
    .map((value) => ({ value, label: `${value} · ${countryName(value)}` }))
    .sort((a, b) => a.value.localeCompare(b.value));
  kept = { language: i18next.language, choices };
  return choices;
}

/** States of the countries whose orders are refused without one. */
export const stateChoices: readonly GridChoice[] = ['US', 'CA', 'AU'].flatMap((country) =>
  (stateLines[country] ?? '')
    .split(';')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [code = '', names = ''] = entry.split('=');
      return { value: code, label: `${code} · ${names.split('/')[0] ?? ''}, ${country}` };
    }),
);
