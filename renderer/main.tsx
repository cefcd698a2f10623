import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/status.css';
import './ui/floating.css';
import './frame/frame.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { useFrame } from './frame/frameStore.ts';
import { api } from './lib/ipc.ts';
import { writeDatesAs } from './lib/format.ts';
import { chooseLanguage, startWords } from './words/index.ts';

/**
 * Draws at once what was true last time and lets the database correct it; so the window does not wait for the disk.
 * When nothing is known yet, it is waited for, so that nothing jumps and no word changes its language.
 */
async function start(): Promise<void> {
  const look = api.firstLook();
  if (look !== null) useFrame.getState().believe(look);
  if (look?.accounts !== true) await useFrame.getState().load();
  document.documentElement.dataset['os'] = useFrame.getState().info?.platform ?? '';
  await startWords(language());
  writeDatesAs(locale());
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}

const locale = () => useFrame.getState().info?.locale ?? navigator.language;
const language = () => chooseLanguage(useFrame.getState().look.language, locale());

void start();
