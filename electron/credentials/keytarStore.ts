import { fail, ok } from '../../shared/contract/result.ts';
import type { ErrorCode, Result } from '../../shared/contract/result.ts';
import type { CredentialStore } from './credentialStore.ts';
import { inTurn } from './inTurn.ts';

/** Under which name our entries stand in the keychain. */
const keychainService = 'Postroom';

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
  lockedLooksEmpty: boolean = process.platform === 'linux',
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
  const emptyOr = async <T>(keychain: Keychain, answer: T, empty: T): Promise<T> => {
    if (answer === empty && lockedLooksEmpty) await proveUnlocked(keychain);
    return answer;
  };
  return {
    get: (accountId, name) =>
      use('', async (keychain) =>
        emptyOr(keychain, await keychain.getPassword(keychainService, `${accountId}/${name}`), null),
      ),
    set: async (accountId, name, secret) => {
      // The native side ends a text at NUL: a password cut short would be refused by the service for no visible reason.
      if (secret === '' || secret.includes('\0'))
        return fail('bad-input', 'not a usable secret', { field: 'secret' });
      return use(secret, (keychain) => keychain.setPassword(keychainService, `${accountId}/${name}`, secret));
    },
    remove: async (accountId, name) => {
      const gone = await use('', async (keychain) =>
        emptyOr(keychain, await keychain.deletePassword(keychainService, `${accountId}/${name}`), false),
      );
      return gone.ok ? ok(undefined) : gone;
    },
  };
}

/**
 * libsecret answers "nothing there" for a locked keyring and fails only when something is stored. So a small
 * entry is stored and taken away again; that throws while the keyring is locked.
 */
async function proveUnlocked(keychain: Keychain): Promise<void> {
  await keychain.setPassword(keychainService, 'probe', 'probe');
  await keychain.deletePassword(keychainService, 'probe');
}

/** What the words of libsecret, Keychain Services and the Credential Manager mean for the user. */
export function keychainTrouble(message: string): ErrorCode {
  // The bus's own refusal quotes command lines, e.g. a keyring's "--unlock": it must not be read for other words.
  if (
    /cancel|dismiss|denied|rejected send message|policy prevents|not allowed by the user|stub received bad data/i.test(
      message,
    )
  )
    return 'keychain-refused';
  if (/lock|interaction is not allowed|passphrase you entered is not correct/i.test(message))
    return 'keychain-locked';
  const missing =
    /not provided by any|ServiceUnknown|NameHasNoOwner|autolaunch|spawn|could not connect|connection (is closed|refused)|does not exist|no such|cannot open shared object|cannot find module|could not be found|dlopen|logon session/i;
  return missing.test(message) ? 'keychain-missing' : 'keychain-refused';
}
