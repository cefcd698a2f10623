import { Copy, ExternalLink, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract/contract.ts';
import type { HistoryItem } from '../../shared/contract/history.ts';
import type { Order, TimelineEvent } from '../../shared/contract/orders.ts';
import { explainRefusal } from '../../shared/orders/refusals.ts';
import { orderStatuses } from '../../shared/orders/status.ts';
import { go } from '../frame/routeStore.ts';
import { linesOf } from '../lib/addressText.ts';
import { describeError } from '../lib/describeError.ts';
import { calendarDay, clock, dayAndTime, shortDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { markOf, StatusIcon, StatusMark } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { standingMark, statusWord } from './columns.tsx';
import { noFilter } from './filters.ts';
import { useHistory } from './historyStore.ts';
import '../ui/details.css';

type Details = Output<'orders.get'>;

/** Everything of one order: to whom, what, where it is, and every step with the service's own words. */
export function OrderDetails({
  orderId,
  item,
  onClose,
}: {
  orderId: string;
  item: HistoryItem | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [details, setDetails] = useState<Details | null>(null);
  const practice = item?.service === 'practice';
  const [error, setError] = useState('');
  const load = async () => {
    const answer = await api.orders.get({ id: orderId });
    if (answer.ok) setDetails(answer.value);
    else setError(describeError(answer.error));
  };
  useEffect(() => {
    let current = true;
    void api.orders.get({ id: orderId }).then((answer) => {
      if (!current) return;
      if (answer.ok) setDetails(answer.value);
      else setError(describeError(answer.error));
    });
    return () => {
      current = false;
    };
  }, [orderId]);
  usePush('history.changed', ({ itemIds }) => {
    if (itemIds.length === 0 || itemIds.includes(orderId)) void load();
  });
  if (error !== '') return <aside className="details">{error}</aside>;
  if (!details || details.order.id !== orderId) return <aside className="details" aria-busy />;
  const { order, timeline } = details;
  const standing = { ...order, nothingMoved: item?.nothingMoved };
  return (
    <aside className="details" aria-label={t('history.details')}>
      <header>
        <div className="row">
          <h2 className="grow">{order.name}</h2>
          <StatusMark mark={standingMark(standing)}>{statusWord(standing, t)}</StatusMark>
          <IconButton label={t('history.close')} onPress={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
        <p className="sub">
          {order.invoice}, {t('history.ordered', { date: shortDay(order.acceptedAt) })},{' '}
          {t(practice ? 'history.practice' : order.mode === 'live' ? 'history.live' : 'history.testMode')}
        </p>
        <Actions order={order} item={item} />
      </header>
      <Meaning order={order} nothingMoved={item?.nothingMoved ?? false} />
      <Facts order={order} />
      <h3>{t('history.timeline')}</h3>
      <ol className="timeline">
        {[...timeline].reverse().map((event) => (
          <Step key={event.id} event={event} />
        ))}
      </ol>
    </aside>
  );
}

function Actions({ order, item }: { order: Order; item: HistoryItem | null }) {
  const { t } = useTranslation();
  const track = async () => {
    const opened = await api.history.openTracking({ id: item?.id ?? order.id });
    if (!opened.ok) toast(describeError(opened.error));
  };
  const { batchId } = order;
  return (
    <div className="row wrap">
      {order.trackingId === '' ? null : (
        <Button look="primary" onPress={() => void track()}>
          <ExternalLink aria-hidden />
          {t('history.openTracking')}
        </Button>
      )}
      {order.status === 'refused' ? (
        <Button look="primary" onPress={() => go('outbox')}>
          {t('history.editAndSendAgain')}
        </Button>
      ) : null}
      <Button onPress={() => go('newOrder', { id: order.id, from: 'again' })}>
        {t('history.orderAgain')}
      </Button>
      {batchId === null ? null : (
        <Button look="quiet" onPress={() => useHistory.getState().setFilter({ ...noFilter, batchId })}>
          {t('history.showBatch')}
        </Button>
      )}
    </div>
  );
}

/** What a state that wants something means for the order, and what to do. */
function Meaning({ order, nothingMoved }: { order: Order; nothingMoved: boolean }) {
  const { t } = useTranslation();
  if (order.status === 'refused' && order.refusal) {
    const words = { message: order.refusal.message };
    const refusal = explainRefusal(order.refusal.code);
    return (
      <p className="meaning refused">
        {t(`refusals.${refusal.reason}`, words)} {t(`refusals.${refusal.whatToDo}`, words)}
      </p>
    );
  }
  if (nothingMoved) return <p className="meaning needs">{t('history.nothingMovedMeans')}</p>;
  const known = t(`history.whatItMeans.${order.status}`, { detail: order.statusDetail, defaultValue: '' });
  return known === '' ? null : <p className={`meaning ${markOf[order.status]}`}>{known}</p>;
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const copy = async () => {
    const copied = await api.app.writeClipboard({ text: order.trackingId });
    toast(copied.ok ? t('history.copied') : describeError(copied.error));
  };
  return (
    <dl className="facts selectable">
      <dt>{t('history.toField')}</dt>
      <dd>
        {linesOf(order).map((line, index) => (
          <div key={index}>{line}</div>
        ))}
      </dd>
      <dt>{t('history.products')}</dt>
      <dd>
        {order.lines.map((line, index) => (
          <div key={index}>
            {line.quantity} × {line.title || line.productId}{' '}
            <span className="sub">{line.title === '' ? '' : line.productId}</span>
          </div>
        ))}
      </dd>
      <dt>{t('history.method')}</dt>
      <dd>{t(`newOrder.method.${order.shippingMethod}`)}</dd>
      {order.shipDate === null ? null : (
        <>
          <dt>{t('history.shipDate')}</dt>
          <dd>{calendarDay(order.shipDate)}</dd>
        </>
      )}
      <dt>{t('history.tracking')}</dt>
      <dd>
        {order.trackingId === '' ? (
          <span className="sub">{t('history.noTracking')}</span>
        ) : (
          <span className="row">
            <span className="mono">{order.trackingId}</span>
            <IconButton label={t('history.copyTracking')} onPress={() => void copy()}>
              <Copy aria-hidden />
            </IconButton>
          </span>
        )}
      </dd>
      {order.specialText === '' ? null : (
        <>
          <dt>{t('history.special')}</dt>
          <dd className="pre">{order.specialText}</dd>
        </>
      )}
    </dl>
  );
}

/**
 * One step of a timeline, with the raw answer on demand.
 * @param says the sentence for it, where there is a better one than that of its kind
 */
export function Step({ event, says = null }: { event: TimelineEvent; says?: string | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const status = orderStatuses.find((known) => known === event.status);
  const words = {
    detail: event.detail,
    status: status ? t(`history.status.${status}`, { detail: event.detail }) : event.status,
  };
  return (
    <li>
      <StatusIcon mark={status ? markOf[status] : 'waiting'} />
      <div className="grow">
        <p className="med">
          {says ?? t(`history.event.${event.kind}`, { ...words, defaultValue: event.detail || event.kind })}
        </p>
        <p className="sub xs">{t(`history.source.${event.source}`)}</p>
        {event.raw === '' ? null : (
          <>
            <button className="fix xs" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('history.answeredAt', { time: clock(event.at) })}
            </button>
            {open ? <pre className="mono answer selectable">{event.raw}</pre> : null}
          </>
        )}
      </div>
      <time className="sub xs">{dayAndTime(event.at)}</time>
    </li>
  );
}
