import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FirstRun } from './firstRun/FirstRun.tsx';
import { Frame } from './frame/Frame.tsx';
import { useFrame } from './frame/frameStore.ts';
import { useFrameNews } from './frame/useFrameNews.ts';
import { useRoute } from './frame/routeStore.ts';
import { StartTrouble } from './startTrouble/StartTrouble.tsx';
import { Toasts } from './ui/Toasts.tsx';

/** The window: first run while there is no account, the frame with its screens afterwards. */
export function App() {
  const { i18n } = useTranslation();
  useFrameNews();
  const accounts = useFrame((state) => state.accounts);
  const screen = useRoute((state) => state.screen);
  const trouble = useFrame((state) => state.info?.startTrouble);
  // Accounts can be reached without an account, and so can Settings: backups and language live there.
  const first = accounts !== null && accounts.length === 0 && screen !== 'accounts' && screen !== 'settings';
  // Trouble and not even a list of accounts: the data is closed. Trouble with a list: it was mended.
  const closed = accounts === null && trouble != null;
  return (
    <I18nProvider locale={i18n.language}>
      {closed ? <StartTrouble {...trouble} /> : first ? <FirstRun /> : <Frame />}
      <Toasts />
    </I18nProvider>
  );
}
