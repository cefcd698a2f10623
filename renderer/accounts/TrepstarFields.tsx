import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { trepstarAddresses } from '../../shared/accounts/trepstarAddresses.ts';
import { paceBounds } from '../../shared/contract/accounts.ts';
import { modes, shippingMethods } from '../../shared/orders/order.ts';
import { Segmented } from '../ui/Choices.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type FieldsProps, SecretField } from './SecretField.tsx';
import { SharedLogin } from './SharedLogin.tsx';

/** Login, defaults and, under Advanced, the two addresses of a TrepStar account. */
export function TrepstarFields(props: FieldsProps) {
  const { t } = useTranslation();
  const { form, set, at } = props;
  const { settings } = form;
  return (
    <>
      <TextField
        label={t('accounts.loginEmail')}
        type="email"
        value={settings.loginEmail}
        onChange={(loginEmail) => set({ loginEmail })}
        {...at('loginEmail')}
      />
      <SharedLogin form={form} />
      <SecretField {...props} label={t('accounts.password')} />
      <SelectField
        label={t('accounts.defaultShippingMethod')}
        value={settings.defaultShippingMethod}
        choices={shippingMethods.map((value) => ({ value, label: t(`newOrder.method.${value}`) }))}
        onChange={(defaultShippingMethod) => set({ defaultShippingMethod })}
      />
      <div className="f">
        <span className="lab">{t('accounts.defaultMode')}</span>
        <Segmented
          label={t('accounts.defaultMode')}
          value={settings.defaultMode}
          choices={modes.map((value) => ({ value, label: t(`newOrder.${value}`) }))}
          onChange={(defaultMode) => set({ defaultMode })}
        />
        {settings.defaultMode === 'test' ? <span className="help">{t('newOrder.testTrap')}</span> : null}
      </div>
      <Disclosure className="advanced">
        <Heading level={3}>
          <AriaButton slot="trigger" className="btn link">
            <ChevronRight aria-hidden />
            {t('accounts.advanced')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <TextField
            label={t('accounts.orderAddress')}
            value={settings.orderAddress}
            placeholder={trepstarAddresses.order}
            onChange={(orderAddress) => set({ orderAddress })}
            {...at('orderAddress')}
          />
          <TextField
            label={t('accounts.statusAddress')}
            value={settings.statusAddress}
            placeholder={trepstarAddresses.status}
            onChange={(statusAddress) => set({ statusAddress })}
            {...at('statusAddress')}
          />
          <NumberField
            label={t('accounts.pace')}
            value={settings.pace}
            {...paceBounds}
            help={t('accounts.paceHelp')}
            onChange={(pace) => set({ pace })}
          />
        </DisclosurePanel>
      </Disclosure>
    </>
  );
}
