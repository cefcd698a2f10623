import { useTranslation } from 'react-i18next';
import { tcgateEnvironments } from '../../shared/contract/accounts.ts';
import { Segmented } from '../ui/Choices.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type FieldsProps, SecretField } from './SecretField.tsx';
import { SharedLogin } from './SharedLogin.tsx';

/** Environment and sign-in of a TC.gate account. */
export function TcgateFields(props: FieldsProps) {
  const { t } = useTranslation();
  const { form, set, at } = props;
  const { settings } = form;
  return (
    <>
      <SelectField
        label={t('accounts.environment')}
        value={settings.environment}
        choices={tcgateEnvironments.map((value) => ({ value, label: t(`accounts.environments.${value}`) }))}
        onChange={(environment) => set({ environment })}
        {...(settings.environment === 'test' ? { help: t('frame.tcgate.test.text') } : {})}
      />
      {settings.environment === 'custom' ? (
        <TextField
          label={t('accounts.serviceAddress')}
          value={settings.serviceAddress}
          placeholder="https://"
          onChange={(serviceAddress) => set({ serviceAddress })}
          {...at('serviceAddress')}
        />
      ) : null}
      <div className="f">
        <span className="lab">{t('accounts.signInWith')}</span>
        <Segmented
          label={t('accounts.signInWith')}
          value={settings.signInWith}
          choices={(['secret', 'token'] as const).map((value) => ({
            value,
            label: t(`accounts.signIn.${value}`),
          }))}
          onChange={(signInWith) => set({ signInWith })}
        />
      </div>
      {settings.signInWith === 'secret' ? (
        <>
          <TextField
            label={t('accounts.clientId')}
            value={settings.clientId}
            onChange={(clientId) => set({ clientId })}
            {...at('clientId')}
          />
          <SecretField {...props} label={t('accounts.secret')} />
          <TextField
            label={t('accounts.tenant')}
            value={settings.tenant}
            onChange={(tenant) => set({ tenant })}
            {...at('tenant')}
          />
          <SharedLogin form={form} />
        </>
      ) : (
        <SecretField {...props} label={t('accounts.token')} />
      )}
    </>
  );
}
