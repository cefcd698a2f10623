import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../shared/contract/mailings.ts';
import type { AppError } from '../../shared/contract/result.ts';
import { worstOf } from '../../shared/mailings/finding.ts';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { calendarDay, waitWords } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Banner } from '../ui/Notices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { useDesk } from './deskStore.ts';
import { useTrouble } from './useTrouble.ts';
import '../ui/details.css';

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
            {undoTime > 0 ? t('outbox.willWait', { time: waitWords(undoTime) }) : t('outbox.leaveAtOnce')}
          </span>
          <Button onPress={onClose}>{t('mailings.notYet')}</Button>
          <Button look="primary" onPress={() => void send()}>
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
      <dl className="facts send-facts">
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
        <p className="row needs-ink warned">
          <StatusIcon mark="needs" />
          {t('mailings.sendWarned', { count: warned })}
        </p>
      )}
    </Dialog>
  );
}
