import i18next from 'i18next';
import { expect, it, vi } from 'vitest';
import { speak, startWords } from '../../../../renderer/words/index.ts';

it('speaks the language asked for last, whichever is read first', async () => {
  const root = { lang: '' };
  vi.stubGlobal('document', { documentElement: root });
  startWords('en');
  // Back before the other one's words are there.
  await Promise.all([speak('de'), speak('en')]);
  expect([i18next.language, root.lang]).toEqual(['en', 'en']);
  // German is known by now and French is still to be read.
  await Promise.all([speak('fr'), speak('de')]);
  expect([i18next.language, root.lang]).toEqual(['de', 'de']);
  vi.unstubAllGlobals();
});
