import { useEffect } from 'react';
import { firstFrame } from '../lib/firstFrame.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { speak } from '../words/index.ts';
import { spokenLanguage, useFrame } from './frameStore.ts';
import type { Destination } from '../../shared/contract/screens.ts';
import { go } from './routeStore.ts';

/** Looks and speaks as the settings say, and follows what the menu, the tray and notifications ask for. */
export function useFrameNews(): void {
  const theme = useFrame((state) => state.look.theme);
  const language = useFrame(spokenLanguage);
  usePush('app.navigate', goTo);
  useEffect(() => void speak(language), [language]);
  useEffect(() => {
    // What was clicked before this page listened: a notification, the tray.
    void firstFrame
      .then(() => api.app.whereTo())
      .then((answer) => {
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
