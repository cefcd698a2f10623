import { assertNever } from '../../shared/lib/assertNever.ts';
import type { ErrorCode } from '../../shared/contract/result.ts';
import type { SendOutcome } from './gateway.ts';

/**
 * What may follow an outcome. The one table of what is tried again:
 *
 * | outcome                                   | next                                                        |
 * |-------------------------------------------|-------------------------------------------------------------|
 * | accepted, refused                         | done: never again                                           |
 * | unknown                                   | ask (`find`) first; only "not found" allows another send    |
 * | not-sent: wrong login, secret, keychain   | the account pauses until a person has mended it             |
 * | not-sent: 429, network                    | the account pauses for the delay, then the order is sent    |
 * | not-sent: cancelled                       | back to waiting, at once                                    |
 */
export type Next =
  | { do: 'done' }
  | { do: 'ask'; delayMs: number }
  | { do: 'pause-account'; delayMs: number }
  | { do: 'pause-until-mended' }
  | { do: 'send-again'; delayMs: number };

const baseMs = 2_000;
const longestMs = 15 * 60_000;

/**
 * Exponential with half jitter, never below the base: 2 s, 4 s, … 15 min.
 * @param attempt 1 after the first failure
 * @param random in [0, 1)
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(baseMs * 2 ** Math.min(Math.max(0, attempt - 1), 20), longestMs);
  return Math.max(baseMs, Math.round(full / 2 + (full / 2) * random));
}

/** Trouble that time does not cure. */
export function needsPerson(cause: ErrorCode): boolean {
  return [
    'wrong-login',
    'missing-secret',
    'keychain-missing',
    'keychain-locked',
    'keychain-refused',
    'bad-input',
  ].includes(cause);
}

/** What may follow an outcome; pure. The service's own Retry-After wins over our delay when it is longer. */
export function nextStep(outcome: SendOutcome, attempt: number, random: number): Next {
  switch (outcome.kind) {
    case 'accepted':
    case 'refused':
      return { do: 'done' };
    case 'unknown':
      return { do: 'ask', delayMs: delay(outcome.retryAfter, attempt, random) };
    case 'not-sent':
      if (needsPerson(outcome.cause)) return { do: 'pause-until-mended' };
      if (outcome.cause === 'cancelled') return { do: 'send-again', delayMs: 0 };
      return { do: 'pause-account', delayMs: delay(outcome.retryAfter, attempt, random) };
    default:
      return assertNever(outcome);
  }
}

function delay(retryAfter: number | undefined, attempt: number, random: number): number {
  return Math.max((retryAfter ?? 0) * 1000, backoff(attempt, random));
}
