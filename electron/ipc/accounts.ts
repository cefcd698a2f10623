import { fail, ok } from '../../shared/contract/result.ts';
import { describeAccount, removeAccount, saveAccount, secretName } from '../accounts/saveAccount.ts';
import { tryPractice } from '../accounts/tryPractice.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

export const accountsHandlers = (parts: HandlerParts): HandlersOf<'accounts'> => {
  const { db, credentials } = parts;
  const changed = (accountId: string): void => {
    parts.accountsChanged(accountId);
    parts.tell('accounts.changed', {});
  };
  return guarded<HandlersOf<'accounts'>>({
    'accounts.list': async () => {
      const accounts = await db.call('accounts.list');
      return ok(await Promise.all(accounts.map((account) => describeAccount(credentials, account))));
    },
    'accounts.save': async (input) => {
      const saved = await saveAccount(parts, input);
      if (saved.ok) {
        changed(saved.value.id);
        parts.outbox.resumeAccount(saved.value.id);
      }
      return saved;
    },
    'accounts.test': (input) => parts.testAccount(input),
    'accounts.removeSecret': async ({ id }) => {
      const account = await db.call('accounts.get', { id });
      if (account === null) return fail('not-found', id);
      const removed = await credentials.remove(id, secretName(account));
      if (!removed.ok) return removed;
      changed(id);
      return ok(await describeAccount(credentials, account));
    },
    'accounts.remove': async ({ id }) => {
      const removed = await removeAccount(parts, id);
      changed(id);
      return removed;
    },
    'accounts.tryPractice': async () => {
      const account = await tryPractice(parts);
      changed(account.id);
      parts.tell('products.changed', {});
      return ok(account);
    },
  });
};
