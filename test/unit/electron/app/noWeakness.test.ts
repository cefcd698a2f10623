import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../../', import.meta.url);

/** What would take away from the page's walls, or let text become markup or code, wherever it stood. */
const weakening = [
  /\b(webSecurity|contextIsolation|sandbox)['"]?\s*:\s*false/,
  /\b(nodeIntegration\w*|allowRunningInsecureContent|webviewTag|experimentalFeatures|bypassCSP)['"]?\s*:\s*true/,
  /\b(enableBlinkFeatures|allowFileAccess\w*)\b/,
  /\b(setCertificateVerifyProc|ignore-certificate-errors|no-sandbox|disable-web-security)\b/,
  /\b(dangerouslySetInnerHTML|insertAdjacentHTML|executeJavaScript|createContextualFragment)\b/,
  /\.(inner|outer)HTML\s*=/,
  /\beval\(|new Function\(/,
];

const sources = globSync('{electron,renderer,shared}/**/*.{ts,tsx,html}', { cwd: root });

it.each(weakening.map((pattern) => [pattern]))('nothing in the sources says %s', (pattern) => {
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.filter((path) => pattern.test(readFileSync(new URL(path, root), 'utf8')))).toEqual([]);
});
