import type { Account, AccountInput, AccountSettings } from '../../shared/contract/accounts.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { modeOf } from '../../shared/mailings/mode.ts';
import { newId } from '../../shared/lib/newId.ts';
import type { CredentialName, CredentialStore } from '../credentials/credentialStore.ts';
import { hasSecret } from '../credentials/hasSecret.ts';
import type { DbClient } from '../db/client.ts';
import type { StoredAccount } from '../db/queries/accounts.ts';
import { clientOfToken } from './clientOfToken.ts';

export interface AccountParts {
  db: Pick<DbClient, 'call'>;
  credentials: CredentialStore;
  now: () => number;
}

/** Which secret an account signs in with. */
export function secretName(account: Pick<StoredAccount, 'service' | 'settings'>): CredentialName {
  if (account.service !== 'tcgate') return 'password';
  return account.settings.signInWith === 'token' ? 'token' : 'clientSecret';
}

/** The account as the page may see it: whether there is a secret, never which. */
export async function describeAccount(
  credentials: CredentialStore,
  account: StoredAccount,
): Promise<Account> {
  if (account.service === 'practice') return { ...account, hasSecret: true };
  return { ...account, hasSecret: await hasSecret(credentials, account.id, secretName(account)) };
}

/**
 * Creates or changes an account. The secret goes to the keychain first: when that refuses, nothing is saved, and the
 * dialog can be tried again.
 */
export async function saveAccount(
  { db, credentials, now }: AccountParts,
  input: AccountInput,
): Promise<Result<Account>> {
  const before = input.id === undefined ? null : await db.call('accounts.get', { id: input.id });
  if (input.id !== undefined && before === null) return fail('not-found', input.id);
  if (before !== null && before.service !== input.service)
    return fail('conflict', 'service', { field: 'service' });
  const mode = modeOf(input.settings.environment);
  // A letter that waits was meant for trying, or in earnest: nobody may turn the one into the other.
  if (before !== null && (await db.call('accounts.waitsOtherwise', { id: before.id, mode })))
    return fail('conflict', 'lettersWait', { field: 'environment' });
  const account: StoredAccount = {
    id: before?.id ?? newId(now()),
    service: input.service,
    name: input.name,
    settings: withClient(input),
    createdAt: before?.createdAt ?? now(),
  };
  if (input.secret !== undefined && input.secret !== '' && input.service !== 'practice') {
    const kept = await credentials.set(account.id, secretName(account), input.secret);
    if (!kept.ok) return kept;
  }
  return ok(await describeAccount(credentials, await db.call('accounts.save', account)));
}

/** A fixed token brings its client along: another one's token makes another place of the account (gateways/tcgate, placeOf). */
function withClient({ service, settings, secret }: AccountInput): AccountSettings {
  const told = service === 'tcgate' && settings.signInWith === 'token' ? clientOfToken(secret ?? '') : null;
  if (told === null) return settings;
  return { ...settings, clientId: told.clientId, tenant: told.tenant || settings.tenant };
}

/** Takes an account out of use; its secrets leave the keychain, its history stays. */
export async function removeAccount(
  { db, credentials, now }: AccountParts,
  id: string,
): Promise<Result<void>> {
  await db.call('accounts.remove', { id, now: now() });
  for (const name of ['password', 'clientSecret', 'token'] as const) {
    const removed = await credentials.remove(id, name);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
}
