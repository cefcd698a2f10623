import { expect, test } from 'vitest';
import { judgeFound } from '../../../../electron/outbox/judgeFound.ts';
import { judgeOutcome } from '../../../../electron/outbox/judgeOutcome.ts';
import { createAccountPauses } from '../../../../electron/outbox/accountPauses.ts';
import { usualTimings as timings } from '../../../../electron/outbox/timings.ts';
import type { SendOutcome } from '../../../../electron/gateways/gateway.ts';

const now = 1_000_000;
const judge = (outcome: SendOutcome, failures = 1) =>
  judgeOutcome('w', outcome, { now, failures, random: 0, timings });

test('an unknown outcome is doubt, asked about soon, and pauses nothing the first time', () => {
  const { happening, pause } = judge({ kind: 'unknown', cause: 'timeout', detail: '' });
  expect(happening).toMatchObject({
    event: { kind: 'unknown' },
    readyAt: now + timings.firstAsk,
    code: 'timeout',
  });
  expect(pause).toBeNull();
});

test('doubt in a row lets the account rest', () => {
  expect(judge({ kind: 'unknown', cause: 'server-trouble', detail: '' }, 3).pause).toMatchObject({
    code: 'server-trouble',
  });
});

test('Retry-After is honoured in full, for the account', () => {
  const outcome = { kind: 'not-sent', cause: 'too-many-requests', detail: '', retryAfter: 120 } as const;
  expect(judge(outcome).pause).toEqual({ until: now + 120_000, code: 'too-many-requests' });
  const doubt = { kind: 'unknown', cause: 'server-trouble', detail: '', retryAfter: 90 } as const;
  expect(judge(doubt).pause).toEqual({ until: now + 90_000, code: 'server-trouble' });
});

test('a locked keychain is tried again by itself, a missing secret waits for a person', () => {
  expect(judge({ kind: 'not-sent', cause: 'keychain-locked', detail: '' }).pause?.until).toBe(
    now + timings.keychainRetry,
  );
  expect(judge({ kind: 'not-sent', cause: 'missing-secret', detail: '' }).pause?.until).toBeNull();
});

const wish = { id: 'w', unconfirmedAt: now };
const said = (found: boolean) => ({ reference: 'r', found, raw: '' });

test('a not-found is trusted only after the time of grace', () => {
  const at = (later: number) => judgeFound(wish, said(false), { now: now + later, retryMs: 5000, timings });
  expect(at(0)).toEqual({ do: 'wait', readyAt: now + timings.grace });
  expect(at(timings.grace - 1)).toMatchObject({ do: 'wait' });
  expect(at(timings.grace)).toMatchObject({
    do: 'settle',
    happening: { event: { kind: 'not-found', settled: true } },
  });
});

test('found counts at once, and no answer proves nothing', () => {
  expect(judgeFound(wish, said(true), { now, retryMs: 5000, timings })).toMatchObject({
    happening: { event: { kind: 'found' } },
  });
  expect(judgeFound(wish, undefined, { now: now + 1e9, retryMs: 5000, timings })).toMatchObject({
    do: 'wait',
  });
});

test('a clock that was set back makes the grace longer, never endless', () => {
  const verdict = judgeFound({ id: 'w', unconfirmedAt: now + 1e9 }, said(false), {
    now,
    retryMs: 5000,
    timings,
  });
  expect(verdict).toEqual({ do: 'wait', readyAt: now + timings.grace });
});

test('a longer pause wins, one that needs a person stays, and network pauses end with the network', () => {
  const pauses = createAccountPauses();
  pauses.pause('a', 500, 'dns');
  pauses.pause('a', 300, 'timeout');
  expect(pauses.of('a', 0)).toMatchObject({ until: 500, code: 'dns' });
  pauses.pause('b', null, 'missing-secret');
  pauses.pause('b', 900, 'too-many-requests');
  pauses.endNetwork();
  expect(pauses.list(0)).toEqual([{ accountId: 'b', until: null, code: 'missing-secret' }]);
  pauses.end('b');
  expect(pauses.list(0)).toEqual([]);
});
