import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { partsOf } from '../../shared/orders/splitOrder.ts';
import { count } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { toOrder } from './orderForm.ts';
import { ordersOf, useNewOrder } from './newOrderStore.ts';

/** So many parts are named one by one. */
const mostNamed = 5;

/** Offers the split that the limit of 250 asks for; agreed to, says into what. */
export function SplitNote() {
  const { t } = useTranslation();
  const { form, faults, split, setSplit } = useNewOrder();
  if (!split) {
    const parts = partsOf(toOrder(form).lines, faults);
    return parts === null ? null : (
      <div>
        <Button onPress={() => setSplit(true)}>
          <Split aria-hidden />
          {t('newOrder.split', { count: parts })}
        </Button>
      </div>
    );
  }
  const orders = ordersOf({ form, split });
  return (
    <div className="split-note" role="status">
      <b>{t('newOrder.splitInto', { count: orders.length })}</b>
      <ul>
        {orders.slice(0, mostNamed).map(({ invoice, lines }, index) => (
          <li key={index}>
            {invoice || t('newOrder.freshInvoice')}:{' '}
            {lines
              .map(({ quantity, title, productId }) => `${count(quantity)} × ${title || productId}`)
              .join(', ')}
          </li>
        ))}
        {orders.length > mostNamed ? (
          <li>{t('newOrder.splitMore', { count: orders.length - mostNamed })}</li>
        ) : null}
      </ul>
      <Button look="link" onPress={() => setSplit(false)}>
        {t('newOrder.splitBack')}
      </Button>
    </div>
  );
}
