import { expect, it, vi } from 'vitest';
import type { CredentialStore } from '../../../../electron/credentials/credentialStore.ts';
import { hasSecret } from '../../../../electron/credentials/hasSecret.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const storeThat = (get: CredentialStore['get']): Pick<CredentialStore, 'get'> => ({ get });

it.each([
  [ok('hunter2'), true],
  [ok(''), false],
  [ok(null), false],
  [fail('keychain-locked'), null],
] as const)('%o means %s', async (answer, found) => {
  expect(
    await hasSecret(
      storeThat(async () => answer),
      'a',
      'password',
    ),
  ).toBe(found);
});

it('does not wait for a keychain that asks its owner first', async () => {
  vi.useFakeTimers();
  const asked = hasSecret(
    storeThat(() => new Promise(() => undefined)),
    'a',
    'password',
  );
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asked).toBeNull();
  vi.useRealTimers();
});
