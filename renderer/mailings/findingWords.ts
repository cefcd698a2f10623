import type { TFunction } from 'i18next';
import { wordsOf, type Finding } from '../../shared/mailings/finding.ts';
import { count } from '../lib/format.ts';

/** What a finding says and advises. Measures stand as the language writes them: 44.2 mm, 44,2 mm. */
export function findingWords(
  t: TFunction,
  finding: Pick<Finding, 'code' | 'params'>,
): { says: string; advice: string } {
  const { says, advice } = wordsOf(finding);
  const params = Object.fromEntries(
    // The number that a plural goes by is written by its sentence.
    Object.entries(finding.params).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? count(value) : value,
    ]),
  );
  const general = t(`findings.${finding.code}`, { ...params, defaultValue: finding.code });
  return {
    says: t(says, { ...params, defaultValue: general }),
    advice: t(advice, { ...params, defaultValue: '' }),
  };
}
