import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '../frame/ScreenHeader.tsx';
import { LoadingRows } from '../ui/Notices.tsx';
import { DataSettings, HelpSettings, NetworkSettings } from './DataSettings.tsx';
import { MailSettings } from './MailSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { RefreshSettings, SendingSettings } from './SendingSettings.tsx';
import { WebhookSettings } from './WebhookSettings.tsx';
import { useSettings, type Held } from './useSettings.ts';
import './settings.css';

const groups: readonly { id: string; draw: (held: Held) => ReactNode }[] = [
  { id: 'sending', draw: (held) => <SendingSettings {...held} /> },
  { id: 'refresh', draw: (held) => <RefreshSettings {...held} /> },
  { id: 'mail', draw: (held) => <MailSettings {...held} /> },
  { id: 'webhook', draw: (held) => <WebhookSettings {...held} /> },
  { id: 'notifications', draw: (held) => <NotificationSettings {...held} /> },
  { id: 'look', draw: (held) => <LookSettings {...held} /> },
  { id: 'data', draw: (held) => <DataSettings {...held} /> },
  { id: 'network', draw: () => <NetworkSettings /> },
  { id: 'help', draw: () => <HelpSettings /> },
];

/** All settings on one page, with an index at the left. Every change is saved at once. */
export default function SettingsScreen() {
  const { t } = useTranslation();
  const held = useSettings();
  const page = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('sending');
  useEffect(() => {
    const root = page.current;
    if (root === null) return;
    const onScroll = () => {
      const end = root.scrollTop + root.clientHeight >= root.scrollHeight - 2;
      const passed = groups.filter((group) => {
        const top = root.querySelector(`#settings-${group.id}`)?.getBoundingClientRect().top ?? 0;
        return top - root.getBoundingClientRect().top < 80;
      });
      setCurrent((end && root.scrollTop > 0 ? groups.at(-1) : passed.at(-1))?.id ?? 'sending');
    };
    root.addEventListener('scroll', onScroll, { passive: true });
    return () => root.removeEventListener('scroll', onScroll);
  }, []);
  return (
    <div className="screen">
      <ScreenHeader title={t('frame.screens.settings')} />
      <div className="body">
        <nav className="settings-index" aria-label={t('frame.screens.settings')}>
          {groups.map(({ id }) => (
            <button
              key={id}
              aria-current={current === id ? 'true' : undefined}
              onClick={() => {
                page.current?.querySelector(`#settings-${id}`)?.scrollIntoView({ block: 'start' });
                setCurrent(id);
              }}
            >
              {t(`settings.groups.${id}`)}
            </button>
          ))}
        </nav>
        <div className="scroll settings-page" ref={page} tabIndex={-1}>
          {held === null ? (
            <LoadingRows />
          ) : (
            groups.map(({ id, draw }) => (
              <section key={id} id={`settings-${id}`} aria-labelledby={`settings-${id}-name`}>
                <h2 id={`settings-${id}-name`}>{t(`settings.groups.${id}`)}</h2>
                {draw(held)}
              </section>
            ))
          )}
        </div>
      </div>
    </div>
  );
}
