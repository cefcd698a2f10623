import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { modes } from '../../shared/orders/order.ts';
import { useFrame } from '../frame/frameStore.ts';
import { count, countryName, waitWords } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { client } from './pasteClient.ts';
import { pasteAccount } from './pasteFlow.ts';
import { usePaste } from './pasteStore.ts';
import type { Review, SendRow } from './protocol.ts';
import { reviewAgain, submitReviewed } from './submit.ts';
import { useProducts } from './useProducts.ts';

const listed = 200;

/** Totals and the dry run: what would leave, to whom, live or test. Nothing has left yet. */
export function ReviewDialog() {
  const { t } = useTranslation();
  const { review, progress, mode, set } = usePaste();
  const undoTime = useFrame((state) => state.settings?.undoTime ?? 60);
  const sheet = usePaste((state) => state.sheet);
  if (!review) return null;
  const { orders } = review.review;
  const practice = pasteAccount()?.service === 'practice';
  const close = (): void => {
    if (!progress) set({ review: null });
  };
  return (
    <Dialog
      open
      width="wide"
      onClose={close}
      dismiss="buttons"
      title={t('paste.review.title', {
        count: orders,
        service: practice ? t('paste.review.practice') : 'TrepStar',
      })}
      footer={
        progress ? (
          <ProgressFooter />
        ) : (
          <>
            <span className="grow sub xs">
              {undoTime > 0 ? t('outbox.willWait', { time: waitWords(undoTime) }) : t('outbox.leaveAtOnce')}
            </span>
            <Button size="large" onPress={close}>
              {t('paste.back')}
            </Button>
            <Button look="primary" size="large" autoFocus onPress={() => void submitReviewed()}>
              {t(mode === 'test' ? 'paste.review.submitTest' : 'paste.review.submitLive', {
                count: orders,
              })}
            </Button>
          </>
        )
      }
    >
      <p className="sec">
        {t('paste.review.from', { account: pasteAccount()?.name ?? '' })}{' '}
        {sheet && sheet.counts.attention > 0
          ? t('paste.review.stay', { count: sheet.counts.attention })
          : null}
      </p>
      <RadioGroup
        className="mode"
        aria-label={t('paste.mode')}
        value={mode}
        isDisabled={progress !== null}
        onChange={(value) => {
          const chosen = modes.find((one) => one === value);
          if (!chosen) return;
          set({ mode: chosen });
          void reviewAgain();
        }}
      >
        {modes.map((one) => (
          <Radio key={one} value={one} className={`md ${one === mode ? 'on' : ''}`}>
            <i className={`rd ${one === mode ? 'on' : ''}`} />
            <span>
              <b className="med">{t(`paste.${one}`)}</b>
              <span className="sec">
                {t(`paste.review.${practice ? `${one}Practice` : one}`, {
                  count: orders,
                })}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <Totals review={review.review} />
      <ul className="chk">
        <li>
          <StatusIcon mark={review.used.length === 0 ? 'delivered' : 'needs'} />
          {review.used.length === 0
            ? t('paste.review.newInvoices')
            : t('paste.review.usedInvoices', { count: review.used.length })}
        </li>
        {review.review.repaired > 0 ? (
          <li>
            <StatusIcon mark="delivered" />
            {t('paste.review.repaired', { count: review.review.repaired })}
          </li>
        ) : null}
        {review.review.doubles > 0 ? (
          <li>
            <StatusIcon mark="needs" />
            {t('paste.review.doubles', { count: review.review.doubles })}
          </li>
        ) : null}
        {review.review.barred.length > 0 ? (
          <li>
            <StatusIcon mark="needs" />
            {t('paste.review.barred', {
              count: review.review.barred.length,
              rows: review.review.barred
                .slice(0, 5)
                .map(({ number }) => number)
                .join(', '),
            })}
          </li>
        ) : null}
      </ul>
      <DryRun total={orders} />
    </Dialog>
  );
}

function Totals({ review }: { review: Review }) {
  const { t } = useTranslation();
  const products = useProducts();
  const { totals } = review;
  const titleOf = (key: string, title: string): string =>
    products.find((one) => one.productId === key)?.title || title || key;
  const country = (key: string): string => countryName(key || 'US');
  return (
    <div className="tots">
      <TotalsTable
        head={t('paste.review.products')}
        remark={t('paste.review.ordersPieces')}
        rows={[
          ...top(totals.byProduct, 6).map(({ key, title, orders, copies }) => ({
            name: key === '' ? t('paste.review.others') : titleOf(key, title),
            figures: [orders, copies],
          })),
          { name: t('paste.review.total'), figures: [totals.orders, totals.copies], strong: true },
        ]}
      />
      <TotalsTable
        head={t('paste.review.countries')}
        rows={totals.byCountry
          .slice(0, 6)
          .map(({ key, orders }) => ({ name: country(key), figures: [orders] }))
          .concat(
            totals.byCountry.length > 6
              ? [
                  {
                    name: t('paste.review.moreCountries', { count: totals.byCountry.length - 6 }),
                    figures: [totals.byCountry.slice(6).reduce((sum, one) => sum + one.orders, 0)],
                  },
                ]
              : [],
          )}
      />
      <div>
        <TotalsTable
          head={t('paste.review.methods')}
          rows={totals.byMethod.map(({ key, orders }) => ({
            name: t(`paste.method.${key}`),
            figures: [orders],
          }))}
        />
        <TotalsTable
          head={t('paste.mode')}
          rows={totals.byMode.map(({ key, orders }) => ({
            name: t(key === 'test' ? 'paste.test' : 'paste.live'),
            figures: [orders],
          }))}
        />
      </div>
    </div>
  );
}

/** The first ones, and the rest in one line without a name. */
function top<T extends { key: string; title: string; orders: number; copies: number }>(
  all: readonly T[],
  most: number,
): { key: string; title: string; orders: number; copies: number }[] {
  if (all.length <= most) return [...all];
  const rest = all.slice(most - 1);
  const sum = (of: 'orders' | 'copies'): number => rest.reduce((total, one) => total + one[of], 0);
  return [...all.slice(0, most - 1), { key: '', title: '', orders: sum('orders'), copies: sum('copies') }];
}

interface TotalsProps {
  head: string;
  remark?: string;
  rows: readonly { name: string; figures: readonly number[]; strong?: boolean }[];
}

function TotalsTable({ head, remark, rows }: TotalsProps) {
  return (
    <section>
      <h3 className="row xs sec">
        <span className="grow">{head}</span>
        {remark ? <span className="sub">{remark}</span> : null}
      </h3>
      <table className="tt">
        <tbody>
          {rows.map(({ name, figures, strong }) => (
            <tr key={name} className={strong ? 'strong' : ''}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={index} className="num">
                  {count(figure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Exactly what would be sent, order by order. */
function DryRun({ total }: { total: number }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<SendRow[] | null>(null);
  const load = (): void => void client.call('batch', 0, listed).then(setRows);
  const save = async (): Promise<void> => {
    const text = await client.call('listText', 0, total);
    await api.app.saveText({ suggestedName: 'postroom-dry-run.tsv', text });
  };
  return (
    <details className="dry" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>{t('paste.review.list', { count: total })}</summary>
      <div className="drylist">
        <table>
          <tbody>
            {(rows ?? []).map(({ order, rows: keys }) => (
              <tr key={keys[0]}>
                <td>{order.invoice || t('paste.review.generated')}</td>
                <td>{order.lines.map((line) => `${line.quantity} × ${line.productId}`).join(', ')}</td>
                <td>
                  {[order.name, order.company, order.address, order.postcode, order.city, order.state]
                    .filter((part) => part !== '')
                    .join(', ')}
                </td>
                <td>{order.country}</td>
                <td>{t(`paste.method.${order.shippingMethod}`)}</td>
                <td>{t(`paste.${order.mode}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        {total > listed ? (
          <span className="sub grow">{t('paste.andMore', { count: total - listed })}</span>
        ) : null}
        <Button onPress={() => void save()}>{t('paste.review.saveList')}</Button>
      </div>
    </details>
  );
}

function ProgressFooter() {
  const { t } = useTranslation();
  const { progress, set } = usePaste();
  if (!progress) return null;
  const { done, total, state } = progress;
  return (
    <>
      <progress className="grow" max={total} value={done} aria-label={t('paste.review.progress')} />
      <span className="nowrap num">{t('paste.review.progressOf', { done, total })}</span>
      <Button
        size="large"
        onPress={() => set({ progress: { ...progress, state: state === 'paused' ? 'running' : 'paused' } })}
      >
        {state === 'paused' ? t('paste.review.goOn') : t('paste.review.pause')}
      </Button>
      <Button size="large" onPress={() => set({ progress: { ...progress, state: 'stopping' } })}>
        {t('paste.review.stop')}
      </Button>
    </>
  );
}
