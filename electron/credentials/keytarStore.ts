import { fail, ok } from '../../shared/contract/result.ts';
import type { ErrorCode, Result } from '../../shared/contract/result.ts';
import type { CredentialStore } from './credentialStore.ts';
import { inTurn } from './inTurn.ts';

/** Under which name our entries stand in the keychain. */
export const keychainService = 'Postroom';

/** The part of keytar that is used. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** keytar's native part is loaded at the first use: it is not needed to open History, and it may be missing. */
const loadKeytar = async (): Promise<Keychain> => (await import('keytar')).default;

/** A keychain that asks its owner for a password may take a while; one that never answers must not hold us. */
const patience = 30_000;

/**
 * Secrets in the keychain of the operating system, one entry `<accountId>/<name>` each. Calls go one at a time;
 * while one hangs, the others are answered `keychain-locked` at once, so that a stuck keychain cannot use up
 * the threads that files and the network need.
 */
export function keytarStore(
  load: () => Promise<Keychain> = loadKeytar,
  limitMs: number = patience,
): CredentialStore {
  const turn = inTurn(limitMs);
  const use = async <T>(secret: string, action: (keychain: Keychain) => Promise<T>): Promise<Result<T>> => {
    try {
      const answer = await turn(async () => action(await load()));
      return answer.done ? ok(answer.value) : fail('keychain-locked', 'the keychain does not answer');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return fail(keychainTrouble(message), secret === '' ? message : message.replaceAll(secret, '•••'));
    }
  };
  return {
    get: (accountId, name) =>
      use('', (keychain) => keychain.getPassword(keychainService, `${accountId}/${name}`)),
    set: async (accountId, name, secret) => {
      // The native side ends a text at NUL: a password cut short would be refused by the service for no visible reason.
      if (secret === '' || secret.includes('\0'))
        return fail('bad-input', 'not a usable secret', { field: 'secret' });
      return use(secret, (keychain) => keychain.setPassword(keychainService, `${accountId}/${name}`, secret));
    },
    remove: async (accountId, name) => {
      const gone = await use('', (keychain) =>
        keychain.deletePassword(keychainService, `${accountId}/${name}`),
      );
      return gone.ok ? ok(undefined) : gone;
    },
  };
}

/** What the words of libsecret, Keychain Services and the Credential Manager mean for the user. */
export function keychainTrouble(message: string): ErrorCode {
  if (/cancel|dismiss|denied|not allowed by the user|stub received bad data/i.test(message))
    return 'keychain-refused';
  if (/lock|interaction is not allowed|passphrase you entered is not correct/i.test(message))
    return 'keychain-locked';
  const missing =
    /not provided by any|ServiceUnknown|NameHasNoOwner|autolaunch|spawn|could not connect|connection (is closed|refused)|does not exist|no such|cannot open shared object|cannot find module|could not be found|dlopen|logon session/i;
  return missing.test(message) ? 'keychain-missing' : 'keychain-refused';
}
