import i18next from 'i18next';
import { expect, it } from 'vitest';
import { withPlurals } from '../../../../renderer/words/subjects.ts';

it.each([
  [0, '0 lignes'],
  [1, 'une ligne'],
  [2, '2 lignes'],
  [1_000_000, '1000000 lignes'],
])('French says %d', async (count, words) => {
  const i18n = i18next.createInstance();
  const translation = withPlurals({ rows_one: 'une ligne', rows_other: '{{count}} lignes' });
  await i18n.init({ lng: 'fr', fallbackLng: false, resources: { fr: { translation } } });
  expect(i18n.t('rows', { count })).toBe(words);
});
