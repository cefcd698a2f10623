/** Shorter times for end-to-end tests, from the environment; a packaged app ignores them. */
export interface TestTimes {
  timings?: { grace: number; firstAsk: number };
  mailTimings?: { grace: number; firstAsk: number; watch: number; backoff: number };
  limits?: { answerMs: number; stallMs: number; wholeMs: number };
}

/** Reads POSTROOM_GRACE_MS (outbox/timings.ts, outbox/mailings/timings.ts) and POSTROOM_ANSWER_MS (gateways/http.ts). */
export function testTimes(packaged: boolean, env: NodeJS.ProcessEnv): TestTimes {
  if (packaged) return {};
  const grace = Number(env['POSTROOM_GRACE_MS']);
  const answer = Number(env['POSTROOM_ANSWER_MS']);
  const quarter = Math.min(2_000, grace / 4);
  return {
    ...(grace > 0
      ? {
          timings: { grace, firstAsk: quarter },
          mailTimings: { grace, firstAsk: quarter, watch: quarter, backoff: quarter },
        }
      : {}),
    ...(answer > 0 ? { limits: { answerMs: answer, stallMs: answer, wholeMs: answer } } : {}),
  };
}
