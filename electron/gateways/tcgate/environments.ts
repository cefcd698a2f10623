import type { AccountSettings } from '../../../shared/contract/accounts.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { isSafeForSecrets } from '../../../shared/lib/serviceAddress.ts';

/** The three environments of the document's introduction. */
const addresses = {
  production: 'https://api.tcgate.ch',
  test: 'https://api-test.tcgate.ch',
  sandbox: 'https://api-sandbox.tcgate.ch',
} as const;

/** How long documents and orders live in the sandbox ("10 minutes", questions, sandbox and test). */
export const sandboxLifetime = 10 * 60_000;

/**
 * What tells one place of the service from another: where it is and who signs in there. What was left at one is unknown
 * at every other, and the same number means something else there.
 */
export const placeOf = (base: string, { clientId, tenant }: AccountSettings): string =>
  [base, clientId, tenant].join(' ').trim();

/** The address an account talks to, without a trailing slash. Plain http only to this computer. */
export function baseAddress(settings: AccountSettings): Result<string> {
  if (settings.environment !== 'custom') return ok(addresses[settings.environment]);
  const url = URL.canParse(settings.serviceAddress) ? new URL(settings.serviceAddress) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return fail('bad-input', 'The service address is no web address.', { field: 'serviceAddress' });
  }
  if (!isSafeForSecrets(url)) {
    return fail('bad-input', 'The service address must begin with https.', { field: 'serviceAddress' });
  }
  if (url.username || url.password) {
    return fail('bad-input', 'The service address must not hold a login.', { field: 'serviceAddress' });
  }
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
