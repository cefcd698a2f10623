import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/status.css';
import './ui/floating.css';
import './ui/lists.css';
import './ui/details.css';
import './frame/frame.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { useFrame } from './frame/frameStore.ts';
import { writeDatesAs } from './lib/format.ts';
import { chooseLanguage, startWords } from './words/index.ts';

/** Reads what the first picture needs, then draws; so nothing jumps and no word changes its language. */
async function start(): Promise<void> {
  await useFrame.getState().load();
  const { settings, info } = useFrame.getState();
  await startWords(chooseLanguage(settings?.language ?? 'system', info?.locale ?? navigator.language));
  document.documentElement.dataset['os'] = info?.platform ?? '';
  writeDatesAs(info?.locale ?? navigator.language);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}

void start();
