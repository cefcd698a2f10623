import { join } from 'node:path';
import { trepstarAddresses } from '../../shared/accounts/trepstarAddresses.ts';
import type { AccountSettings, Service } from '../../shared/contract/accounts.ts';
import { ok } from '../../shared/contract/result.ts';
import { isThisComputer } from '../../shared/lib/serviceAddress.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import type { Gateway } from './gateway.ts';
import type { Fetch, Limits } from './http.ts';
import { practiceFile } from './practice/practiceFile.ts';
import { createTrepstarPractice, practiceAddresses, practiceLogin } from './practice/trepstarPractice.ts';
import { createTrepstarGateway } from './trepstar/trepstarGateway.ts';

/** What a gateway is made from. */
export interface GatewayAccount {
  id: string;
  service: Service;
  settings: AccountSettings;
}

export interface GatewayDeps {
  dataFolder: string;
  credentials: Pick<CredentialStore, 'get'>;
  fetch: Fetch;
  isOnline: () => boolean;
  now: () => number;
  limits?: Partial<Limits>;
}

/** Whether an account can be reached without a network: the practice account and gateways on this computer. */
export function needsNetwork({ service, settings }: GatewayAccount): boolean {
  if (service === 'practice') return false;
  const address = service === 'tcgate' ? settings.serviceAddress : settings.orderAddress;
  try {
    return !isThisComputer(new URL(address).hostname);
  } catch {
    return true; // '' or no address: the service's own, out there.
  }
}

/** The TrepStar client of an account, or the simulator behind the same client; null for another service. */
export function orderGatewayFor(account: GatewayAccount, deps: GatewayDeps): Gateway | null {
  const { id, settings } = account;
  switch (account.service) {
    case 'tcgate':
      return null;
    case 'practice':
      return createTrepstarGateway({
        account: {
          id,
          loginEmail: practiceLogin.email,
          orderUrl: practiceAddresses.order,
          statusUrl: practiceAddresses.status,
        },
        credentials: { get: () => Promise.resolve(ok(practiceLogin.password)) },
        fetch: createTrepstarPractice({
          memory: practiceFile(join(deps.dataFolder, 'practice-trepstar.jsonl')),
          now: deps.now,
        }),
      });
    case 'trepstar':
      return createTrepstarGateway({
        account: {
          id,
          loginEmail: settings.loginEmail,
          orderUrl: settings.orderAddress === '' ? trepstarAddresses.order : settings.orderAddress,
          statusUrl: settings.statusAddress === '' ? trepstarAddresses.status : settings.statusAddress,
        },
        credentials: deps.credentials,
        fetch: deps.fetch,
        isOnline: () => !needsNetwork(account) || deps.isOnline(),
        ...(deps.limits === undefined ? {} : { limits: deps.limits }),
      });
  }
}
