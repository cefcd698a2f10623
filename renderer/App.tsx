import { lazy, Suspense, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Frame } from './frame/Frame.tsx';
import { useFrame } from './frame/frameStore.ts';
import { useFrameNews } from './frame/useFrameNews.ts';
import { useRoute } from './frame/routeStore.ts';
import { Toasts } from './ui/Toasts.tsx';

const FirstRun = lazy(async () => ({ default: (await import('./firstRun/FirstRun.tsx')).FirstRun }));
const StartTrouble = lazy(async () => ({
  default: (await import('./startTrouble/StartTrouble.tsx')).StartTrouble,
}));

/** The window: first run while there is no account, the frame with its screens afterwards. */
export function App() {
  const { i18n } = useTranslation();
  useFrameNews();
  const accounts = useFrame((state) => state.accounts);
  const screen = useRoute((state) => state.screen);
  const trouble = useFrame((state) => state.info?.startTrouble);
  // Accounts can be reached without an account, and so can Settings: backups and language live there.
  const first = accounts !== null && accounts.length === 0 && screen !== 'accounts' && screen !== 'settings';
  const [goneOn, setGoneOn] = useState(false);
  // Trouble and not even a list of accounts: the data is closed. An empty list: nothing could be saved from it.
  const closed = trouble != null && (accounts === null || accounts.length === 0) && !goneOn;
  const goOn = accounts === null ? undefined : () => setGoneOn(true);
  return (
    <I18nProvider locale={i18n.language}>
      <Suspense fallback={null}>
        {closed ? <StartTrouble {...trouble} onGoOn={goOn} /> : first ? <FirstRun /> : <Frame />}
      </Suspense>
      <Toasts />
    </I18nProvider>
  );
}
