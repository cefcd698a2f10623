import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  services,
  type Account,
  type AccountSettings,
  type ConnectionReport,
} from '../../shared/contract/accounts.ts';
import { describeError } from '../lib/describeError.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { focusFirstFault } from '../ui/focusFirstFault.ts';
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
import { TcgateFields } from './TcgateFields.tsx';
import { TrepstarFields } from './TrepstarFields.tsx';

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
    if (Object.keys(faults).length > 0) return focusFirstFault('.account-form');
    const saved = await api.accounts.save(toInput(form));
    if (saved.ok) onSaved(saved.value);
    else {
      const own = t(`accounts.trouble.${saved.error.detail}`, { defaultValue: '' });
      setError(own || describeError(saved.error));
    }
  };
  const test = async () => {
    setTried(true);
    const { name: _name, ...others } = faults;
    if (Object.keys(others).length > 0) return focusFirstFault('.account-form');
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
          <Button onPress={onClose}>{t('accounts.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
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
            autoFocus
          />
        )}
        <TextField
          label={t('accounts.name')}
          value={form.name}
          onChange={(name) => change({ name })}
          {...at('name')}
          autoFocus={account !== null}
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
