import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/Choices.tsx';
import { TextBlock, TextField } from '../ui/TextField.tsx';
import { useNewOrder } from './newOrderStore.ts';
import { useFaults } from './useFaults.ts';

/** Special text, price, customs. */
export function SlipSection() {
  const { t } = useTranslation();
  const { form, set } = useNewOrder();
  const at = useFaults();
  const abroad = form.country !== 'US';
  return (
    <fieldset>
      <legend>{t('newOrder.onTheSlip')}</legend>
      <TextBlock
        label={t('newOrder.specialText')}
        remark={t('newOrder.specialTextHelp')}
        value={form.specialText}
        onChange={(specialText) => set({ specialText })}
        help={t('newOrder.specialTextCount', { count: form.specialText.length })}
        {...at('specialText')}
      />
      <div className="pair">
        <TextField
          label={t('newOrder.price')}
          remark={t('newOrder.optional')}
          help={t('newOrder.priceHelp')}
          inputMode="decimal"
          value={form.price}
          onChange={(price) => set({ price })}
          {...at('price')}
        />
        <div className="f customs">
          <Checkbox
            label={t('newOrder.usePriceOnCustoms')}
            value={form.usePriceOnCustoms && abroad}
            onChange={(usePriceOnCustoms) => set({ usePriceOnCustoms })}
            disabled={abroad ? undefined : 'disabled'}
          />
          <span className="help">
            {t(abroad ? 'newOrder.customsNeedsPrice' : 'newOrder.customsOnlyAbroad')}
          </span>
        </div>
      </div>
    </fieldset>
  );
}
