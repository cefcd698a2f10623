import { useTranslation } from 'react-i18next';
import { ago } from '../lib/format.ts';
import { useNow } from '../lib/useNow.ts';
import { useFrame } from './frameStore.ts';
import { go } from './routeStore.ts';

/** Online or offline, what waits, when statuses were last asked for, and what that cost today. */
export function StatusBar() {
  const { t } = useTranslation();
  const now = useNow(20_000);
  const { outbox, refresh, accountId } = useFrame();
  const online = refresh?.online ?? true;
  const waiting = outbox ? outbox.waiting + outbox.sending + outbox.unconfirmed : 0;
  const calls = refresh?.calls.find((c) => c.accountId === accountId) ?? refresh?.calls[0];
  return (
    <footer className="status" aria-label={t('frame.statusBar')}>
      <span>
        <i className={`dot ${online ? '' : 'off'}`} />
        {t(online ? 'frame.online' : 'frame.offline')}
      </span>
      <button onClick={() => go('outbox')}>{t('frame.waiting', { count: waiting })}</button>
      <span>{refreshWords()}</span>
      {calls ? (
        <span className="push">
          {t('frame.calls', { used: calls.used, limit: calls.limit })}
          <span className="meter">
            <i style={{ width: `${Math.min(100, (100 * calls.used) / calls.limit)}%` }} />
          </span>
        </span>
      ) : null}
    </footer>
  );

  function refreshWords(): string {
    if (refresh?.running) return t('frame.refreshing');
    const last =
      refresh?.lastAt == null
        ? t('frame.neverRefreshed')
        : t('frame.refreshed', { ago: ago(refresh.lastAt, now) });
    if (!refresh || refresh.troubleCode === '') return last;
    const why = t(`errors.${refresh.troubleCode}`, { defaultValue: refresh.troubleCode });
    return t('frame.refreshFailed', { last, why });
  }
}
