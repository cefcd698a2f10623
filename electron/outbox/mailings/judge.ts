import type { ErrorCode } from '../../../shared/contract/result.ts';
import type { SagaStep } from '../../../shared/mailings/saga.ts';
import type { StepNews } from '../../db/queries/settleStep.ts';
import type { Outcome } from '../../gateways/tcgate/outcome.ts';
import type { MailingTimings } from './timings.ts';

/** What a call came to: what to write down about its step, and whether the account rests. */
export interface Judgement {
  news: StepNews;
  pause: { until: number; code: ErrorCode } | null;
}

/** What a good answer says about the thing that was made; `number` null when the answer did not name it. */
export interface Made {
  number: string | null;
  serviceStatus: string;
}

/** How long to wait after `failures` failures in a row, and never less than the service asks for. */
export function waitFor(failures: number, retryAfter: number | undefined, timings: MailingTimings): number {
  const backoff = Math.min(timings.mostBackoff, timings.backoff * 2 ** Math.max(0, failures - 1));
  return Math.max(backoff, (retryAfter ?? 0) * 1_000);
}

/**
 * The outcome of carrying a step. A refusal because the Operation-ID was used before means: an earlier try of ours
 * may have arrived, so it is looked up like an unknown outcome.
 */
export function judgeCarried(
  step: SagaStep,
  outcome: Outcome<Made>,
  now: number,
  failures: number,
  timings: MailingTimings,
): Judgement {
  const base = { id: step.id, at: now };
  switch (outcome.kind) {
    case 'done':
      if (outcome.value.number === null) {
        // Made, but the answer did not name it: our token finds it.
        const detail = 'the answer names no number';
        const news = { ...base, event: { kind: 'unknown' as const }, readyAt: now, detail, raw: outcome.raw };
        return { news, pause: null };
      }
      return {
        news: {
          ...base,
          event: { kind: 'accepted' },
          readyAt: now,
          number: outcome.value.number,
          serviceStatus: outcome.value.serviceStatus,
          raw: outcome.raw,
        },
        pause: null,
      };
    case 'refused': {
      if (outcome.code === 'wrong-login') {
        const until = now + timings.loginRetry;
        const news = {
          ...base,
          event: { kind: 'not-sent' as const },
          readyAt: until,
          code: outcome.code,
          detail: outcome.message,
        };
        return { news, pause: { until, code: outcome.code } };
      }
      const detail = [outcome.message, outcome.instance].filter((part) => part !== '').join(' · ');
      const words = { code: outcome.code, detail, raw: outcome.raw };
      if (outcome.code === 'conflict') {
        return { news: { ...base, event: { kind: 'unknown' }, readyAt: now, ...words }, pause: null };
      }
      return {
        news: { ...base, event: { kind: 'refused', duplicate: false }, readyAt: now, ...words },
        pause: null,
      };
    }
    case 'unknown': {
      const wait = waitFor(failures, outcome.retryAfter, timings);
      const news: StepNews = {
        ...base,
        event: { kind: 'unknown' },
        readyAt: now + Math.max(timings.firstAsk, (outcome.retryAfter ?? 0) * 1_000),
        code: outcome.cause,
        detail: outcome.detail,
      };
      return { news, pause: failures > 2 ? { until: now + wait, code: outcome.cause } : null };
    }
    case 'not-sent': {
      const until = now + waitFor(failures, outcome.retryAfter, timings);
      return {
        news: {
          ...base,
          event: { kind: 'not-sent' },
          readyAt: until,
          code: outcome.cause,
          detail: outcome.detail,
        },
        pause: { until, code: outcome.cause },
      };
    }
  }
}

/** The answer to "has it arrived?". `value` null: the service does not know it. */
export function judgeAsked(
  step: SagaStep,
  outcome: Outcome<{ number: string; status: string } | null>,
  now: number,
  failures: number,
  timings: MailingTimings,
): Judgement | { again: number; pause: Judgement['pause'] } {
  if (outcome.kind !== 'done') {
    const retryAfter = outcome.kind === 'refused' ? undefined : outcome.retryAfter;
    const until = now + waitFor(failures, retryAfter, timings);
    const code = outcome.kind === 'refused' ? outcome.code : outcome.cause;
    return { again: until, pause: { until, code } };
  }
  if (outcome.value !== null) {
    return {
      news: {
        id: step.id,
        at: now,
        event: { kind: 'found' },
        readyAt: now,
        number: outcome.value.number,
        serviceStatus: outcome.value.status,
      },
      pause: null,
    };
  }
  // A "not found" too soon proves nothing: the request can still be on its way at the service.
  const settledAt = (step.unconfirmedAt ?? now) + timings.grace;
  if (now < settledAt) return { again: settledAt, pause: null };
  return {
    news: {
      id: step.id,
      at: now,
      event: { kind: 'not-found', settled: true },
      readyAt: now,
      // The same Operation-ID again, unless the service called it used although nothing came of it.
      renewOperation: step.troubleCode === 'conflict',
    },
    pause: null,
  };
}
