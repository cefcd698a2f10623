import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { expect, it, vi } from 'vitest';
import { cheapIntl } from '../../../build/cheapIntl.ts';

const modules = path.resolve(import.meta.dirname, '../../../node_modules');

function transformed(code: string, id: string): { answer: unknown; complained: boolean } {
  const error = vi.fn();
  const { transform } = cheapIntl() as Plugin & { transform: (code: string, id: string) => unknown };
  return { answer: transform.call({ error } as never, code, id), complained: error.mock.calls.length > 0 };
}

const dear = [
  ['react-aria/dist/private/i18n/useDefaultLocale.mjs', 'supportedLocalesOf'],
  ['react-aria/dist/private/i18n/utils.mjs', 'if (Intl.Locale)'],
  ['@internationalized/number/dist/private/NumberFormatter.mjs', 'resolvedOptions().signDisplay'],
] as const;

it.each(dear)('takes the dear call out of %s as it is installed', (inside, call) => {
  const file = path.join(modules, inside);
  const code = readFileSync(file, 'utf8');
  expect(code).toContain(call);
  const { answer, complained } = transformed(code, file);
  expect(complained).toBe(false);
  expect((answer as { code: string }).code).not.toContain(call);
  expect(transformed('export const a = 1;', file).complained).toBe(true);
});

it('leaves other files alone', () => {
  expect(transformed('Intl.DateTimeFormat.supportedLocalesOf(', '/src/format.ts').answer).toBeNull();
});
