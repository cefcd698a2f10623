import i18next from 'i18next';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { learn, speak, startWords } from '../../../../renderer/words/index.ts';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  startWords('en');
  await learn('en');
});

afterAll(() => vi.unstubAllGlobals());

it('writes every number of a sentence as the language does', async () => {
  expect(i18next.t('frame.waiting', { count: 10_000 })).toBe('10,000 waiting in the outbox');
  expect(i18next.t('paste.submit', { count: 1_498 })).toBe('Submit 1,498 orders');
  expect(i18next.t('paste.ready', { count: 1 })).toBe('1 ready');
  await speak('de');
  expect(i18next.t('frame.calls', { used: 1037, limit: 5000 })).toContain('1.037 von 5.000');
});

it('leaves alone what is the name of something, and what is text already', async () => {
  await speak('en');
  expect(i18next.t('history.kept', { total: 12_408, year: '2026' })).toBe(
    '12,408 kept on this computer since 2026',
  );
});
