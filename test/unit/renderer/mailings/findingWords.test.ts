import i18next from 'i18next';
import { expect, test, vi } from 'vitest';
import { findingWords } from '../../../../renderer/mailings/findingWords.ts';
import de from '../../../../renderer/words/de/findings.ts';
import { startWords } from '../../../../renderer/words/index.ts';

test('measures stand as the language writes them, and a finding without words for its case has its general ones', () => {
  const findings = { ...de, zoneMargin: 'Am Rand: {{mm}} mm' };
  vi.stubGlobal('document', { documentElement: {} });
  startWords('de');
  i18next.addResourceBundle('de', 'translation', { findings });
  const clipped = { code: 'zoneAddressClipped', params: { page: 1, mm: 44.2, side: 'right' } } as const;
  expect(findingWords(i18next.t, clipped).says).toBe(
    'Seite 1: Die Adresse steht 44,2 mm zu weit rechts für das Fenster.',
  );
  const elsewhere = { code: 'zoneMargin', params: { mm: 0.5, side: 'nowhere' } } as const;
  expect(findingWords(i18next.t, elsewhere).says).toBe('Am Rand: 0,5 mm');
  vi.unstubAllGlobals();
});
