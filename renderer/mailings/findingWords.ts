import type { TFunction } from 'i18next';
import { wordsOf, type Finding } from '../../shared/mailings/finding.ts';

/** What a finding says and advises. */
export function findingWords(
  t: TFunction,
  finding: Pick<Finding, 'code' | 'params'>,
): { says: string; advice: string } {
  const { says, advice } = wordsOf(finding);
  const general = t(`findings.${finding.code}`, { ...finding.params, defaultValue: finding.code });
  return {
    says: t(says, { ...finding.params, defaultValue: general }),
    advice: t(advice, { ...finding.params, defaultValue: '' }),
  };
}
