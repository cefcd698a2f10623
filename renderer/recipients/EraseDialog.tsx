import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogFoot } from '../ui/DialogFoot.tsx';
import { toast } from '../ui/toastStore.ts';
import { nameOf } from '../lib/addressText.ts';
import { useRecipients } from './recipientsStore.ts';

/** Asks before a person's data goes everywhere, for good. */
export function EraseDialog({ recipient, onClose }: { recipient: Recipient; onClose: () => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState('');
  const name = nameOf(recipient);
  const erase = async () => {
    const done = await api.recipients.erase({ id: recipient.id });
    if (!done.ok)
      return setError(
        done.error.code === 'conflict' ? t('recipients.eraseBusy', { name }) : describeError(done.error),
      );
    onClose();
    useRecipients.getState().select(null);
    toast(t('recipients.erased'));
  };
  return (
    <Dialog
      title={t('recipients.eraseTitle', { name })}
      open
      onClose={onClose}
      width="narrow"
      footer={
        <DialogFoot
          error={error}
          cancel={t('recipients.cancel')}
          onCancel={onClose}
          act={t('recipients.eraseDo')}
          onAct={erase}
          look="danger"
        />
      }
    >
      {t('recipients.eraseText')}
    </Dialog>
  );
}
