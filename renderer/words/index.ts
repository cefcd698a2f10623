import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { subjectsOf } from './subjects.ts';

/** The words of a language, read when it is spoken: `./en/outbox.ts` is the subject `outbox`, used as t('outbox.undo'). */
const catalogues = {
  en: async () => subjectsOf((await import('./en.ts')).files),
  de: async () => subjectsOf((await import('./de.ts')).files),
};

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language to show: the chosen one, else the system's if we speak it, else English. */
export function chooseLanguage(chosen: string, systemLocale: string): Language {
  const wanted = (chosen === 'system' ? systemLocale : chosen).slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Starts the catalogue; call once, before the first render. */
export async function startWords(language: Language): Promise<void> {
  const words = await catalogues[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: words } },
    // React escapes; escaping twice would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language of the running page. */
export async function speak(language: Language): Promise<void> {
  if (language === i18next.language) return;
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await catalogues[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
