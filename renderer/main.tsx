import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/buttons.css';
import './ui/fields.css';
import './ui/choices.css';
import './ui/status.css';
import './ui/floating.css';
import './frame/frame.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { followNews } from './frame/followNews.ts';
import { spokenLanguage, useFrame } from './frame/frameStore.ts';
import { api } from './lib/ipc.ts';
import { writeDatesAs } from './lib/format.ts';
import { startWords } from './words/index.ts';

/**
 * Draws at once what was true last time and lets the database correct it; so the window does not wait for the disk.
 * When nothing is known yet, it is waited for, so that nothing jumps and no word changes its language.
 */
async function start(): Promise<void> {
  const look = api.firstLook();
  if (look !== null) useFrame.getState().believe(look);
  followNews();
  const known = look?.accounts === true;
  if (!known) await useFrame.getState().load();
  document.documentElement.dataset['os'] = useFrame.getState().info?.platform ?? '';
  await startWords(spokenLanguage(useFrame.getState()));
  writeDatesAs(useFrame.getState().info?.locale ?? navigator.language);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
  if (known) requestIdleCallback(() => void useFrame.getState().load(), { timeout: 200 });
}

void start();
