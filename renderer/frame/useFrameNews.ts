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
    void speakAsSet();
  });
  usePush('app.navigate', goTo);
  useEffect(() => {
    // After the pushes above are listened to: what changed before is read now, so that nothing stale stays. Not before
    // the first picture is on the screen.
    const waiting = requestIdleCallback(() => void loadAndSpeak(), { timeout: 200 });
    return () => cancelIdleCallback(waiting);
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

async function loadAndSpeak(): Promise<void> {
  await useFrame.getState().load();
  await speakAsSet();
}

function speakAsSet(): Promise<void> {
  const { look, info } = useFrame.getState();
  return speak(chooseLanguage(look.language, info?.locale ?? navigator.language));
}
