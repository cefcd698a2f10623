import { describe, expect, it } from 'vitest';
import { backoff, nextStep } from '../../../../electron/gateways/retryPolicy.ts';

describe('the backoff', () => {
  it('doubles, is never below its base and never above a quarter of an hour', () => {
    expect([1, 2, 3, 4].map((n) => backoff(n, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(backoff(1, 0)).toBe(2_000);
    expect(backoff(4, 0)).toBe(8_000);
    expect(backoff(1_000, 1)).toBe(900_000);
    expect(backoff(0, 0)).toBe(2_000);
  });
});

describe('what follows an outcome', () => {
  it('never sends again what was accepted or refused', () => {
    expect(nextStep({ kind: 'accepted', raw: '', reference: 'A' }, 1, 0)).toEqual({ do: 'done' });
    expect(nextStep({ kind: 'refused', raw: '', code: '000013', message: '' }, 1, 0)).toEqual({ do: 'done' });
  });

  it('asks after an unknown outcome, whatever its cause', () => {
    for (const cause of ['timeout', 'server-trouble', 'captive-portal', 'cancelled', 'wrong-login'] as const)
      expect(nextStep({ kind: 'unknown', cause, detail: '' }, 1, 0).do).toBe('ask');
  });

  it('heeds a Retry-After that is longer than its own delay', () => {
    const limited = { kind: 'not-sent', cause: 'too-many-requests', detail: '', retryAfter: 30 } as const;
    expect(nextStep(limited, 1, 0)).toEqual({ do: 'pause-account', delayMs: 30_000 });
    expect(nextStep({ ...limited, retryAfter: 0 }, 1, 0)).toEqual({ do: 'pause-account', delayMs: 2_000 });
  });

  it.each(['wrong-login', 'missing-secret', 'keychain-locked'] as const)(
    'waits for a person after %s',
    (cause) => {
      expect(nextStep({ kind: 'not-sent', cause, detail: '' }, 1, 0)).toEqual({ do: 'pause-until-mended' });
    },
  );

  it('sends again at once what was cancelled before it left', () => {
    expect(nextStep({ kind: 'not-sent', cause: 'cancelled', detail: '' }, 1, 0)).toEqual({
      do: 'send-again',
      delayMs: 0,
    });
  });
});
