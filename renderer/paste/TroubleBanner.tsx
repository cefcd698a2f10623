import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/contract/result.ts';
import { describeError } from '../lib/describeError.ts';
import { Button } from '../ui/Button.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { usePaste } from './pasteStore.ts';

/** What went wrong with a file, a column or a submit; the rows are safe all the while. */
export function TroubleBanner() {
  const { t } = useTranslation();
  const { trouble, set } = usePaste();
  if (!trouble) return null;
  return (
    <div className="banner needs" role="alert">
      <StatusIcon mark="needs" />
      <span className="grow">{sentence(trouble, t)}</span>
      <Button look="quiet" onPress={() => set({ trouble: null })}>
        {t('paste.close')}
      </Button>
    </div>
  );
}

function sentence(trouble: AppError, t: TFunction): string {
  if (trouble.detail === 'noRows') return t('paste.trouble.noRows');
  if (trouble.detail === 'xls') return t('paste.trouble.xls');
  if (trouble.detail === 'checkedAnew') return t('paste.trouble.checkedAnew');
  if (trouble.field === 'role') return t('paste.trouble.role', { header: trouble.detail ?? '' });
  if (trouble.code === 'file-not-supported') return t('paste.trouble.notText');
  if (trouble.code === 'file-too-large') return t('paste.trouble.tooLarge');
  if (trouble.code === 'file-unreadable') return t('paste.trouble.unreadable');
  return describeError(trouble);
}
