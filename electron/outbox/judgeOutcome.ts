import type { ErrorCode } from '../../shared/contract/result.ts';
import { assertNever } from '../../shared/lib/assertNever.ts';
import { duplicateCode } from '../../shared/orders/refusals.ts';
import { isMadeInvoice } from '../../shared/orders/rules/invoice.ts';
import type { Happening, Wish } from '../db/queries/outboxSettle.ts';
import type { SendOutcome } from '../gateways/gateway.ts';
import { nextStep } from '../gateways/retryPolicy.ts';
import type { Timings } from './timings.ts';

export interface Judgement {
  happening: Happening;
  /** Whether the account rests, until when (null: until mended), and why. */
  pause: { until: number | null; code: ErrorCode } | null;
}

/** After this many answers in a row that are no answers, the account rests instead of filling the outbox with doubt. */
const doubtsBeforePause = 3;

const keychain: readonly ErrorCode[] = ['keychain-locked', 'keychain-missing', 'keychain-refused'];

/**
 * What an outcome means for the wish and for its account. Pure.
 * @param failures outcomes without a clear answer in a row, this one included
 * @param random in [0, 1)
 */
export function judgeOutcome(
  { id, reference, sentBefore }: Pick<Wish, 'id' | 'reference' | 'sentBefore'>,
  outcome: SendOutcome,
  { now, failures, random, timings }: { now: number; failures: number; random: number; timings: Timings },
): Judgement {
  switch (outcome.kind) {
    case 'accepted':
      return {
        happening: { id, event: { kind: 'accepted' }, at: now, readyAt: now, raw: outcome.raw },
        pause: null,
      };
    case 'refused': {
      const { code, message: detail, raw } = outcome;
      const duplicate = code === duplicateCode;
      // After a doubt, or with an invoice that only Postroom can have made, the first one may well be ours: a copy of
      // the data folder sent it, or something between us and the service repeated the request.
      if (duplicate && (sentBefore || isMadeInvoice(reference))) {
        const asked = { id, event: { kind: 'duplicate' as const }, at: now, readyAt: now, code, detail, raw };
        return { happening: asked, pause: null };
      }
      const event = { kind: 'refused' as const, duplicate };
      return { happening: { id, event, at: now, readyAt: now, code, detail, raw }, pause: null };
    }
    case 'unknown': {
      const next = nextStep(outcome, failures, random);
      const rest = 'delayMs' in next ? next.delayMs : 0;
      const pauses = outcome.retryAfter !== undefined || failures >= doubtsBeforePause;
      return {
        happening: {
          id,
          event: { kind: 'unknown' },
          at: now,
          readyAt: now + timings.firstAsk,
          code: outcome.cause,
          detail: outcome.detail,
          ...(outcome.raw === undefined ? {} : { raw: outcome.raw }),
        },
        pause: pauses ? { until: now + rest, code: outcome.cause } : null,
      };
    }
    case 'not-sent': {
      const { cause: code, detail } = outcome;
      const happening: Happening = { id, event: { kind: 'not-sent' }, at: now, readyAt: now, code, detail };
      const next = nextStep(outcome, failures, random);
      switch (next.do) {
        case 'pause-account':
          return { happening, pause: { until: now + next.delayMs, code } };
        case 'pause-until-mended':
          return {
            happening,
            pause: { until: keychain.includes(code) ? now + timings.keychainRetry : null, code },
          };
        case 'send-again':
        case 'ask':
        case 'done':
          return { happening, pause: null };
        default:
          return assertNever(next);
      }
    }
    default:
      return assertNever(outcome);
  }
}
