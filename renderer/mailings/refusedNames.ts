import type { TFunction } from 'i18next';

const most = 5;

/** The first few files that could not be taken, each with its reason, and that there are more. */
export function refusedNames(t: TFunction, refused: readonly { fileName: string; code: string }[]): string {
  const why = (code: string): string =>
    t(`mailings.notTakenWhy.${code}`, {
      defaultValue: t(`errors.${code}`, { detail: '', defaultValue: code }),
    });
  const names = refused.slice(0, most).map(({ fileName, code }) => `${fileName} (${why(code)})`);
  const more = refused.length - most;
  return [...names, ...(more > 0 ? [t('mailings.andMore', { count: more })] : [])].join('; ');
}
