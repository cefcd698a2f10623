import { useTranslation } from 'react-i18next';
import type { Mailing, SentDocument } from '../../shared/contract/mailings.ts';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { SectionHeader } from '../ui/Notices.tsx';
import { markOf, StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { useTrouble } from './dialogs.tsx';

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
  const trouble = useTrouble();
  const load = useDesk((state) => state.load);
  const cancel = async (): Promise<void> => {
    const done = await api.mailings.cancel({ id: mailing.id });
    if (!done.ok) toast(trouble(done.error));
    await load();
  };
  const early = mailing.orderNumber === '' || mailing.serviceStatus === 'scheduled';
  const scheduled = mailing.serviceStatus === 'scheduled';
  return (
    <article
      className="pdf-card mailing"
      aria-label={t('mailings.mailingOf', { count: mailing.documents.length })}
    >
      <div className="grow card-text">
        <div className="row">
          <StatusIcon mark={markOf[mailing.status]} />
          <b className="grow ell">
            {t('mailings.mailingOf', { count: mailing.documents.length })} {mailing.orderNumber}
          </b>
          {early ? (
            <Button look="link" onPress={() => void cancel()}>
              {t('mailings.cancelMailing')}
            </Button>
          ) : null}
        </div>
        {mailing.statusDetail === '' ? null : <p>{mailing.statusDetail}</p>}
        {scheduled ? <Reschedule mailing={mailing} /> : null}
        <ul>
          {mailing.documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      </div>
    </article>
  );
}

function Reschedule({ mailing }: { mailing: Mailing }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const move = async (sendOn: string): Promise<void> => {
    if (!/^\d{4}-\d\d-\d\d$/.test(sendOn)) return;
    const done = await api.mailings.reschedule({ id: mailing.id, sendOn });
    toast(done.ok ? t('mailings.moved') : trouble(done.error));
  };
  return (
    <label className="row">
      {t('mailings.reschedule')}
      <input
        type="date"
        defaultValue={mailing.settings.sendOn}
        onChange={(event) => void move(event.target.value)}
      />
    </label>
  );
}

function DocumentRow({ document }: { document: SentDocument }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { progress, cards, shown, load } = useDesk();
  const part = progress.get(document.id) ?? document.uploaded;
  const byPost = async (): Promise<void> => {
    const done = await api.mailings.byPostInstead({ id: document.id });
    if (!done.ok) return toast(trouble(done.error));
    await load();
    useDesk.getState().show(done.value.cardId);
  };
  const replace = async (): Promise<void> => {
    if (shown === null) return;
    const done = await api.mailings.replaceRejected({ id: document.id, cardId: shown });
    if (!done.ok) toast(trouble(done.error));
    await load();
  };
  const card = cards?.find(({ id }) => id === shown);
  const words =
    document.serviceStatus === '' || document.step === 'uploading'
      ? t(`mailings.step.${document.step}`)
      : t(`mailings.service.${document.serviceStatus}`, { defaultValue: document.serviceStatus });
  return (
    <li className="doc-row">
      <StatusIcon mark={markOf[document.status]} />
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
      {document.serviceStatus === 'bounced' || document.serviceStatus === 'blocked' ? (
        <Button look="link" onPress={() => void byPost()}>
          {t('mailings.byPostInstead')}
        </Button>
      ) : null}
      {document.step === 'rejected' && card !== undefined ? (
        <Button look="link" onPress={() => void replace()}>
          {t('mailings.replaceWith', { name: card.fileName })}
        </Button>
      ) : null}
    </li>
  );
}
