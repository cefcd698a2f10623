import type { Plugin } from 'vite';

interface Dear {
  file: RegExp;
  call: string;
  instead: string;
}

/**
 * What libraries ask the browser about locales as soon as they are read. Each makes Chromium read tables of all its
 * locales, together 50 ms in which no window is drawn. What stands instead answers the same for the Chromium of our
 * Electron and for the languages we have.
 */
const dearCalls: readonly Dear[] = [
  // Whether the system's locale is well-formed: this refuses the same names.
  {
    file: /\/useDefaultLocale\.m?js$/,
    call: 'Intl.DateTimeFormat.supportedLocalesOf(',
    instead: 'Intl.getCanonicalLocales(',
  },
  // Which way a locale is written: there is a list for browsers that cannot say.
  { file: /\/i18n\/utils\.m?js$/, call: 'if (Intl.Locale) {', instead: 'if (false) {' },
  // Whether figures can be written with their sign: since Chromium 77.
  {
    file: /\/NumberFormatter\.m?js$/,
    call: `new Intl.NumberFormat('de-DE', {
        signDisplay: 'exceptZero'
    }).resolvedOptions().signDisplay === 'exceptZero'`,
    instead: 'true',
  },
];

/** Takes those calls out; a file that no longer makes its call stops the build. */
export const cheapIntl = (): Plugin => ({
  name: 'cheap-intl',
  enforce: 'pre',
  transform(code, id) {
    const dear = dearCalls.find(({ file }) => file.test(id));
    if (dear === undefined) return null;
    const { call, instead } = dear;
    if (!code.includes(call)) this.error(`${id} no longer asks as it did; see whether this is still needed.`);
    return { code: code.replace(call, instead), map: null };
  },
});
