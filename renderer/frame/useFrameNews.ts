import { useEffect } from 'react';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { chooseLanguage, speak } from '../words/index.ts';
import { useFrame } from './frameStore.ts';
import type { Destination } from '../../shared/contract/screens.ts';
import { go } from './routeStore.ts';

/** Keeps the frame's copies fresh and follows what the menu, the tray and notifications ask for. */
export function useFrameNews(): void {
  const theme = useFrame((state) => state.look.theme);
  usePush('outbox.changed', (outbox) => useFrame.setState({ outbox }));
  usePush('refresh.changed', (refresh) => useFrame.setState({ refresh }));
  usePush('accounts.changed', () => void useFrame.getState().loadAccounts());
  usePush('history.changed', () => void useFrame.getState().loadFigures());
  usePush('settings.changed', (settings) => {
    useFrame.setState({ settings, look: settings });
    const locale = useFrame.getState().info?.locale ?? navigator.language;
    void speak(chooseLanguage(settings.language, locale));
  });
  usePush('app.navigate', goTo);
  useEffect(() => {
    // A refresh that ended before this page listened must not be shown as running for ever.
    if (useFrame.getState().refresh?.running !== true) return;
    void api.refresh.state().then((answer) => {
      if (answer.ok) useFrame.setState({ refresh: answer.value });
    });
  }, []);
  useEffect(() => {
    // What was clicked before this page listened: a notification, the tray.
    void api.app.whereTo().then((answer) => {
      if (answer.ok && answer.value !== null) goTo(answer.value);
    });
  }, []);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] =
        theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}

const goTo = ({ screen, id }: Destination): void => go(screen, id === undefined ? {} : { id });
