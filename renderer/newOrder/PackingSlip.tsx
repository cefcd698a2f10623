import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { linesOf } from '../lib/addressText.ts';
import { ago, count } from '../lib/format.ts';
import { useNow } from '../lib/useNow.ts';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { useNewOrder } from './newOrderStore.ts';

/** The slip as it will lie in the parcel, with faults marked where they stand. */
export function PackingSlip() {
  const { t } = useTranslation();
  const { form, faults } = useNewOrder();
  const wrongPostcode = faults.some((fault) => fault.field === 'postcode');
  const abroad = form.country !== 'US';
  // Of a form nobody has begun only the country stands there.
  const begun = abroad || form.name !== '';
  return (
    <div className="packing-slip">
      <div className="row between">
        <span className="med">{form.invoice}</span>
        <span className="sub xs">{t('newOrder.packingSlip')}</span>
      </div>
      <address className="addr">
        {begun
          ? linesOf(form).map((line, index) => (
              <div key={index}>{wrongPostcode ? withMark(line, form.postcode) : line}</div>
            ))
          : null}
      </address>
      <div className="tear" />
      <dl className="slip-lines">
        {form.lines.map((line, index) => (
          <div key={index}>
            <dt className="ell">{line.title || line.product || ' '}</dt>
            <dd>{line.product === '' ? '' : line.quantity}</dd>
          </div>
        ))}
      </dl>
      <div className="tear" />
      <dl className="slip-lines sec">
        <div>
          <dt>{t('newOrder.shipsBy')}</dt>
          <dd>{t(`newOrder.method.${form.shippingMethod}`)}</dd>
        </div>
        {abroad ? (
          <div>
            <dt>{t('newOrder.customsValue')}</dt>
            <dd>{form.usePriceOnCustoms && form.price !== '' ? `${form.price} USD` : '6.00 USD'}</dd>
          </div>
        ) : null}
      </dl>
      {form.specialText === '' ? null : <p className="xs sec special">{form.specialText}</p>}
    </div>
  );
}

function withMark(line: string, part: string): ReactNode {
  const at = part === '' ? -1 : line.indexOf(part);
  if (at === -1) return line;
  return (
    <>
      {line.slice(0, at)}
      <mark>{part}</mark>
      {line.slice(at + part.length)}
    </>
  );
}

/** "Katja Neumann got Stimmen am Fluss 3 days ago." */
export function RecentLike() {
  const { t } = useTranslation();
  const { recent, form } = useNewOrder();
  const now = useNow(60_000);
  const first = recent[0];
  if (!first) return null;
  return (
    <div className="banner needs dupe" role="status">
      <StatusIcon mark="needs" />
      <span>
        {t('newOrder.recentLike', {
          name: form.name,
          title: first.title,
          when: ago(first.at, now),
          invoice: first.invoice,
        })}{' '}
        <button type="button" className="fix" onClick={() => go('history', { id: first.id })}>
          {first.invoice}
        </button>
        {recent.length > 1 ? ` +${count(recent.length - 1)}` : ''}
      </span>
    </div>
  );
}
