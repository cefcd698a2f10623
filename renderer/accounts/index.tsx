import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../shared/contract/accounts.ts';
import { useFrame } from '../frame/frameStore.ts';
import { useRoute } from '../frame/routeStore.ts';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { describeError } from '../lib/describeError.ts';
import { longDay } from '../lib/format.ts';
import { api } from '../lib/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/Notices.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';
import { toast } from '../ui/toastStore.ts';
import { AccountDialog } from './AccountDialog.tsx';
import './accounts.css';

/** The accounts, with what each one's keychain entry is like. */
export default function AccountsScreen() {
  const { t } = useTranslation();
  const accounts = useFrame((state) => state.accounts) ?? [];
  const params = useRoute((state) => state.params);
  const [open, setOpen] = useState<Account | 'new' | null>(params.add ? 'new' : null);
  const saved = async (account: Account) => {
    setOpen(null);
    await useFrame.getState().loadAccounts();
    useFrame.getState().chooseAccount(account.id);
    toast(t('accounts.saved', { name: account.name }));
  };
  return (
    <div className="screen">
      <ScreenHeader title={t('frame.screens.accounts')}>
        <Button look="primary" onPress={() => setOpen('new')}>
          <Plus aria-hidden />
          {t('accounts.add')}
        </Button>
      </ScreenHeader>
      {accounts.length === 0 ? (
        <EmptyState
          drawing={<KeyRound />}
          title={t('accounts.emptyTitle')}
          actions={<Button onPress={() => setOpen('new')}>{t('accounts.add')}</Button>}
        >
          {t('accounts.emptyText')}
        </EmptyState>
      ) : (
        <ul className="accounts scroll">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} onChange={() => setOpen(account)} />
          ))}
        </ul>
      )}
      {open === null ? null : (
        <AccountDialog
          account={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={(account) => void saved(account)}
        />
      )}
    </div>
  );
}

function AccountRow({ account, onChange }: { account: Account; onChange: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'secret' | 'account' | null>(null);
  const chosen = useFrame((state) => state.accountId === account.id);
  const remove = async () => {
    const result =
      asking === 'secret'
        ? await api.accounts.removeSecret({ id: account.id })
        : await api.accounts.remove({ id: account.id });
    toast(
      result.ok
        ? t(asking === 'secret' ? 'accounts.secretRemoved' : 'accounts.removed')
        : describeError(result.error),
    );
    setAsking(null);
    await useFrame.getState().loadAccounts();
  };
  const { service, settings } = account;
  return (
    <li className="account-row">
      <div className="grow">
        <p className="med">{account.name}</p>
        <p className="sub xs">
          {t(`accounts.services.${service}`)}
          {service === 'trepstar' ? `, ${settings.loginEmail}` : ''}
          {service === 'tcgate' ? `, ${t(`accounts.environments.${settings.environment}`)}` : ''}
          {`. ${t('accounts.since', { date: longDay(account.createdAt) })}`}
        </p>
      </div>
      <SecretState account={account} />
      {chosen ? (
        <span className="sub xs">{t('accounts.chosen')}</span>
      ) : (
        <Button look="quiet" onPress={() => useFrame.getState().chooseAccount(account.id)}>
          {t('accounts.choose')}
        </Button>
      )}
      <Button onPress={onChange}>{t('accounts.changeButton')}</Button>
      {account.hasSecret && service !== 'practice' ? (
        <Button look="quiet" onPress={() => setAsking('secret')}>
          {t('accounts.removeSecret')}
        </Button>
      ) : null}
      <Button look="quiet" onPress={() => setAsking('account')}>
        {t('accounts.remove')}
      </Button>
      <Dialog
        title={t(`accounts.ask.${asking ?? 'account'}.title`, { name: account.name })}
        open={asking !== null}
        onClose={() => setAsking(null)}
        width="narrow"
        footer={
          <>
            <span className="grow" />
            <Button onPress={() => setAsking(null)}>{t('accounts.cancel')}</Button>
            <Button look="danger" onPress={() => void remove()}>
              {t(asking === 'secret' ? 'accounts.removeSecret' : 'accounts.remove')}
            </Button>
          </>
        }
      >
        {t(`accounts.ask.${asking ?? 'account'}.text`)}
      </Dialog>
    </li>
  );
}

function SecretState({ account }: { account: Account }) {
  const { t } = useTranslation();
  if (account.service === 'practice')
    return <StatusMark mark="test">{t('accounts.services.practice')}</StatusMark>;
  if (account.hasSecret === null)
    return <StatusMark mark="needs">{t('accounts.keychainTrouble')}</StatusMark>;
  return account.hasSecret ? (
    <StatusMark mark="delivered">{t('accounts.secretStored')}</StatusMark>
  ) : (
    <StatusMark mark="needs">{t('accounts.secretMissing')}</StatusMark>
  );
}
