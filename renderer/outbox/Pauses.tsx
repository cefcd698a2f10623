import { useTranslation } from 'react-i18next';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { clock } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Notices.tsx';

/** Why whole accounts wait: no password, locked keychain, a pause the service asked for. */
export function Pauses() {
  const { t } = useTranslation();
  const pauses = useFrame((state) => state.outbox?.pauses) ?? [];
  const accounts = useFrame((state) => state.accounts) ?? [];
  return pauses.map((pause) => {
    const account = accounts.find((a) => a.id === pause.accountId);
    const words = {
      account: account?.name ?? '',
      service: t(`accounts.services.${account?.service ?? 'trepstar'}`),
      time: pause.until === null ? '' : clock(pause.until),
      code: t(`outbox.trouble.${pause.code}`, { defaultValue: pause.code }),
    };
    const known = t(`outbox.pauseReason.${pause.code}`, { ...words, defaultValue: '' });
    return (
      <Banner
        key={pause.accountId}
        mark="needs"
        title={known === '' ? t('outbox.pauseReason.other', words) : known}
        actions={
          pause.until === null ? (
            <Button onPress={() => go('accounts')}>{t('frame.screens.accounts')}</Button>
          ) : null
        }
      />
    );
  });
}
