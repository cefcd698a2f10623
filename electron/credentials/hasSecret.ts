import type { CredentialName, CredentialStore } from './credentialStore.ts';

/** A list of accounts is shown at the start; a keychain that asks for its password first must not hold it up. */
const patience = 1_500;

/** Whether there is a secret; null when the keychain could not say, or not soon enough. */
export async function hasSecret(
  store: Pick<CredentialStore, 'get'>,
  accountId: string,
  name: CredentialName,
  limitMs: number = patience,
): Promise<boolean | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  const asked = store.get(accountId, name).then((secret) => (secret.ok ? (secret.value ?? '') !== '' : null));
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
