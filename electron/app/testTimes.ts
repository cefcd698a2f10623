/** Shorter times for end-to-end tests, from the environment; a packaged app ignores them. */
export interface TestTimes {
  timings?: { grace?: number; graceAfterCrash?: number; firstAsk?: number; keychainRetry?: number };
  mailTimings?: { grace: number; firstAsk: number; watch: number; backoff: number };
  /** How long a keychain is waited for. */
  keychainMs?: number;
  limits?: { answerMs: number; stallMs: number; wholeMs: number };
}

/**
 * Reads POSTROOM_GRACE_MS (outbox/timings.ts, outbox/mailings/timings.ts), POSTROOM_ANSWER_MS (gateways/http.ts) and
 * POSTROOM_KEYCHAIN_MS (credentials/keytarStore.ts, and how soon a pause for want of the keychain is tried anew).
 */
export function testTimes(packaged: boolean, env: NodeJS.ProcessEnv): TestTimes {
  if (packaged) return {};
  const grace = Number(env['POSTROOM_GRACE_MS']);
  const answer = Number(env['POSTROOM_ANSWER_MS']);
  const keychain = Number(env['POSTROOM_KEYCHAIN_MS']);
  const quarter = Math.min(2_000, grace / 4);
  return {
    ...(grace > 0 ? { mailTimings: { grace, firstAsk: quarter, watch: quarter, backoff: quarter } } : {}),
    ...(grace > 0 || keychain > 0
      ? {
          timings: {
            ...(grace > 0 ? { grace, graceAfterCrash: grace, firstAsk: quarter } : {}),
            ...(keychain > 0 ? { keychainRetry: keychain } : {}),
          },
        }
      : {}),
    ...(keychain > 0 ? { keychainMs: keychain } : {}),
    ...(answer > 0 ? { limits: { answerMs: answer, stallMs: answer, wholeMs: answer } } : {}),
  };
}
