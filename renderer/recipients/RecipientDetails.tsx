import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../shared/contract/history.ts';
import type { Recipient } from '../../shared/contract/recipients.ts';
import { go } from '../frame/routeStore.ts';
import { standingMark, statusWord } from '../history/columns.tsx';
import { noFilter } from '../history/filters.ts';
import { describeError } from '../lib/describeError.ts';
import { shortDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { useReload } from '../lib/useReload.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { StatusIcon, StatusMark } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { doubtsOf, linesOf, nameOf } from '../lib/addressText.ts';
import { sentWords } from './columns.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { PickRecipient } from './PickRecipient.tsx';
import { useRecipients } from './recipientsStore.ts';
import '../ui/details.css';

const shown = 30;

interface Props {
  id: string;
  onEdit: (recipient: Recipient) => void;
  onClose: () => void;
}

interface Read {
  recipient: Recipient;
  items: HistoryItem[];
  total: number;
}

/** What changes a person, or what was sent to them. */
const news = ['recipients.changed', 'history.changed'] as const;

/** One person: address, and everything ever sent to them, parcels and letters in one line of time. */
export function RecipientDetails({ id, onEdit, onClose }: Props) {
  const { t } = useTranslation();
  const [read, setRead] = useState<Read | null>(null);
  const [asking, setAsking] = useState<'erase' | 'merge' | null>(null);
  const load = useCallback(async () => {
    const filter = { ...noFilter, recipientId: id };
    const [recipient, page, totals] = await Promise.all([
      api.recipients.get({ id }),
      api.history.page({ filter, sort: 'at', descending: true, cursor: null, limit: shown }),
      api.history.totals({ filter }),
    ]);
    if (!recipient.ok) return onClose(); // erased, taken off the list, or merged into another
    setRead({
      recipient: recipient.value,
      items: page.ok ? page.value.items : [],
      total: totals.ok ? totals.value.shown : 0,
    });
    // `onClose` is made anew with every drawing of the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  useEffect(() => {
    void Promise.resolve().then(load);
  }, [load]);
  useReload(news, load);
  if (read === null) return <aside className="details" aria-busy />;
  const { recipient } = read;
  const doubts = doubtsOf(recipient);
  return (
    <aside className="details" aria-label={t('recipients.details')}>
      <header>
        <div className="row">
          <h2 className="grow">{nameOf(recipient)}</h2>
          <IconButton label={t('recipients.close')} onPress={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        <p className="sub">{sentWords(recipient, t) || t('recipients.nothingSent')}</p>
        <Actions recipient={recipient} onEdit={onEdit} ask={setAsking} />
      </header>
      {doubts === '' ? null : (
        <p className="meaning needs row">
          <StatusIcon mark="needs" />
          <span>{doubts}</span>
        </p>
      )}
      <dl className="facts selectable">
        <dt>{t('recipients.address')}</dt>
        <dd>
          {linesOf(recipient).map((line, index) => (
            <div key={index}>{line}</div>
          ))}
        </dd>
        {recipient.email === '' ? null : (
          <>
            <dt>{t('recipients.email')}</dt>
            <dd>{recipient.email}</dd>
          </>
        )}
      </dl>
      <h3>{t('recipients.timeline')}</h3>
      <Sent read={read} />
      {asking === 'erase' ? <EraseDialog recipient={recipient} onClose={() => setAsking(null)} /> : null}
      {asking === 'merge' ? (
        <PickRecipient
          title={t('recipients.mergeTitle', { name: nameOf(recipient) })}
          text={t('recipients.mergeText', { name: nameOf(recipient) })}
          without={recipient.id}
          onClose={() => setAsking(null)}
          onPick={(other) => void merge(recipient, other)}
        />
      ) : null}
    </aside>
  );

  async function merge(keep: Recipient, other: Recipient): Promise<void> {
    setAsking(null);
    const done = await api.recipients.merge({ keep: keep.id, remove: [other.id] });
    toast(done.ok ? t('recipients.merged', { name: nameOf(done.value) }) : describeError(done.error));
  }
}

function Actions({
  recipient,
  onEdit,
  ask,
}: {
  recipient: Recipient;
  onEdit: (recipient: Recipient) => void;
  ask: (what: 'erase' | 'merge') => void;
}) {
  const { t } = useTranslation();
  const copy = async () => {
    const copied = await api.app.writeClipboard({ text: linesOf(recipient).join('\n') });
    toast(copied.ok ? t('recipients.copied') : describeError(copied.error));
  };
  const remove = async () => {
    const done = await api.recipients.remove({ ids: [recipient.id] });
    if (!done.ok) return toast(describeError(done.error));
    useRecipients.getState().select(null);
    toast(t('recipients.removed', { count: 1, name: nameOf(recipient) }), {
      label: t('recipients.undo'),
      run: () => void putBack(recipient),
    });
  };
  return (
    <div className="row wrap">
      <Button look="primary" onPress={() => go('newOrder', { recipientId: recipient.id })}>
        {t('recipients.newOrder')}
      </Button>
      <Button onPress={() => onEdit(recipient)}>{t('recipients.edit')}</Button>
      <MenuButton
        label={t('recipients.more')}
        className="btn"
        choices={[
          { id: 'copy', label: t('recipients.copyAddress') },
          { id: 'merge', label: t('recipients.mergeWith') },
          { id: 'remove', label: t('recipients.remove') },
          { id: 'erase', label: t('recipients.erase') },
        ]}
        onChoose={(id) => {
          if (id === 'copy') void copy();
          else if (id === 'remove') void remove();
          else ask(id === 'merge' ? 'merge' : 'erase');
        }}
      />
    </div>
  );
}

/** Taken off by mistake: back with the address as it was, and with what was sent. */
async function putBack(recipient: Recipient): Promise<void> {
  const { name, company, address, city, state, postcode, country, email } = recipient;
  const saved = await api.recipients.save({ name, company, address, city, state, postcode, country, email });
  if (!saved.ok) return toast(describeError(saved.error));
  if (recipient.orders + recipient.documents > 0) await api.recipients.fromHistory();
  useRecipients.getState().select(saved.value.id);
}

function Sent({ read }: { read: Read }) {
  const { t } = useTranslation();
  const { recipient, items, total } = read;
  if (items.length === 0) return <p className="sub">{t('recipients.nothingSent')}</p>;
  return (
    <>
      <ul className="sent-list">
        {items.map((item) => (
          <li key={item.id}>
            <button
              onClick={() =>
                go('history', { id: item.itemId, filter: { ...noFilter, recipientId: recipient.id } })
              }
            >
              <span className="ell med" title={item.summary}>
                {item.summary}
              </span>
              <StatusMark mark={standingMark(item)}>{statusWord(item, t)}</StatusMark>
              <span className="sub xs ell">{item.reference}</span>
              <time className="sub xs num">{shortDay(item.at)}</time>
            </button>
          </li>
        ))}
      </ul>
      {total > items.length ? (
        <Button
          look="link"
          onPress={() => go('history', { filter: { ...noFilter, recipientId: recipient.id } })}
        >
          {t('recipients.showAll', { total })}
        </Button>
      ) : null}
    </>
  );
}
