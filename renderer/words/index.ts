import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/lib/language.ts';
import deFrame from './de/frame.ts';
import deHistory from './de/history.ts';
import enFrame from './en/frame.ts';
import enHistory from './en/history.ts';
import frFrame from './fr/frame.ts';
import frHistory from './fr/history.ts';
import itFrame from './it/frame.ts';
import itHistory from './it/history.ts';
import { numbers } from './numbers.ts';

/** The words of a language, read when it is spoken: `./en/outbox.ts` is the subject `outbox`, used as t('outbox.undo'). */
const catalogues = {
  en: async () => (await import('./en.ts')).words,
  de: async () => (await import('./de.ts')).words,
  fr: async () => (await import('./fr.ts')).words,
  it: async () => (await import('./it.ts')).words,
};

/** The subjects of the first picture, in the page's first file: it is drawn before another one is read. */
const firstWords = {
  en: { frame: enFrame, history: enHistory },
  de: { frame: deFrame, history: deHistory },
  fr: { frame: frFrame, history: frHistory },
  it: { frame: itFrame, history: itHistory },
};

/** Starts with the words of the first picture; call once, before the first render, and `learn` the others. */
export function startWords(language: Language): void {
  void i18next
    .use(initReactI18next)
    .use(numbers)
    .init({
      lng: language,
      fallbackLng: false,
      initAsync: false,
      resources: { [language]: { translation: firstWords[language] } },
      // React escapes; escaping twice would show &amp; to people.
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
      react: { bindI18nStore: 'added' },
    });
  document.documentElement.lang = language;
}

const learned = new Set<Language>();

/** Reads all words of a language, once. */
export async function learn(language: Language): Promise<void> {
  if (learned.has(language)) return;
  i18next.addResourceBundle(language, 'translation', await catalogues[language](), true, true);
  learned.add(language);
}

let wanted: Language | null = null;

/** Changes the language of the running page. Of several asked for in a row the last is spoken, whichever is read first. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === i18next.language) return;
  await learn(language);
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
