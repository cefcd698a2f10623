import type { TFunction } from 'i18next';
import type { Problem } from '../../shared/paste/pasteTypes.ts';
import { countryName } from '../lib/format.ts';

/** What is wrong, for a person: countries by name, and "today" instead of "0 days ago". */
export function problemText(t: TFunction, { code, params }: Pick<Problem, 'code' | 'params'>): string {
  const { country, days } = params;
  return t(`pasteFaults.${code}`, {
    ...params,
    ...(typeof country === 'string' ? { country: countryName(country) } : {}),
    ...(typeof days === 'number' ? { count: days } : {}),
    defaultValue: code,
  });
}
