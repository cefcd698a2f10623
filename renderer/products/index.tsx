import { Package, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/contract/products.ts';
import { takesOrders, useFrame } from '../frame/frameStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { count, shortDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { Button } from '../ui/Button.tsx';
import { ListTable, type ListColumn } from '../ui/ListTable.tsx';
import { EmptyState, LoadingRows } from '../ui/Notices.tsx';
import { toast } from '../ui/toastStore.ts';
import { ProductDialog } from './ProductDialog.tsx';
import { readPastedProducts } from './readPastedProducts.ts';
import './products.css';

/** What can be ordered: learned from use, typed, or pasted from a sheet. */
export default function ProductsScreen() {
  const { t } = useTranslation();
  const account = useFrame(
    (state) =>
      state.accounts?.find((a) => a.id === state.accountId && takesOrders(a)) ??
      state.accounts?.find(takesOrders),
  );
  const [products, setProducts] = useState<Product[] | null>(null);
  const [open, setOpen] = useState<Product | 'new' | null>(null);
  const accountId = account?.id ?? '';
  const load = useCallback(async () => {
    const answer = await api.products.list({ accountId });
    if (answer.ok) setProducts(answer.value);
  }, [accountId]);
  useEffect(() => {
    void Promise.resolve().then(load);
  }, [load]);
  usePush('products.changed', () => void load());
  const columns = useMemo<ListColumn<Product>[]>(
    () => [
      {
        id: 'productId',
        label: t('products.id'),
        width: '110px',
        cell: (p) => p.productId,
        sortable: 'plain',
      },
      {
        id: 'title',
        label: t('products.title'),
        width: 'minmax(160px, 2fr)',
        cell: (p) => p.title || '–',
        sortable: 'plain',
      },
      {
        id: 'price',
        label: t('products.price'),
        width: '90px',
        cell: (p) => (p.price === '' ? '' : `${p.price} USD`),
        sortable: 'plain',
        figures: 'figures',
      },
      {
        id: 'method',
        label: t('products.method'),
        width: 'minmax(120px, 1fr)',
        cell: (p) =>
          p.defaultMethod ? (
            t(`newOrder.method.${p.defaultMethod}`)
          ) : (
            <span className="sub">{t('products.methodNone')}</span>
          ),
        sortable: 'plain',
      },
      {
        id: 'packaging',
        label: t('products.packaging'),
        width: 'minmax(100px, 1fr)',
        cell: (p) => p.packaging,
        sortable: 'plain',
      },
      {
        id: 'skus',
        label: t('products.skus'),
        width: 'minmax(120px, 1fr)',
        cell: (p) => p.skus.join(', '),
        sortable: 'plain',
      },
      {
        id: 'ordered',
        label: t('products.ordered'),
        width: '90px',
        cell: (p) => (p.timesOrdered === 0 ? '' : count(p.timesOrdered)),
        sortable: 'plain',
        figures: 'figures',
      },
      {
        id: 'last',
        label: t('products.last'),
        width: '90px',
        cell: (p) => (p.lastUsedAt === null ? '' : shortDay(p.lastUsedAt)),
        sortable: 'plain',
      },
    ],
    [t],
  );
  const paste = async (text: string) => {
    const { products: read, leftOut } = readPastedProducts(text, accountId);
    if (read.length === 0) return toast(t('products.pasteNone'));
    const done = await api.products.import(read);
    toast(done.ok ? t('products.pasted', { ...done.value, leftOut }) : describeError(done.error));
    await load();
  };
  return (
    <div
      className="screen"
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        void paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <ScreenHeader title={t('frame.screens.products')} remark={account?.name}>
        <Button look="primary" onPress={() => setOpen('new')}>
          <Plus aria-hidden />
          {t('products.add')}
        </Button>
      </ScreenHeader>
      {products === null ? (
        <LoadingRows />
      ) : products.length === 0 ? (
        <EmptyState
          drawing={<Package />}
          title={t('products.emptyTitle')}
          actions={<Button onPress={() => setOpen('new')}>{t('products.add')}</Button>}
        >
          {t('products.emptyText')}
        </EmptyState>
      ) : (
        <>
          <ListTable
            label={t('frame.screens.products')}
            rows={products}
            total={products.length}
            idOf={(product) => product.id}
            columns={columns}
            selectedId={open !== null && open !== 'new' ? open.id : null}
            onSelect={setOpen}
          />
          <footer className="strip totals">
            <span>
              <b>{count(products.length)}</b> {t('products.shown', { count: products.length })}
            </span>
            <span className="grow" />
            <span className="sub ell">{t('products.pasteHint')}</span>
          </footer>
        </>
      )}
      {open === null ? null : (
        <ProductDialog
          product={open === 'new' ? null : open}
          accountId={accountId}
          onClose={() => {
            setOpen(null);
            void load();
          }}
        />
      )}
    </div>
  );
}
