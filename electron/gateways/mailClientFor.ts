import { join } from 'node:path';
import { ok } from '../../shared/contract/result.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import type { GatewayAccount, GatewayDeps } from './gatewayFor.ts';
import { createTcgatePractice, practiceMailAddress } from './practice/tcgatePractice.ts';
import { baseAddress, placeOf } from './tcgate/environments.ts';
import { TcgateClient } from './tcgate/tcgateClient.ts';
import { makeTokenSource } from './tcgate/token.ts';

/** The TC.gate client of an account, or the simulator behind the same client; null for another service. */
export function mailClientFor(
  account: GatewayAccount,
  deps: GatewayDeps & { credentials: CredentialStore },
): TcgateClient | null {
  const { id, settings } = account;
  switch (account.service) {
    case 'trepstar':
      return null;
    case 'practice': {
      const fetch = createTcgatePractice({ folder: join(deps.dataFolder, 'practice-tcgate'), now: deps.now });
      const credentials = { ...deps.credentials, get: () => Promise.resolve(ok<string | null>('practice')) };
      const base = practiceMailAddress;
      const tokens = makeTokenSource(id, { ...settings, signInWith: 'token' }, base, {
        ...deps,
        fetch,
        credentials,
      });
      return new TcgateClient({ fetch, base, place: base, tokens });
    }
    case 'tcgate': {
      const base = baseAddress(settings);
      if (!base.ok) return null;
      const tokens = makeTokenSource(id, settings, base.value, deps);
      const place = placeOf(base.value, settings);
      return new TcgateClient({ fetch: deps.fetch, base: base.value, place, tokens });
    }
  }
}
