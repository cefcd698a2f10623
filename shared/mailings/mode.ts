import type { AccountSettings } from '../contract/accounts.ts';

/** Whether what is sent there is meant: the service's test and sandbox are for trying, whatever they print. */
export const modeOf = (environment: AccountSettings['environment']): 'live' | 'test' =>
  environment === 'test' || environment === 'sandbox' ? 'test' : 'live';
