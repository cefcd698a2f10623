import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/contract/result.ts';
import { noteWords } from '../../shared/mailings/finding.ts';
import { describeError } from '../lib/describeError.ts';

/** The sentence for trouble with a card: a finding, a note of a remedy, or the error itself. */
export function useTrouble(): (error: AppError) => string {
  const { t } = useTranslation();
  return (error) => {
    const detail = error.detail ?? '';
    const own =
      t(`mailings.trouble.${detail}`, { defaultValue: '' }) || t(noteWords(detail), { defaultValue: '' });
    return own || t(`findings.${detail}`, { defaultValue: '' }) || describeError(error);
  };
}
