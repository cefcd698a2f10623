import type { ErrorCode } from '../../../shared/contract/result.ts';

/**
 * What became of one call. A call that changes something and ended `unknown` is looked up by its client
 * reference before anything else; `not-sent` is proven to have had no effect.
 */
export type Outcome<T> =
  | { kind: 'done'; value: T; raw: string }
  | { kind: 'refused'; status: number; code: ErrorCode; message: string; instance: string; raw: string }
  | { kind: 'unknown'; cause: ErrorCode; detail: string; retryAfter?: number }
  | { kind: 'not-sent'; cause: ErrorCode; detail: string; retryAfter?: number };

/** Maps the value of a good outcome, leaves every other one. */
export function mapDone<A, B>(
  outcome: Outcome<A>,
  change: (value: A, raw: string) => Outcome<B>,
): Outcome<B> {
  return outcome.kind === 'done' ? change(outcome.value, outcome.raw) : outcome;
}
