import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailing, SentDocument } from '../../shared/contract/mailings.ts';
import { go } from '../frame/routeStore.ts';
import { calendarDay } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { markOf, StatusIcon } from '../ui/StatusMark.tsx';
import { useDesk } from './deskStore.ts';
import { documentStatusWords, orderStatusWords } from './letterSteps.ts';
import { useProgress } from './progressStore.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { CancelDialog } from './SureDialog.tsx';
import { canBeMoved, canGoByPost, isEarly, isHeld, useDocumentActs } from './useDocumentActs.ts';

/** Mailings on their way: each document with its own progress. */
export function Underway() {
  const { t } = useTranslation();
  const mailings = useDesk((state) => state.mailings).filter(({ status }) => status !== 'cancelled');
  if (mailings.length === 0) return null;
  return (
    <section className="underway" aria-label={t('mailings.underway')}>
      <SectionHeader title={t('mailings.underway')} />
      {mailings.map((mailing) => (
        <MailingRow key={mailing.id} mailing={mailing} />
      ))}
    </section>
  );
}

function MailingRow({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation();
  const acts = useDocumentActs();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const going = mailing.documents.filter(({ leftOut }) => !leftOut).length;
  const name = t('mailings.mailingOf', { count: going || mailing.documents.length });
  return (
    <article className="pdf-card mailing" aria-label={name}>
      <div className="grow card-text">
        <div className="row">
          <StatusIcon mark={markOf[mailing.status]} />
          <b className="grow ell">
            {name} {mailing.orderNumber}
          </b>
        </div>
        {mailing.serviceStatus === '' ? null : (
          <p className="sub">
            {t('letterSteps.ofOrder', { says: orderStatusWords(t, mailing.serviceStatus) })}
          </p>
        )}
        {mailing.statusDetail === '' ? null : <p>{mailing.statusDetail}</p>}
        {mailing.elsewhere ? <p>{t('mailings.elsewhere')}</p> : null}
        {isHeld(mailing) ? (
          <p className="sub">{t(mailing.elsewhere ? 'mailings.elsewhereHeld' : 'mailings.heldMeaning')}</p>
        ) : null}
        {mailing.serviceStatus === 'scheduled' ? (
          <p className="sub">{t('mailings.scheduledFor', { day: calendarDay(mailing.settings.sendOn) })}</p>
        ) : null}
        <ul>
          {mailing.documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              held={isHeld(mailing)}
              alone={mailing.documents.length === 1}
            />
          ))}
        </ul>
        <div className="row wrap deeds">
          {mailing.status === 'refused' ? (
            <Button look="link" onPress={() => void acts.editMailing(mailing.id)}>
              {t('history.editAndSendAgain')}
            </Button>
          ) : null}
          {canBeMoved(mailing) ? (
            <Button look="link" onPress={() => setOpen('move')}>
              {t('mailings.reschedule')}
            </Button>
          ) : null}
          {isEarly(mailing) ? (
            <Button look="link" onPress={() => setOpen('cancel')}>
              {t('mailings.cancelMailing')}
            </Button>
          ) : null}
        </div>
      </div>
      {open === 'move' ? <MoveDialog mailing={mailing} onClose={close} /> : null}
      {open === 'cancel' ? <CancelDialog mailing={mailing} onClose={close} /> : null}
    </article>
  );
}

interface DocumentRowParts {
  document: SentDocument;
  /** The mailing waits for the user. */
  held: boolean;
  /** The only document of its mailing. */
  alone: boolean;
}

/** Drawn anew only when its own document changed: of a mailing of hundreds, one moves at a time. */
const DocumentRow = memo(function DocumentRow({ document, held, alone }: DocumentRowParts) {
  const { t } = useTranslation();
  const acts = useDocumentActs();
  const part = useProgress((state) => state.parts.get(document.id)) ?? document.uploaded;
  const rejected = document.step === 'rejected' && !document.leftOut && held;
  const card = useDesk(({ cards, shown }) => (rejected ? cards?.find(({ id }) => id === shown) : undefined));
  const words =
    document.serviceStatus === '' || document.step === 'uploading' || document.leftOut
      ? t(`letterSteps.upload.${document.leftOut ? 'cancelled' : document.step}`)
      : documentStatusWords(t, document.serviceStatus);
  return (
    <li className="doc-row">
      <StatusIcon mark={markOf[document.leftOut ? 'cancelled' : document.status]} />
      <button type="button" className="link ell" onClick={() => go('history', { id: document.id })}>
        {document.fileName}
      </button>
      {document.step === 'uploading' ? (
        <progress value={part} max={1} aria-label={t('mailings.uploading', { name: document.fileName })} />
      ) : null}
      <span className="sub">
        {words}
        {document.statusDetail === '' ? '' : `: ${document.statusDetail}`}
      </span>
      {canGoByPost(document) ? (
        <Button look="link" onPress={() => void acts.byPost(document)}>
          {t('mailings.byPostInstead')}
        </Button>
      ) : null}
      {rejected ? (
        <>
          {!alone ? (
            <Button look="link" onPress={() => void acts.edit(document)}>
              {t('mailings.editAndReplace')}
            </Button>
          ) : null}
          {card !== undefined ? (
            <Button look="link" onPress={() => void acts.replace(document.id, card.id)}>
              {t('mailings.replaceWith', { name: card.fileName })}
            </Button>
          ) : null}
          {!alone ? (
            <Button look="link" onPress={() => void acts.leaveOut(document)}>
              {t('mailings.leaveOut')}
            </Button>
          ) : null}
        </>
      ) : null}
    </li>
  );
});
