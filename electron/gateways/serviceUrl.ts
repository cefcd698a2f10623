import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { isSafeForSecrets } from '../../shared/lib/serviceAddress.ts';

/**
 * Checks a service address: https, or plain http to this computer only, since the password travels in the body;
 * no login, query or fragment in it.
 */
export function readServiceUrl(text: string): Result<string> {
  if (!URL.canParse(text)) return fail('bad-input', 'not an address');
  const url = new URL(text);
  if (!isSafeForSecrets(url)) return fail('bad-input', 'the address must begin with https://');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return fail('bad-input', 'the address must hold no login, question mark or #');
  return ok(url.href);
}
