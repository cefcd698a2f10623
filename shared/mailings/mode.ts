import type { TcgateEnvironment } from '../contract/accounts.ts';

/** Whether what is sent there is meant: the service's test and sandbox are for trying, whatever they print. */
export const modeOf = (environment: TcgateEnvironment): 'live' | 'test' =>
  environment === 'test' || environment === 'sandbox' ? 'test' : 'live';
