import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shippingMethods } from '../../shared/orders/order.ts';
import { takesOrders, useFrame } from '../frame/frameStore.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useNewOrder } from './newOrderStore.ts';
import { SplitNote } from './SplitNote.tsx';
import { useFaults } from './useFaults.ts';

/** Account, products with quantities, invoice, shipping method. */
export function WhatSection() {
  const { t } = useTranslation();
  const { form, set, addLine, invoiceUsed, freshInvoice } = useNewOrder();
  const accounts = (useFrame((state) => state.accounts) ?? []).filter(takesOrders);
  const at = useFaults();
  const chooseAccount = (accountId: string) => {
    const settings = accounts.find((account) => account.id === accountId)?.settings;
    set({
      accountId,
      ...(settings ? { shippingMethod: settings.defaultShippingMethod, mode: settings.defaultMode } : {}),
    });
    useFrame.getState().chooseAccount(accountId);
    void freshInvoice();
  };
  const invoice = at('invoice');
  return (
    <fieldset>
      <legend>{t('newOrder.what')}</legend>
      <SelectField
        label={t('newOrder.account')}
        value={form.accountId}
        choices={accounts.map(({ id, name, service }) => ({
          value: id,
          label: `${name} (${t(`accounts.services.${service}`)})`,
        }))}
        onChange={chooseAccount}
        {...at('accountId')}
      />
      {form.lines.map((_, index) => (
        <LineFields key={index} index={index} />
      ))}
      <div>
        <Button look="link" onPress={addLine}>
          <Plus aria-hidden />
          {t('newOrder.addProduct')}
        </Button>
      </div>
      <div className="pair">
        <TextField
          label={t('newOrder.invoice')}
          remark={t('newOrder.invoiceHelp')}
          value={form.invoice}
          onChange={(value) => set({ invoice: value })}
          onBlur={invoice.onBlur}
          error={
            invoiceUsed ? (
              <>
                {t('newOrder.invoiceUsed')}{' '}
                <button type="button" className="fix" onClick={() => void freshInvoice()}>
                  {t('newOrder.newInvoice', { invoice: '' }).trim()}
                </button>
              </>
            ) : (
              invoice.error
            )
          }
        />
        <SelectField
          label={t('newOrder.shippingMethod')}
          value={form.shippingMethod}
          choices={shippingMethods.map((value) => ({ value, label: t(`newOrder.method.${value}`) }))}
          onChange={(shippingMethod) => set({ shippingMethod })}
          {...at('shippingMethod')}
        />
      </div>
      <SumFault />
      <SplitNote />
    </fieldset>
  );
}

function LineFields({ index }: { index: number }) {
  const { t } = useTranslation();
  const { form, products, typeProduct, setLine, removeLine } = useNewOrder();
  const at = useFaults();
  const line = form.lines[index];
  const own = products.filter((product) => product.accountId === form.accountId);
  if (!line) return null;
  const product = at(`lines.${index}.productId`);
  return (
    <div className="order-line">
      <ComboField
        label={t('newOrder.product')}
        text={line.product}
        placeholder={t('newOrder.productPlaceholder')}
        narrowing="filtered"
        choices={own.map(({ productId, title }) => ({ value: productId, label: title, side: productId }))}
        onText={(text) => typeProduct(index, text)}
        onChoose={(productId) => {
          const chosen = own.find((p) => p.productId === productId);
          if (chosen) setLine(index, { product: chosen.title, productId, title: chosen.title });
        }}
        onBlur={product.onBlur}
        error={product.error}
        {...(line.productId !== '' && line.title === '' ? { help: t('newOrder.unknownProduct') } : {})}
      />
      <TextField
        label={t('newOrder.quantity')}
        numeric="numeric"
        inputMode="numeric"
        value={line.quantity}
        onChange={(quantity) => setLine(index, { quantity })}
        {...at(`lines.${index}.quantity`)}
      />
      <IconButton label={t('newOrder.removeProduct')} onPress={() => removeLine(index)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

/** A fault of the lines together: the sum above 250, or no product at all. */
function SumFault() {
  const { t } = useTranslation();
  const { faults, tried } = useNewOrder();
  const found = faults.find((fault) => fault.field === 'lines');
  if (!found || !(tried || found.code === 'quantitySum')) return null;
  return <p className="err">{t(`orderFaults.${found.code}`, found.params)}</p>;
}
