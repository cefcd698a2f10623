import { useTranslation } from 'react-i18next';
import type { Mailing } from '../../shared/contract/mailings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useDocumentActs } from './useDocumentActs.ts';

/** Taking a mailing back or deleting a document: what it means, before it is done. */
export function SureDialog({
  title,
  text,
  yes,
  onYes,
  onClose,
}: {
  title: string;
  text: string;
  yes: string;
  onYes: () => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          <Button look="danger" onPress={() => void onYes().then(onClose)}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}

/** Taking a whole mailing back. */
export function CancelDialog({ mailing, onClose }: { mailing: Mailing; onClose: () => void }) {
  const { t } = useTranslation();
  const { cancel } = useDocumentActs();
  return (
    <SureDialog
      title={t('mailings.cancelTitle')}
      text={t('mailings.cancelText', { count: mailing.documents.filter(({ leftOut }) => !leftOut).length })}
      yes={t('mailings.cancelIt')}
      onYes={() => cancel(mailing)}
      onClose={onClose}
    />
  );
}
