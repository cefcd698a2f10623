import type { TFunction } from 'i18next';

/** The first few files that could not be taken, each with its reason. */
export const refusedNames = (t: TFunction, refused: readonly { fileName: string; code: string }[]): string =>
  refused
    .slice(0, 5)
    .map(({ fileName, code }) => `${fileName} (${t(`errors.${code}`, { detail: '', defaultValue: code })})`)
    .join('; ');
