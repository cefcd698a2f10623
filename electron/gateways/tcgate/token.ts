import type { AccountSettings } from '../../../shared/contract/accounts.ts';
import type { CredentialStore } from '../../credentials/credentialStore.ts';
import type { Fetch } from '../http.ts';
import { tokenAnswerSchema } from './answers.ts';
import { call, parseJson, type Call, type GoodAnswer } from './call.ts';
import type { Outcome } from './outcome.ts';

/** Renewed this long before `validTo`, so that no upload starts with a token about to end. */
const renewBefore = 5 * 60_000;
/** A token whose `validTo` lies in the past by our clock is used anyway for this long: clocks differ. */
const shortest = 60_000;

export interface TokenSource {
  /** The token for the next call. `renew` throws the remembered one away first (after a 401). */
  get(signal: AbortSignal, renew?: 'renew'): Promise<Outcome<string>>;
  /** False when the token is a fixed one: a 401 is final then. */
  canRenew: boolean;
}

export interface TokenDeps {
  fetch: Fetch;
  credentials: CredentialStore;
  now: () => number;
}

/**
 * Bearer tokens of one account: the fixed token from onboarding, or tokens made with client id, secret and
 * tenant ("Generate Token"). Concurrent callers share one request.
 */
export function makeTokenSource(
  accountId: string,
  settings: AccountSettings,
  base: string,
  deps: TokenDeps,
): TokenSource {
  if (settings.signInWith === 'token') {
    return { canRenew: false, get: async () => stored(deps.credentials, accountId, 'token') };
  }
  let held: { token: string; until: number } | null = null;
  let running: Promise<Outcome<string>> | null = null;
  return {
    canRenew: true,
    get: (signal, renew) => {
      if (renew) held = null;
      if (held && held.until > deps.now()) {
        return Promise.resolve({ kind: 'done', value: held.token, raw: '' });
      }
      running ??= generate(accountId, settings, base, deps, signal)
        .then((made) => {
          if (made.kind !== 'done') return made;
          held = {
            token: made.value.token,
            until: Math.max(made.value.until - renewBefore, deps.now() + shortest),
          };
          return { kind: 'done' as const, value: made.value.token, raw: '' };
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
}

async function stored(
  credentials: CredentialStore,
  accountId: string,
  name: 'token' | 'clientSecret',
): Promise<Outcome<string>> {
  const secret = await credentials.get(accountId, name);
  if (!secret.ok) return { kind: 'not-sent', cause: secret.error.code, detail: secret.error.detail ?? '' };
  if (secret.value === null || secret.value === '')
    return { kind: 'not-sent', cause: 'missing-secret', detail: '' };
  return { kind: 'done', value: secret.value, raw: '' };
}

/** POST /token/generateToken. Making a token has no effect worth guarding, so every failure is `not-sent`. */
async function generate(
  accountId: string,
  settings: AccountSettings,
  base: string,
  deps: TokenDeps,
  signal: AbortSignal,
): Promise<Outcome<{ token: string; until: number }>> {
  const secret = await stored(deps.credentials, accountId, 'clientSecret');
  if (secret.kind !== 'done') return secret;
  const fields = { ClientId: settings.clientId, Secret: secret.value, Tenant: settings.tenant };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = {
    method: 'POST',
    url: `${base}/token/generateToken`,
    secrets: [secret.value],
    signal,
  } as const;
  let answer = await call(deps.fetch, { ...request, headers: {}, body: form });
  if (answer.kind === 'refused' && answer.status === 415) {
    // Assumed (the document shows both): where the form is not understood, the JSON of the example is.
    const json: Call = {
      ...request,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    };
    answer = await call(deps.fetch, json);
  }
  return readToken(answer);
}

function readToken(answer: Outcome<GoodAnswer>): Outcome<{ token: string; until: number }> {
  switch (answer.kind) {
    case 'done': {
      const read = tokenAnswerSchema.safeParse(parseJson(answer.value.text));
      const until = read.success ? Date.parse(read.data.validTo) : Number.NaN;
      if (!read.success || Number.isNaN(until)) {
        return { kind: 'not-sent', cause: 'unreadable-answer', detail: 'no token in the answer' };
      }
      return { kind: 'done', value: { token: read.data.bearerToken, until }, raw: '' };
    }
    case 'refused':
      return { kind: 'not-sent', cause: 'wrong-login', detail: answer.message };
    case 'unknown':
      return { ...answer, kind: 'not-sent' };
    case 'not-sent':
      return answer;
  }
}
