import { Download, ExternalLink, Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing, SentDocument } from '../../shared/contract/mailings.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { MoveDialog } from '../mailings/MoveDialog.tsx';
import { CancelDialog, SureDialog } from '../mailings/SureDialog.tsx';
import { canBeMoved, canGoByPost, isEarly, isHeld, useDocumentActs } from '../mailings/useDocumentActs.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toastStore.ts';
import { noFilter } from './filters.ts';
import { useHistory } from './historyStore.ts';

/** What can be done with a document of History; only what its state allows is offered. */
export function DocumentActions({
  document,
  mailing,
  kept,
}: {
  document: SentDocument;
  mailing: Mailing;
  kept: boolean;
}) {
  const { t } = useTranslation();
  const acts = useDocumentActs();
  const [open, setOpen] = useState<'move' | 'cancel' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const early = isEarly(mailing);
  const atService = document.number !== '' && document.status !== 'cancelled' && !mailing.elsewhere;
  const refused = mailing.status === 'refused';
  const track = async () => {
    const opened = await api.history.openTracking({ id: document.id });
    if (!opened.ok) toast(describeError(opened.error));
  };
  return (
    <div className="row wrap">
      {canGoByPost(document) && kept ? (
        <Button look="primary" onPress={() => void acts.byPost(document)}>
          <Mail aria-hidden />
          {t('mailings.byPostInstead')}
        </Button>
      ) : null}
      {document.trackingId === '' ? null : (
        <Button look="primary" onPress={() => void track()}>
          <ExternalLink aria-hidden />
          {t('history.openTracking')}
        </Button>
      )}
      {refused && document.status === 'refused' && isHeld(mailing) && mailing.documents.length > 1 && kept ? (
        <Button look="primary" onPress={() => void acts.edit(document)}>
          {t('mailings.editAndReplace')}
        </Button>
      ) : null}
      {refused && kept ? (
        <Button onPress={() => void acts.editMailing(mailing.id)}>{t('history.editAndSendAgain')}</Button>
      ) : null}
      {atService ? (
        <Button onPress={() => void acts.download(document)}>
          <Download aria-hidden />
          {t('mailings.download')}
        </Button>
      ) : null}
      {canBeMoved(mailing) ? (
        <Button onPress={() => setOpen('move')}>{t('mailings.reschedule')}</Button>
      ) : null}
      {early ? <Button onPress={() => setOpen('cancel')}>{t('mailings.cancelMailing')}</Button> : null}
      {atService && mailing.orderNumber === '' && !document.leftOut ? (
        <Button onPress={() => setOpen('delete')}>{t('mailings.deleteDocument')}</Button>
      ) : null}
      {mailing.documents.length > 1 ? (
        <Button
          look="quiet"
          onPress={() => useHistory.getState().setFilter({ ...noFilter, batchId: mailing.id })}
        >
          {t('mailings.showMailing')}
        </Button>
      ) : null}
      {open === 'move' ? <MoveDialog mailing={mailing} onClose={close} /> : null}
      {open === 'cancel' ? <CancelDialog mailing={mailing} onClose={close} /> : null}
      {open === 'delete' ? (
        <SureDialog
          title={t('mailings.deleteTitle', { name: document.fileName })}
          text={t('mailings.deleteText')}
          yes={t('mailings.deleteIt')}
          onYes={() => acts.remove(document)}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
