import type { Result } from '../../shared/contract/result.ts';

/**
 * The kinds of secret an account can have: TrepStar a password, TC.gate a client secret or a token. `path` is the
 * secret part of the webhook receiver's address, kept under the account `webhook`.
 */
const credentialNames = ['password', 'clientSecret', 'token', 'path'] as const;
export type CredentialName = (typeof credentialNames)[number];

/**
 * Where secrets live: the keychain of the operating system. Expected trouble: `keychain-missing`,
 * `keychain-locked`, `keychain-refused`. No secret ever appears in an error.
 */
export interface CredentialStore {
  /** The secret, or null when none is stored. */
  get(accountId: string, name: CredentialName): Promise<Result<string | null>>;
  /** Stores or replaces. */
  set(accountId: string, name: CredentialName, secret: string): Promise<Result<void>>;
  /** Removes; removing what is not there is fine. */
  remove(accountId: string, name: CredentialName): Promise<Result<void>>;
}
