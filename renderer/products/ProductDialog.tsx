import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../shared/contract/products.ts';
import { shippingMethods, type ShippingMethod } from '../../shared/orders/order.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogFoot } from '../ui/DialogFoot.tsx';
import { focusFirstFault } from '../ui/focusFirstFault.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toastStore.ts';

interface Props {
  product: Product | null;
  accountId: string;
  onClose: () => void;
}

/** Add, change or remove a product. */
export function ProductDialog({ product, accountId, onClose }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    productId: product?.productId ?? '',
    title: product?.title ?? '',
    price: product?.price ?? '',
    packaging: product?.packaging ?? '',
    skus: product?.skus.join(', ') ?? '',
    defaultMethod: product?.defaultMethod ?? ('none' as ShippingMethod | 'none'),
  });
  const [tried, setTried] = useState(false);
  const [error, setError] = useState('');
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const idFault = /^\d{1,20}$/.test(form.productId.trim()) ? undefined : t('products.idFault');
  const priceFault =
    form.price === '' || /^\d{1,7}(\.\d{1,2})?$/.test(form.price.trim())
      ? undefined
      : t('products.priceFault');
  const save = async () => {
    setTried(true);
    if (idFault || priceFault) return focusFirstFault('.product-form');
    const saved = await api.products.save({
      ...(product ? { id: product.id } : {}),
      accountId: product?.accountId ?? accountId,
      productId: form.productId.trim(),
      title: form.title.trim(),
      price: form.price.trim(),
      packaging: form.packaging.trim(),
      defaultMethod: form.defaultMethod === 'none' ? null : form.defaultMethod,
      skus: form.skus
        .split(/[,;\n]/)
        .map((sku) => sku.trim())
        .filter((sku) => sku !== ''),
    });
    if (saved.ok) onClose();
    else setError(saved.error.code === 'conflict' ? t('products.idTaken') : describeError(saved.error));
  };
  const remove = async (known: Product) => {
    const removed = await api.products.remove({ id: known.id });
    if (!removed.ok) return setError(describeError(removed.error));
    const { timesOrdered: _times, lastUsedAt: _last, ...kept } = known;
    toast(t('products.removed', { product: known.title || known.productId }), {
      label: t('products.undo'),
      run: () => void api.products.save(kept),
    });
    onClose();
  };
  return (
    <Dialog
      title={t(product ? 'products.change' : 'products.add')}
      open
      onClose={onClose}
      dismiss="buttons"
      footer={
        <DialogFoot
          error={error}
          cancel={t('products.cancel')}
          onCancel={onClose}
          act={t('products.save')}
          onAct={save}
          aside={
            product ? <Button onPress={() => void remove(product)}>{t('products.remove')}</Button> : undefined
          }
        />
      }
    >
      <div className="product-form">
        <TextField
          label={t('products.id')}
          help={t('products.idHelp')}
          value={form.productId}
          onChange={(productId) => set({ productId })}
          error={tried ? idFault : undefined}
          autoFocus
        />
        <TextField label={t('products.title')} value={form.title} onChange={(title) => set({ title })} />
        <TextField
          label={t('products.price')}
          remark={t('products.optional')}
          value={form.price}
          onChange={(price) => set({ price })}
          error={tried ? priceFault : undefined}
        />
        <SelectField
          label={t('products.method')}
          value={form.defaultMethod}
          choices={[
            { value: 'none' as const, label: t('products.methodNone') },
            ...shippingMethods.map((value) => ({ value, label: t(`newOrder.method.${value}`) })),
          ]}
          onChange={(defaultMethod) => set({ defaultMethod })}
        />
        <TextField
          label={t('products.packaging')}
          remark={t('products.optional')}
          value={form.packaging}
          onChange={(packaging) => set({ packaging })}
        />
        <TextField
          label={t('products.skus')}
          remark={t('products.optional')}
          help={t('products.skusHelp')}
          value={form.skus}
          onChange={(skus) => set({ skus })}
        />
      </div>
    </Dialog>
  );
}
