import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import type { Output } from '../../shared/contract/contract.ts';
import type { AppError } from '../../shared/contract/result.ts';
import {
  noteWords,
  remedyWords,
  wordsOf,
  worstOf,
  type Finding,
  type RemedyId,
} from '../../shared/mailings/finding.ts';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { describeError } from '../lib/describeError.ts';
import { calendarDay, waitWords } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { PagePicture } from './PagePicture.tsx';
import '../ui/details.css';

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

/** What a remedy does, before and after, before it is done. */
export function RemedyDialog({
  card,
  remedy,
  onClose,
}: {
  card: Card;
  remedy: RemedyId;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const load = useDesk((state) => state.load);
  const [tried, setTried] = useState<Output<'mailings.tryRemedy'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    void api.mailings.tryRemedy({ id: card.id, remedy }).then((outcome) => {
      if (outcome.ok) setTried(outcome.value);
      else setError(outcome.error);
    });
  }, [card.id, remedy]);
  const apply = async (): Promise<void> => {
    const done = await api.mailings.applyRemedy({ id: card.id, remedy });
    if (!done.ok) return setError(done.error);
    await load();
    onClose();
  };
  return (
    <Dialog
      title={t(remedyWords(remedy))}
      open
      onClose={onClose}
      width="wide"
      footer={
        <>
          <span className="grow" />
          <Button onPress={onClose}>{t('mailings.leaveIt')}</Button>
          {tried === null ? null : (
            <Button look="primary" onPress={() => void apply()}>
              {t('mailings.useThis')}
            </Button>
          )}
        </>
      }
    >
      {error ? <Banner mark="needs" title={trouble(error)} /> : null}
      {tried === null && error === null ? <p>{t('mailings.working')}</p> : null}
      {tried === null ? null : (
        <div className="before-after">
          <Side title={t('findings.before')} sha256={card.sha256} findings={tried.before} />
          <Side title={t('findings.after')} sha256={tried.sha256} findings={tried.after} />
        </div>
      )}
      <p className="sub">{t('findings.originalKept')}</p>
    </Dialog>
  );
}

function Side({ title, sha256, findings }: { title: string; sha256: string; findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const worth = findings.filter(({ severity }) => severity !== 'note');
  return (
    <section>
      <h3>{title}</h3>
      <div className="paper">
        <PagePicture sha256={sha256} width={600} alt={title} />
      </div>
      <ul>
        {worth.map((finding, index) => (
          <li key={index}>{t(wordsOf(finding).says, { ...finding.params, defaultValue: finding.code })}</li>
        ))}
        {worth.length === 0 ? <li>{t('mailings.nothingToMend')}</li> : null}
      </ul>
    </section>
  );
}

/** "Letter.pdf: " when the trouble is about one card. */
const nameOf = (error: AppError, cards: readonly Card[]): string => {
  const card = cards.find(({ id }) => error.field === `cards.${id}`);
  return card === undefined ? '' : `${card.fileName}: `;
};

/** What leaves, with which account, when: the last look before money is spent. */
export function SendDialog({
  cards,
  accountId: wanted,
  onClose,
}: {
  cards: readonly Card[];
  /** The account to begin with. */
  accountId?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { order, load } = useDesk();
  const undoTime = useFrame((state) => state.settings?.undoTime ?? 0);
  const accounts = (useFrame((state) => state.accounts) ?? []).filter(
    ({ service }) => service !== 'trepstar',
  );
  const [accountId, setAccountId] = useState(
    accounts.find(({ id }) => id === wanted)?.id ??
      accounts.find(({ service }) => service === 'tcgate')?.id ??
      accounts[0]?.id ??
      null,
  );
  // Made once per review: pressing twice sends once.
  const [base] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<AppError | null>(null);
  const channels = [...new Set(cards.map((card) => card.settings.sendBy))];
  const account = accounts.find(({ id }) => id === accountId);
  const send = async (): Promise<void> => {
    if (accountId === null) return;
    for (const channel of channels) {
      const cardIds = cards.filter((card) => card.settings.sendBy === channel).map(({ id }) => id);
      const sent = await api.mailings.send({
        mailingId: `${base}-${channel}`,
        accountId,
        cardIds,
        settings: order,
      });
      if (!sent.ok) {
        await load();
        return setError(sent.error);
      }
    }
    await load();
    toast(t('mailings.sentToOutbox', { count: cards.length }), {
      label: t('mailings.toOutbox'),
      run: () => go('outbox'),
    });
    onClose();
  };
  const warned = cards.filter(({ findings }) => worstOf(findings) === 'warning').length;
  return (
    <Dialog
      title={t('mailings.send', { count: cards.length })}
      open
      onClose={onClose}
      footer={
        <>
          <span className="grow sub xs">
            {undoTime > 0 ? t('mailings.canUndo', { time: waitWords(undoTime) }) : t('mailings.noUndo')}
          </span>
          <Button size="large" onPress={onClose}>
            {t('mailings.notYet')}
          </Button>
          <Button size="large" look="primary" onPress={() => void send()}>
            {t('mailings.sendNow')}
          </Button>
        </>
      }
    >
      {error ? <Banner mark="refused" title={[nameOf(error, cards), trouble(error)].join('')} /> : null}
      {accounts.length === 0 ? (
        <Banner
          mark="needs"
          title={t('mailings.noAccount')}
          actions={<Button onPress={() => go('accounts', { add: true })}>{t('mailings.addAccount')}</Button>}
        />
      ) : (
        <SelectField
          label={t('mailings.account')}
          value={accountId}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAccountId}
        />
      )}
      {account?.service === 'tcgate' && account.settings.environment === 'test' ? (
        <Banner mark="needs" title={t('mailings.testPrints')} />
      ) : null}
      <dl className="facts">
        {channels.map((channel) => {
          const ofChannel = cards.filter((card) => card.settings.sendBy === channel);
          const pages = ofChannel.reduce((sum, card) => sum + (card.pages ?? 0), 0);
          return (
            <Fragment key={channel}>
              <dt>{t(`mailings.channel.${channel}`)}</dt>
              <dd>
                {t('mailings.documents', { count: ofChannel.length })},{' '}
                {t('mailings.pages', { count: pages })}
              </dd>
            </Fragment>
          );
        })}
        {channels.some((channel) => channel !== 'email') ? (
          <>
            <dt>{t('mailings.postage')}</dt>
            <dd>{t(`mailings.postages.${order.postage}`)}</dd>
            {(['coverSheet', 'bundling'] as const)
              .filter((option) => order[option])
              .map((option) => (
                <Fragment key={option}>
                  <dt>{t(`mailings.${option}`)}</dt>
                  <dd>{t('mailings.yes')}</dd>
                </Fragment>
              ))}
          </>
        ) : null}
        <dt>{t('mailings.sendOn')}</dt>
        <dd>{order.sendOn === '' ? t('mailings.atOnce') : calendarDay(order.sendOn)}</dd>
      </dl>
      {warned === 0 ? null : (
        <p className="row tight needs-ink warned">
          <StatusIcon mark="needs" />
          {t('mailings.sendWarned', { count: warned })}
        </p>
      )}
    </Dialog>
  );
}
