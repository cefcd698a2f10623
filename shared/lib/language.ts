/** The languages Postroom speaks. */
export const languages = ['en', 'de', 'fr', 'it'] as const;
export type Language = (typeof languages)[number];

/**
 * The language to speak: the chosen one, else the system's if we speak it, else English.
 * @param chosen a language or `system`
 * @param systemLocale BCP 47, e.g. de-CH
 */
export function chooseLanguage(chosen: string, systemLocale: string): Language {
  const wanted = (chosen === 'system' ? systemLocale : chosen).slice(0, 2).toLowerCase();
  return languages.find((language) => language === wanted) ?? 'en';
}
