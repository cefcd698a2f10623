import { FlaskConical, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrame } from '../frame/frameStore.ts';
import { go } from '../frame/routeStore.ts';
import { api } from '../lib/ipc.ts';
import { describeError } from '../lib/describeError.ts';
import { Button } from '../ui/Button.tsx';
import { StatusIcon } from '../ui/StatusMark.tsx';
import './firstRun.css';

/** No account yet: two ways in, and nobody meets an empty window. */
export function FirstRun() {
  const { t } = useTranslation();
  const [error, setError] = useState('');
  const practise = async () => {
    const made = await api.accounts.tryPractice();
    if (!made.ok) return setError(describeError(made.error));
    await useFrame.getState().loadAccounts();
    useFrame.getState().chooseAccount(made.value.id);
    go('overview');
  };
  return (
    <main className="first-run" aria-label="Postroom">
      <div className="welcome">
        <Letter />
        <h1>{t('firstRun.title')}</h1>
        <p className="sec">{t('firstRun.text')}</p>
        <ul className="promises">
          {(['lost', 'twice', 'local'] as const).map((promise) => (
            <li key={promise}>
              <StatusIcon mark="delivered" size={16} />
              <span>
                <b className="med">{t(`firstRun.${promise}Title`)}</b>
                <br />
                <span className="sub">{t(`firstRun.${promise}Text`)}</span>
              </span>
            </li>
          ))}
        </ul>
        <div className="ways">
          <section>
            <h2>{t('firstRun.practiceTitle')}</h2>
            <p className="sub">{t('firstRun.practiceText')}</p>
            <Button look="primary" size="large" onPress={() => void practise()}>
              <FlaskConical aria-hidden />
              {t('firstRun.tryPractice')}
            </Button>
          </section>
          <section>
            <h2>{t('firstRun.accountTitle')}</h2>
            <p className="sub">{t('firstRun.accountText')}</p>
            <Button size="large" onPress={() => go('accounts', { add: true })}>
              <KeyRound aria-hidden />
              {t('accounts.add')}
            </Button>
          </section>
        </div>
        {error === '' ? null : (
          <p className="err" role="alert">
            <StatusIcon mark="refused" />
            {error}
          </p>
        )}
      </div>
    </main>
  );
}

/** A window envelope with its slip, in hairlines. */
function Letter() {
  return (
    <svg width="120" height="72" viewBox="0 0 120 72" aria-hidden>
      <rect x="1" y="11" width="118" height="60" rx="3" fill="var(--sheet)" stroke="var(--rule-strong)" />
      <rect x="62" y="34" width="44" height="22" rx="2" fill="none" stroke="var(--accent)" />
      <path d="M67 41h26M67 46h32M67 51h18" stroke="var(--ink-3)" />
      <path d="M12 62h30" stroke="var(--rule-strong)" />
      <rect
        x="98"
        y="17"
        width="13"
        height="11"
        fill="var(--accent-soft)"
        stroke="var(--accent-line)"
        strokeDasharray="2 1.500"
      />
    </svg>
  );
}
