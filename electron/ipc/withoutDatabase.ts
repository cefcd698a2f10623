import { requestNames } from '../../shared/contract/contract.ts';
import { settingsSchema } from '../../shared/contract/settings.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import type { ErrorCode } from '../../shared/contract/result.ts';
import type { Handlers } from './handlers.ts';

/**
 * When the database cannot be used, everything answers why; only settings have an answer (their defaults), so that
 * the page can draw itself and offer the ways out.
 */
export function withoutDatabase(code: ErrorCode, detail: string): Partial<Handlers> {
  const answers = Object.fromEntries(
    requestNames.map((name) => [name, () => Promise.resolve(fail(code, detail))]),
  );
  return { ...answers, 'settings.get': () => Promise.resolve(ok(settingsSchema.parse({}))) };
}
