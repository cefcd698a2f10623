import type { CredentialStore } from './credentialStore.ts';

/** A store that also keeps what it read in memory. */
export interface RememberingStore extends CredentialStore {
  /** Forgets everything in memory, e.g. when the screen is locked. */
  forget(): void;
}

/**
 * Keeps secrets that were read in memory for a while, so that a thousand orders do not ask the keychain a thousand
 * times. Told of every secret that passes, `onSecret` can keep them out of the log.
 * @param keepMs how long a secret is kept after it was read
 */
export function remember(
  store: CredentialStore,
  onSecret: (secret: string) => void,
  keepMs: number = 10 * 60_000,
  now: () => number = () => performance.now(),
): RememberingStore {
  const kept = new Map<string, { secret: string | null; until: number }>();
  return {
    get: async (accountId, name) => {
      const key = `${accountId}/${name}`;
      const known = kept.get(key);
      if (known !== undefined && now() < known.until) return { ok: true, value: known.secret };
      kept.delete(key);
      const read = await store.get(accountId, name);
      if (!read.ok) return read;
      if (read.value !== null) onSecret(read.value);
      kept.set(key, { secret: read.value, until: now() + keepMs });
      return read;
    },
    set: async (accountId, name, secret) => {
      onSecret(secret);
      kept.delete(`${accountId}/${name}`);
      const stored = await store.set(accountId, name, secret);
      kept.delete(`${accountId}/${name}`);
      return stored;
    },
    remove: async (accountId, name) => {
      kept.delete(`${accountId}/${name}`);
      const removed = await store.remove(accountId, name);
      kept.delete(`${accountId}/${name}`);
      return removed;
    },
    forget: () => kept.clear(),
  };
}
