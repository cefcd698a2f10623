import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';
import { expect, it, vi } from 'vitest';
import { cheapLocale } from '../../../build/cheapLocale.ts';

const file = path.join(
  path.dirname(createRequire(import.meta.url).resolve('react-aria/package.json')),
  'dist/private/i18n/useDefaultLocale.mjs',
);

function transformed(code: string, id: string): { answer: unknown; complained: boolean } {
  const error = vi.fn();
  const { transform } = cheapLocale() as Plugin & { transform: (code: string, id: string) => unknown };
  return { answer: transform.call({ error } as never, code, id), complained: error.mock.calls.length > 0 };
}

it('takes the dear call out of React Aria as it is installed', () => {
  const { answer, complained } = transformed(readFileSync(file, 'utf8'), file);
  expect(complained).toBe(false);
  expect(JSON.stringify(answer)).toContain('Intl.getCanonicalLocales(');
  expect(JSON.stringify(answer)).not.toContain('supportedLocalesOf');
});

it('complains when there is nothing to take out, and leaves other files alone', () => {
  expect(transformed('export const a = 1;', file).complained).toBe(true);
  expect(transformed('Intl.DateTimeFormat.supportedLocalesOf(', '/src/format.ts').answer).toBeNull();
});
