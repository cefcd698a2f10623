import { useTranslation } from 'react-i18next';
import { go } from '../frame/routeStore.ts';
import { ago, count, countryName } from '../lib/format.ts';
import { useNow } from '../lib/useNow.ts';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { useNewOrder } from './newOrderStore.ts';

/** The slip as it will lie in the parcel, with faults marked where they stand. */
export function PackingSlip() {
  const { t } = useTranslation();
  const { form, faults } = useNewOrder();
  const wrong = (field: string) => faults.some((fault) => fault.field === field);
  const abroad = form.country !== 'US';
  return (
    <div className="paper">
      <div className="row between">
        <span className="med">{form.invoice}</span>
        <span className="sub xs">{t('newOrder.packingSlip')}</span>
      </div>
      <address className="addr">
        {form.name || ' '}
        {form.company === '' ? null : <div>{form.company}</div>}
        <div>{form.address}</div>
        <div>
          {form.postcode === '' ? null : wrong('postcode') ? <mark>{form.postcode}</mark> : form.postcode}{' '}
          {form.city}
          {form.state === '' ? '' : `, ${form.state}`}
        </div>
        <div className="caps-line">
          {abroad || form.name !== '' ? countryName(form.country).toUpperCase() : ''}
        </div>
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
