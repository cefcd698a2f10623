import { useTranslation } from 'react-i18next';
import type { AccountSettings } from '../../shared/contract/accounts.ts';
import { TextField } from '../ui/TextField.tsx';
import type { AccountField, AccountForm } from './accountForm.ts';

/** What the fields of every service work on. */
export interface FieldsProps {
  form: AccountForm;
  set: (settings: Partial<AccountSettings>) => void;
  change: (change: Partial<AccountForm>) => void;
  at: (field: AccountField) => { error: string | undefined; onBlur: () => void };
}

/** Password, secret or token: typed anew or left as it is stored, never shown. */
export function SecretField({ form, change, at, label }: FieldsProps & { label: string }) {
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
