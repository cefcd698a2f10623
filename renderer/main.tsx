import '@fontsource-variable/inter/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/buttons.css';
import './ui/fields.css';
import './ui/choices.css';
import './ui/status.css';
import './ui/floating.css';
import './frame/frame.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { FirstLook } from '../shared/contract/firstLook.ts';
import type { Language } from '../shared/lib/language.ts';
import { App } from './App.tsx';
import { followNews } from './frame/followNews.ts';
import { spokenLanguage, useFrame } from './frame/frameStore.ts';
import { firstFrame } from './lib/firstFrame.ts';
import { api } from './lib/ipc.ts';
import { writeDatesAs } from './lib/format.ts';
import { learn, startWords } from './words/index.ts';

const root = createRoot(document.getElementById('root') ?? document.body);
const look = api.firstLook();
followNews();
if (look?.accounts === true) drawBelieving(look);
else void drawKnowing(look);

/**
 * Draws at once what was true last time and lets the database correct it; so the window does not wait for the disk. Within
 * this file's own run: Chromium keeps the compiled form of what has run by the end of it for the next start.
 */
function drawBelieving(look: FirstLook): void {
  useFrame.getState().believe(look);
  const language = getReady();
  flushSync(() => root.render(<App />));
  void firstFrame.then(() => learn(language)).then(() => useFrame.getState().load());
}

/** When little is known yet, the database is waited for, so that nothing jumps and no word changes its language. */
async function drawKnowing(look: FirstLook | null): Promise<void> {
  if (look !== null) useFrame.getState().believe(look);
  await useFrame.getState().load();
  await learn(getReady());
  root.render(<App />);
}

/** What must be settled before anything is drawn. */
function getReady(): Language {
  const { info } = useFrame.getState();
  const language = spokenLanguage(useFrame.getState());
  document.documentElement.dataset['os'] = info?.platform ?? '';
  startWords(language);
  writeDatesAs(info?.locale ?? navigator.language);
  return language;
}
