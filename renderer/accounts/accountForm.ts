import {
  accountSettingsSchema,
  type Account,
  type AccountInput,
  type AccountSettings,
  type Service,
} from '../../shared/contract/accounts.ts';
import { sharesLogin } from '../../shared/accounts/loginOf.ts';
import { isSafeForSecrets } from '../../shared/lib/serviceAddress.ts';

/** The dialog as typed. The secret only ever goes out; a stored one is never shown. */
export interface AccountForm {
  id: string | null;
  service: Service;
  name: string;
  settings: AccountSettings;
  secret: string;
  /** A secret is stored already. */
  stored: boolean;
}

export function emptyAccount(service: Service): AccountForm {
  return {
    id: null,
    service,
    name: '',
    settings: accountSettingsSchema.parse({}),
    secret: '',
    stored: false,
  };
}

export function formOf(account: Account): AccountForm {
  const { id, service, name, settings, hasSecret } = account;
  return { id, service, name, settings, secret: '', stored: hasSecret === true };
}

export function toInput(form: AccountForm): AccountInput {
  return {
    ...(form.id === null ? {} : { id: form.id }),
    service: form.service,
    name: form.name.trim(),
    settings: form.settings,
    ...(form.secret === '' ? {} : { secret: form.secret }),
  };
}

/** Another account that is the same one at the service; undefined = none. */
export function sharingLogin(form: AccountForm, accounts: readonly Account[]): Account | undefined {
  return accounts.find((account) => account.id !== form.id && sharesLogin(account, form));
}

export type AccountField =
  | 'name'
  | 'loginEmail'
  | 'secret'
  | 'orderAddress'
  | 'statusAddress'
  | 'serviceAddress'
  | 'clientId'
  | 'tenant';
export type AccountFault = 'missing' | 'email' | 'address';

/** Fault per field; none = it may be saved. Sources: api documents, "CoLoginEmail", "Generate Token". */
export function accountFaults(form: AccountForm): Partial<Record<AccountField, AccountFault>> {
  const { service, settings } = form;
  const faults: Partial<Record<AccountField, AccountFault>> = {};
  const need = (field: AccountField, text: string) => {
    if (text.trim() === '') faults[field] = 'missing';
  };
  need('name', form.name);
  if (service === 'practice') return faults;
  if (form.secret === '' && !form.stored) faults.secret = 'missing';
  if (service === 'trepstar') {
    need('loginEmail', settings.loginEmail);
    if (settings.loginEmail !== '' && !/^[^\s@]+@[^\s@]+$/.test(settings.loginEmail.trim()))
      faults.loginEmail = 'email';
    for (const field of ['orderAddress', 'statusAddress'] as const)
      if (!fits(settings[field])) faults[field] = 'address';
    return faults;
  }
  if (settings.environment === 'custom') {
    need('serviceAddress', settings.serviceAddress);
    if (!fits(settings.serviceAddress)) faults.serviceAddress = 'address';
  }
  if (settings.signInWith === 'secret') {
    need('clientId', settings.clientId);
    need('tenant', settings.tenant);
  }
  return faults;
}

/** '' = the service's own; otherwise https, or http to this computer. */
function fits(address: string): boolean {
  if (address === '') return true;
  const url = URL.parse(address);
  return url !== null && isSafeForSecrets(url);
}
