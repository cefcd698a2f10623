import { Files, FolderOpen, MailWarning, Scissors } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemedyId } from '../../shared/mailings/finding.ts';
import { useFrame } from '../frame/frameStore.ts';
import { useRoute } from '../frame/routeStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Banner, EmptyState, LoadingRows } from '../ui/Notices.tsx';
import { refusedNames } from './refusedNames.ts';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { CardRow } from './CardRow.tsx';
import { canGo, useDesk } from './deskStore.ts';
import { DocumentOptions } from './DocumentOptions.tsx';
import { optionsSubject } from './optionsSubject.ts';
import { OrderOptions } from './OrderOptions.tsx';
import { Preview } from './Preview.tsx';
import { setProgress } from './progressStore.ts';
import { RemedyDialog } from './RemedyDialog.tsx';
import { useReview } from './reviewStore.ts';
import { SendDialog } from './SendDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { ServiceLists, useMailAccounts } from './ServiceLists.tsx';
import { Underway } from './Underway.tsx';
import { WatchNotice } from './WatchNotice.tsx';
import './mailings.css';
import './preview.css';
import './options.css';
import './dialogs.css';

type Open =
  | { kind: 'remedy'; id: string; remedy: RemedyId }
  | { kind: 'split'; id: string }
  | { kind: 'send'; ids: string[] }
  | { kind: 'lists' };

/** PDFs on the desk: looked through, given an address and options, and sent. */
export default function MailingsScreen() {
  const { t } = useTranslation();
  const { cards, mailings, shown, load, loadShelf, error, take } = useDesk();
  const wanted = useRoute((state) => state.params.id);
  const [open, setOpen] = useState<Open | null>(null);
  const accounts = useMailAccounts();
  const { review, close: closeReview } = useReview();
  useEffect(() => {
    void load().then(() => {
      if (wanted !== undefined) useDesk.getState().show(wanted);
    });
    void loadShelf();
  }, [load, loadShelf, wanted]);
  usePush('mailings.changed', ({ ids }) => void load(ids));
  usePush('mailings.progress', ({ id, part }) => setProgress(id, part));
  const card = cards?.find(({ id }) => id === shown) ?? null;
  // The list with its findings comes first; preview and options follow when there is time.
  const previewed = useDeferredValue(card, null);
  const settled = useDeferredValue(card !== null, false);
  const onRemedy = useCallback(
    (id: string, remedy: RemedyId) =>
      setOpen(remedy === 'split' ? { kind: 'split', id } : { kind: 'remedy', id, remedy }),
    [],
  );
  const inDialog =
    open?.kind === 'remedy' || open?.kind === 'split' ? cards?.find(({ id }) => id === open.id) : undefined;
  return (
    <div className="screen mailings">
      <ScreenHeader title={t('mailings.title')}>
        {card !== null && (card.pages ?? 0) > 1 ? (
          <Button onPress={() => setOpen({ kind: 'split', id: card.id })}>
            <Scissors size={16} aria-hidden /> {t('mailings.splitOne')}
          </Button>
        ) : null}
        {accounts.length > 0 ? (
          <Button onPress={() => setOpen({ kind: 'lists' })}>
            <MailWarning size={16} aria-hidden /> {t('mailings.lists')}
          </Button>
        ) : null}
        <Button onPress={() => void take(api.mailings.choose())}>
          <FolderOpen size={16} aria-hidden /> {t('mailings.choose')}
        </Button>
      </ScreenHeader>
      {error ? <Banner mark="refused" title={describeError(error)} /> : null}
      <Refused />
      <WatchNotice />
      {cards === null ? (
        <LoadingRows />
      ) : cards.length === 0 && mailings.length === 0 ? (
        <Nothing />
      ) : (
        <div className="body desk">
          <Cards onRemedy={onRemedy} />
          {cards.length === 0 ? null : (
            <>
              {previewed === null ? <section className="preview" /> : <Preview card={previewed} />}
              {settled ? <Options /> : <aside className="mail-options" />}
            </>
          )}
        </div>
      )}
      {cards !== null && cards.length > 0 ? (
        <SendStrip onSend={(ids) => setOpen({ kind: 'send', ids })} />
      ) : null}
      {open?.kind === 'remedy' && inDialog ? (
        <RemedyDialog card={inDialog} remedy={open.remedy} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'split' && inDialog ? (
        <SplitDialog card={inDialog} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === 'lists' ? <ServiceLists accounts={accounts} onClose={() => setOpen(null)} /> : null}
      {review === null ? null : (
        <SendDialog
          cards={(cards ?? []).filter((one) => review.cardIds.includes(one.id))}
          accountId={review.accountId}
          onClose={closeReview}
        />
      )}
      {open?.kind === 'send' ? (
        <SendDialog
          // What comes to the desk meanwhile has not been looked at.
          cards={(cards ?? []).filter(({ id }) => open.ids.includes(id))}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

/** As many cards as a large screen shows. */
const drawnAtOnce = 10;

function Cards({ onRemedy }: { onRemedy: (id: string, remedy: RemedyId) => void }) {
  const { t } = useTranslation();
  const { cards, selected, selectAll } = useDesk();
  const all = cards ?? [];
  return (
    <section className="pdf-cards scroll" aria-label={t('mailings.onDesk')}>
      <div className="drop-hint">{t('mailings.dropHint')}</div>
      {all.length > 0 ? (
        <Checkbox
          label={t('mailings.selectedOf', { count: all.length, selected: selected.size })}
          value={selected.size === all.length}
          onChange={selectAll}
        />
      ) : null}
      {all.map((card, index) => (
        <CardRow key={card.id} card={card} isFirst={index < drawnAtOnce} onRemedy={onRemedy} />
      ))}
      <Underway />
    </section>
  );
}

/** Drawn after the list has answered a click: until then what stands here is about another document and takes nothing. */
function Options() {
  const { t } = useTranslation();
  const { cards, shown, selected } = useDesk();
  const subject = useMemo(() => optionsSubject(cards ?? [], shown, selected), [cards, shown, selected]);
  const drawn = useDeferredValue(subject, null);
  const forms = useMemo(
    () => (
      <>
        {drawn === null ? null : <DocumentOptions key={drawn.key} subject={drawn} />}
        <OrderOptions subject={drawn} />
      </>
    ),
    [drawn],
  );
  return (
    <aside
      className="mail-options scroll"
      aria-label={t('mailings.options')}
      inert={drawn?.key !== subject?.key}
    >
      {forms}
    </aside>
  );
}

function SendStrip({ onSend }: { onSend: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { cards, selected, select } = useDesk();
  const chosen = (cards ?? []).filter(({ id }) => selected.has(id));
  const ready = chosen.filter(canGo);
  const send = (): void => {
    if (chosen.length === 0) return toast(t('mailings.nothingSelected'));
    if (ready.length < chosen.length)
      return toast(t('mailings.someCannot', { count: chosen.length - ready.length }));
    onSend(chosen.map(({ id }) => id));
  };
  return (
    <footer className="send-strip row">
      <StatusIcon mark="delivered" />
      <span>{t('mailings.canBeSent', { count: ready.length })}</span>
      {chosen.length > ready.length ? (
        <>
          <StatusIcon mark="refused" />
          <span>{t('mailings.cannotCount', { count: chosen.length - ready.length })}</span>
          <Button look="link" onPress={() => select(ready.map(({ id }) => id))}>
            {t('mailings.unselectThose', { count: chosen.length - ready.length })}
          </Button>
        </>
      ) : null}
      <span className="grow" />
      <Button look="primary" onPress={send}>
        {t('mailings.send', { count: chosen.length })}
      </Button>
    </footer>
  );
}

/** Files that could not be taken, each with its reason. */
function Refused() {
  const { t } = useTranslation();
  const { refused, clearRefused } = useDesk();
  if (refused.length === 0) return null;
  return (
    <Banner
      mark="needs"
      title={t('mailings.notTaken', { count: refused.length })}
      actions={<Button onPress={clearRefused}>{t('mailings.understood')}</Button>}
    >
      {refusedNames(t, refused)}
    </Banner>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const take = useDesk((state) => state.take);
  const practice =
    useFrame((state) => state.accounts)?.some(({ service }) => service === 'practice') ?? false;
  return (
    <EmptyState
      drawing={<Files size={48} aria-hidden />}
      title={t('mailings.emptyTitle')}
      actions={
        <>
          <Button look="primary" onPress={() => void take(api.mailings.choose())}>
            {t('mailings.choose')}
          </Button>
          {practice ? (
            <Button onPress={() => void take(api.mailings.samples())}>{t('mailings.samples')}</Button>
          ) : null}
        </>
      }
    >
      {t('mailings.emptyText')}
    </EmptyState>
  );
}
