import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../shared/contract/mailings.ts';
import { isOver } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useDocumentActs } from './useDocumentActs.ts';

/** Another day for a mailing that has not begun. */
export function MoveDialog({ mailing, onClose }: { mailing: Mailing; onClose: () => void }) {
  const { t } = useTranslation();
  const { move } = useDocumentActs();
  const [day, setDay] = useState(mailing.settings.sendOn);
  const [error, setError] = useState('');
  const save = async (): Promise<void> => {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return setError(t('mailings.dayMissing'));
    if (isOver(day)) return setError(t('mailings.trouble.dayPast'));
    await move(mailing, day);
    onClose();
  };
  return (
    <Dialog
      title={t('mailings.moveTitle')}
      open
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('mailings.moveIt')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('mailings.sendOn')}
        type="date"
        value={day}
        onChange={setDay}
        help={t('mailings.moveHelp')}
        error={error}
      />
    </Dialog>
  );
}
