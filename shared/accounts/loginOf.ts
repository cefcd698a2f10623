import type { Account } from '../contract/accounts.ts';
import { trepstarAddresses } from './trepstarAddresses.ts';

type SignIn = Pick<Account, 'service' | 'settings'>;

/**
 * Gateway and login as a text to compare: accounts of the same login are one account at the service, which knows one
 * list of invoices and counts the status calls once. null = nothing to compare: practice accounts remember each for
 * itself, and a token does not say whose it is.
 */
export function loginOf({ service, settings }: SignIn): string | null {
  if (service === 'trepstar')
    return join(service, placeOf(settings.orderAddress || trepstarAddresses.order), settings.loginEmail);
  if (service === 'tcgate' && settings.signInWith === 'secret') {
    const { environment, serviceAddress, tenant, clientId } = settings;
    const place = environment === 'custom' ? placeOf(serviceAddress) : environment;
    return join(service, place, tenant, clientId);
  }
  return null;
}

/** Whether both are one account at the service. */
export function sharesLogin(one: SignIn, other: SignIn): boolean {
  const login = loginOf(one);
  return login !== null && login === loginOf(other);
}

/** The account and those of `accounts` that are one with it at the service, in their order. */
export function idsOfLogin(accounts: readonly (SignIn & Pick<Account, 'id'>)[], id: string): string[] {
  const own = accounts.find((account) => account.id === id);
  const sharing = own === undefined ? [] : accounts.filter((account) => sharesLogin(account, own));
  return sharing.length === 0 ? [id] : sharing.map((account) => account.id);
}

/** Neither the letter case of a login nor the scheme of its address makes it another one. */
function join(...parts: readonly string[]): string | null {
  const tidy = parts.map((part) => part.trim().toLowerCase());
  return tidy.includes('') ? null : tidy.join(' ');
}

function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, pathname } = new URL(address);
  return `${host}${pathname.replace(/\/+$/, '')}`;
}
