import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Subject = { default: Record<string, unknown> };

/** File name -> words: `./en/outbox.ts` becomes the subject `outbox`, used as t('outbox.undo'). */
function subjectsOf(files: Record<string, Subject>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ''), file.default]),
  );
}

const en = subjectsOf(import.meta.glob<Subject>('./en/*.ts', { eager: true }));
const de = subjectsOf(import.meta.glob<Subject>('./de/*.ts', { eager: true }));

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language to show: the chosen one, else the system's if we speak it, else English. */
export function chooseLanguage(chosen: string, systemLocale: string): Language {
  const wanted = (chosen === 'system' ? systemLocale : chosen).slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}

/** Starts the catalogue; call once, before the first render. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes; escaping twice would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language of the running page. */
export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
