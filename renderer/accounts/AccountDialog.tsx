import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Disclosure, DisclosurePanel, Button as AriaButton, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  services,
  tcgateEnvironments,
  type Account,
  type AccountSettings,
  type ConnectionReport,
} from '../../shared/contract/accounts.ts';
import { shippingMethods } from '../../shared/orders/order.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import { TextField } from '../ui/TextField.tsx';
import {
  accountFaults,
  emptyAccount,
  formOf,
  toInput,
  type AccountField,
  type AccountForm,
} from './accountForm.ts';

interface Props {
  /** null = a new one. */
  account: Account | null;
  onClose: () => void;
  onSaved: (account: Account) => void;
}

/** Add or change an account. The secret travels to the keychain and never comes back. */
export function AccountDialog({ account, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<AccountForm>(() => (account ? formOf(account) : emptyAccount('trepstar')));
  const [tried, setTried] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<AccountField>>(new Set());
  const [report, setReport] = useState<ConnectionReport | 'testing' | null>(null);
  const [error, setError] = useState('');
  const faults = accountFaults(form);
  const change = (change: Partial<AccountForm>) => {
    setForm({ ...form, ...change });
    setReport(null);
  };
  const set = (settings: Partial<AccountSettings>) => change({ settings: { ...form.settings, ...settings } });
  const faultAt = (field: AccountField) =>
    faults[field] && (tried || left.has(field)) ? t(`accounts.fault.${faults[field]}`) : undefined;
  const at = (field: AccountField) => ({
    error: faultAt(field),
    onBlur: () => setLeft(new Set([...left, field])),
  });

  const save = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const saved = await api.accounts.save(toInput(form));
    if (saved.ok) onSaved(saved.value);
    else setError(describeError(saved.error));
  };
  const test = async () => {
    setTried(true);
    const { name: _name, ...others } = faults;
    if (Object.keys(others).length > 0) return;
    setReport('testing');
    const tested = await api.accounts.test({ ...toInput(form), name: form.name.trim() || '-' });
    if (tested.ok) setReport(tested.value);
    else {
      setReport(null);
      setError(describeError(tested.error));
    }
  };

  return (
    <Dialog
      title={t(account ? 'accounts.change' : 'accounts.add')}
      open
      onClose={onClose}
      dismiss="buttons"
      footer={
        <>
          {form.service === 'practice' ? null : (
            <Button onPress={() => void test()}>{t('accounts.test')}</Button>
          )}
          <span className="grow" />
          <Button size="large" onPress={onClose}>
            {t('accounts.cancel')}
          </Button>
          <Button size="large" look="primary" onPress={() => void save()}>
            {t('accounts.save')}
          </Button>
        </>
      }
    >
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {account ? null : (
          <SelectField
            label={t('accounts.service')}
            value={form.service}
            choices={services.map((value) => ({
              value,
              label: t(`accounts.services.${value}`),
              under: t(`accounts.serviceText.${value}`),
            }))}
            onChange={(service) => setForm({ ...emptyAccount(service), name: form.name })}
          />
        )}
        <TextField
          label={t('accounts.name')}
          value={form.name}
          onChange={(name) => change({ name })}
          {...at('name')}
          autoFocus
        />
        {form.service === 'trepstar' ? (
          <TrepstarFields form={form} set={set} change={change} at={at} />
        ) : null}
        {form.service === 'tcgate' ? <TcgateFields form={form} set={set} change={change} at={at} /> : null}
        {form.service === 'practice' ? <p className="sub">{t('accounts.practiceText')}</p> : null}
        <div className="report" role="status">
          {report === 'testing' ? t('accounts.testing') : null}
          {report !== null && report !== 'testing' ? (
            <span className={report.outcome === 'works' ? 'delivered' : 'refused'}>
              <StatusIcon mark={report.outcome === 'works' ? 'delivered' : 'refused'} />{' '}
              {t(`accounts.report.${report.outcome}`, {
                service: t(`accounts.services.${form.service}`),
                detail: describeDetail(report.detail),
              })}
            </span>
          ) : null}
          {error === '' ? null : (
            <span className="refused">
              <StatusIcon mark="refused" /> {error}
            </span>
          )}
        </div>
      </form>
    </Dialog>
  );

  /** A detail may be an error code of ours; then its sentence says more. */
  function describeDetail(detail: string | undefined): string {
    return detail === undefined ? '' : t(`errors.${detail}`, { defaultValue: detail });
  }
}

interface FieldsProps {
  form: AccountForm;
  set: (settings: Partial<AccountSettings>) => void;
  change: (change: Partial<AccountForm>) => void;
  at: (field: AccountField) => { error: string | undefined; onBlur: () => void };
}

function SecretField({ form, change, at, label }: FieldsProps & { label: string }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="off"
      value={form.secret}
      onChange={(secret) => change({ secret })}
      {...(form.stored ? { placeholder: t('accounts.storedSecret') } : {})}
      help={t('accounts.secretHelp')}
      {...at('secret')}
    />
  );
}

function TrepstarFields(props: FieldsProps) {
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
          choices={(['live', 'test'] as const).map((value) => ({ value, label: t(`newOrder.${value}`) }))}
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
            placeholder="https://www.trepstar.com/custdata.asp"
            onChange={(orderAddress) => set({ orderAddress })}
            {...at('orderAddress')}
          />
          <TextField
            label={t('accounts.statusAddress')}
            value={settings.statusAddress}
            placeholder="https://www.trepstar.com/custdataXML.asp"
            onChange={(statusAddress) => set({ statusAddress })}
            {...at('statusAddress')}
          />
        </DisclosurePanel>
      </Disclosure>
    </>
  );
}

function TcgateFields(props: FieldsProps) {
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
        </>
      ) : (
        <SecretField {...props} label={t('accounts.token')} />
      )}
    </>
  );
}
