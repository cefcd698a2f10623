import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takesOrders, useFrame } from '../frame/frameStore.ts';
import { go, useRoute } from '../frame/routeStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { waitWords } from '../lib/format.ts';
import { focusFirstFault } from '../ui/focusFirstFault.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Banner, EmptyState } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { ordersOf, useNewOrder } from './newOrderStore.ts';
import { PackingSlip, RecentLike } from './PackingSlip.tsx';
import { SlipSection } from './SlipSection.tsx';
import { ToSection } from './ToSection.tsx';
import { WhatSection } from './WhatSection.tsx';
import './newOrder.css';

/** One order by hand: form left, the slip as it will be at the right. */
export default function NewOrderScreen() {
  const { t } = useTranslation();
  const accounts = useFrame((state) => state.accounts)?.filter(takesOrders) ?? [];
  const chosen = useFrame((state) => state.accountId);
  const params = useRoute((state) => state.params);
  const { origin, form, clear, open, addressTo } = useNewOrder();
  const account = accounts.find((a) => a.id === chosen) ?? accounts[0] ?? null;
  const { problem, place } = usePlacing();
  useEffect(() => {
    // On the window and before any field: in a select or a list Enter means something else.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void place();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [place]);
  useEffect(() => {
    void open(account, params).then(async (how) => {
      const back = params.recipientId === undefined ? null : await addressTo(params.recipientId);
      if (how !== 'restored') return;
      // An unfinished order keeps its products; its address can be had back.
      if (back === null) toast(t('newOrder.draftRestored'));
      else toast(t('newOrder.draftAddressed'), { label: t('newOrder.oldAddress'), run: back });
    });
    // Opened once per visit; a later change of the account is the form's own business.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (accounts.length === 0)
    return (
      <EmptyState
        title={t('newOrder.noAccountTitle')}
        actions={
          <Button look="primary" onPress={() => go('accounts', { add: true })}>
            {t('newOrder.addAccount')}
          </Button>
        }
      >
        {t('newOrder.noAccountText')}
      </EmptyState>
    );
  return (
    <div className="screen">
      <ScreenHeader title={t('newOrder.title')}>
        <Button look="quiet" onPress={() => void clear()}>
          {t('newOrder.clear')}
        </Button>
      </ScreenHeader>
      {origin.kind === 'refused' ? (
        <Banner mark="refused" title={t('newOrder.editing', { invoice: form.invoice })} />
      ) : null}
      {origin.kind === 'taken' ? (
        <Banner mark="waiting" title={t('newOrder.editingTaken', { invoice: form.invoice })} />
      ) : null}
      <Aside />
      <div className="body new-order">
        <form className="order-form scroll" onSubmit={(event) => event.preventDefault()}>
          <WhatSection />
          <ToSection />
          <SlipSection />
        </form>
        <aside className="slip-pane">
          <PackingSlip />
          <RecentLike />
          <span className="grow" />
          <PlaceOrder problem={problem} place={place} />
        </aside>
      </div>
    </div>
  );
}

/** The unfinished order that made room for this one. */
function Aside() {
  const { t } = useTranslation();
  const { aside, bringBack } = useNewOrder();
  const last = aside.at(-1)?.form;
  if (last === undefined) return null;
  const name = last.name.trim() || last.invoice;
  return (
    <Banner
      mark="waiting"
      title={t('newOrder.aside', { name })}
      actions={<Button onPress={bringBack}>{t('newOrder.bringBack')}</Button>}
    />
  );
}

function PlaceOrder({ problem, place }: { problem: string; place: () => Promise<void> }) {
  const { t } = useTranslation();
  const { form, set, placing } = useNewOrder();
  const orders = useNewOrder((state) => ordersOf(state).length);
  const undoTime = useFrame((state) => state.settings?.undoTime ?? 60);
  const mac = useFrame((state) => state.info?.platform === 'darwin');
  return (
    <div className="place-order">
      <div className="row between">
        <span className="lab">{t('newOrder.mode')}</span>
        <Segmented
          label={t('newOrder.mode')}
          value={form.mode}
          choices={(['live', 'test'] as const).map((value) => ({ value, label: t(`newOrder.${value}`) }))}
          onChange={(mode) => set({ mode })}
        />
      </div>
      <Button
        look="primary"
        size="large"
        isPending={placing}
        onPress={() => void place()}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {orders === 1 ? t('newOrder.placeOrder') : t('newOrder.placeOrders', { count: orders })}{' '}
        <span className="key" aria-hidden>
          {mac ? '⌘↵' : 'Ctrl ↵'}
        </span>
      </Button>
      <p className={`xs ${problem === '' ? 'sub' : 'problem'}`} role="status">
        {problem === ''
          ? form.mode === 'test'
            ? t('newOrder.testTrap')
            : undoTime === 0
              ? t('newOrder.afterwardsNow')
              : t('newOrder.afterwards', {
                  time: waitWords(undoTime),
                })
          : problem}
      </p>
    </div>
  );
}

/** Placing: names what is missing and goes there, or hands the order to the outbox. */
function usePlacing(): { problem: string; place: () => Promise<void> } {
  const { t } = useTranslation();
  const [problem, setProblem] = useState('');
  const faults = useNewOrder((state) => state.faults);
  const place = useCallback(async () => {
    const result = await useNewOrder.getState().place();
    switch (result.kind) {
      case 'placed':
        setProblem('');
        return toast(t('newOrder.placed', { count: result.orders, invoice: result.invoice }), {
          label: t('newOrder.showOutbox'),
          run: () => go('outbox'),
        });
      case 'incomplete':
        setProblem('incomplete');
        return focusFirstFault('.order-form');
      case 'failed':
        return setProblem(
          result.code === 'conflict'
            ? t('newOrder.invoiceUsed')
            : t(`errors.${result.code}`, { detail: result.detail }),
        );
      case 'busy':
        return undefined;
    }
  }, [t]);
  const fields = [...new Set(faults.map((fault) => t(fieldLabel(fault.field))))];
  const missing =
    fields.length === 0 ? '' : t('newOrder.missing', { count: fields.length, fields: fields.join(', ') });
  return { problem: problem === 'incomplete' ? missing : problem, place };
}

/** The label of a field as the form shows it. */
function fieldLabel(field: string): string {
  const name = field.replace(/^lines\.\d+\./, '');
  const labels: Record<string, string> = {
    accountId: 'account',
    lines: 'product',
    productId: 'product',
    name: 'fullName',
    address: 'streetAddress',
  };
  return `newOrder.${labels[name] ?? name}`;
}
