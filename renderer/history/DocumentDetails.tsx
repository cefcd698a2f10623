import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import type { TimelineEvent } from '../../shared/contract/orders.ts';
import { describeError } from '../lib/describeError.ts';
import { calendarDay, countryName } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { documentStatusWords, reportWords } from '../mailings/letterSteps.ts';
import { PagePicture } from '../mailings/PagePicture.tsx';
import { sizeOf } from '../mailings/sizeOf.ts';
import { IconButton } from '../ui/Button.tsx';
import { markOf, StatusMark } from '../ui/StatusMark.tsx';
import { DocumentActions } from './DocumentActions.tsx';
import { Step } from './OrderDetails.tsx';
import '../ui/details.css';

type Found = Output<'mailings.document'>;
type Details = Found & { steps: { event: TimelineEvent; about: 'document' | 'order' }[] };

/** The document with its own steps and those of its order, in the order of time. */
async function ask(id: string): Promise<Details | string> {
  const found = await api.mailings.document({ id });
  if (!found.ok) return describeError(found.error);
  const mailing = await api.mailings.get({ id: found.value.mailing.id });
  const ofOrder = mailing.ok ? mailing.value.timeline.filter(({ kind }) => kind !== 'accepted') : [];
  const steps = [
    ...found.value.timeline.map((event) => ({ event, about: 'document' as const })),
    ...ofOrder.map((event) => ({ event, about: 'order' as const })),
  ].sort((a, b) => a.event.at - b.event.at);
  return { ...found.value, steps };
}

/** Everything of one letter or e-mail: to whom, its PDF, where it is, and every step with the service's own words. */
export function DocumentDetails({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [details, setDetails] = useState<Details | string | null>(null);
  const load = useCallback(() => {
    let current = true;
    void ask(documentId).then((answer) => {
      if (current) setDetails(answer);
    });
    return () => {
      current = false;
    };
  }, [documentId]);
  useEffect(load, [load]);
  usePush('history.changed', ({ itemIds }) => {
    if (itemIds.length === 0 || itemIds.includes(documentId)) load();
  });
  usePush('mailings.changed', ({ ids }) => {
    if (ids.length === 0 || ids.includes(documentId)) load();
  });
  if (typeof details === 'string') return <aside className="details">{details}</aside>;
  if (details === null) return <aside className="details" aria-busy />;
  const { document, mailing } = details;
  const word =
    document.serviceStatus === ''
      ? t(`letterSteps.upload.${document.step}`)
      : documentStatusWords(t, document.serviceStatus);
  return (
    <aside className="details" aria-label={t('history.details')}>
      <header>
        <div className="row">
          <h2 className="grow ell" title={document.fileName}>
            {document.fileName}
          </h2>
          <StatusMark mark={markOf[document.status]}>{word}</StatusMark>
          <IconButton label={t('history.close')} onPress={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        <p className="sub">
          {t('mailings.pages', { count: document.pages })}, {sizeOf(document.bytes)},{' '}
          {t(`mailings.channel.${document.settings.sendBy}`)}
          {mailing.settings.sendOn === ''
            ? ''
            : `, ${t('mailings.sendOn')} ${calendarDay(mailing.settings.sendOn)}`}
        </p>
        <DocumentActions document={document} mailing={mailing} kept={details.kept} />
      </header>
      {document.statusDetail === '' ? null : (
        <p className={`meaning ${markOf[document.status]}`}>{document.statusDetail}</p>
      )}
      {mailing.elsewhere ? <p className="meaning needs">{t('mailings.elsewhere')}</p> : null}
      <Facts details={details} />
      <h3>{t('history.timeline')}</h3>
      <ol className="timeline">
        {[...details.steps].reverse().map(({ event, about }) => {
          const says = reportWords(t, event, about);
          return (
            <Step
              key={event.id}
              event={event}
              says={says !== null && about === 'order' ? t('letterSteps.ofOrder', { says }) : says}
            />
          );
        })}
      </ol>
    </aside>
  );
}

function Facts({ details: { document, mailing, kept } }: { details: Details }) {
  const { t } = useTranslation();
  const { settings } = document;
  const numbers = [document.number, mailing.orderNumber].filter((number) => number !== '');
  const to = [...settings.to, ...settings.cc, ...settings.bcc];
  return (
    <dl className="facts selectable">
      <dt>{t('history.toField')}</dt>
      <dd>
        {settings.sendBy === 'email'
          ? null
          : settings.addressLines.map((line, index) => <div key={index}>{line}</div>)}
        {settings.sendBy === 'email' || settings.addressLines.length === 0 ? null : (
          <div>{countryName(settings.country).toUpperCase()}</div>
        )}
        {settings.sendBy === 'post' ? null : to.map((address) => <div key={address}>{address}</div>)}
      </dd>
      <dt>{t('mailings.archivedPdf')}</dt>
      <dd>
        {kept ? (
          <span className="archived">
            <PagePicture sha256={document.sha256} width={240} alt={document.fileName} />
          </span>
        ) : (
          <span className="sub">{t('mailings.notKept')}</span>
        )}
      </dd>
      <dt>{t('mailings.reference')}</dt>
      <dd>{settings.reference || mailing.settings.reference || <span className="sub">–</span>}</dd>
      {numbers.length === 0 ? null : (
        <>
          <dt>{t('mailings.serviceNumbers')}</dt>
          <dd className="mono">
            {numbers.map((number) => (
              <div key={number}>{number}</div>
            ))}
          </dd>
        </>
      )}
      {settings.sendBy === 'email' ? null : (
        <>
          <dt>{t('mailings.postage')}</dt>
          <dd>{t(`mailings.postages.${mailing.settings.postage}`)}</dd>
          <dt>{t('history.tracking')}</dt>
          <dd className="mono">
            {document.trackingId || <span className="sub">{t('history.noTracking')}</span>}
          </dd>
        </>
      )}
    </dl>
  );
}
