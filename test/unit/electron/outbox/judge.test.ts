import { expect, test } from 'vitest';
import { judgeFound } from '../../../../electron/outbox/judgeFound.ts';
import { judgeOutcome } from '../../../../electron/outbox/judgeOutcome.ts';
import { createAccountPauses } from '../../../../electron/outbox/accountPauses.ts';
import { usualTimings as timings } from '../../../../electron/outbox/timings.ts';
import type { SendOutcome } from '../../../../electron/gateways/gateway.ts';

const now = 1_000_000;
const judge = (outcome: SendOutcome, failures = 1) =>
  judgeOutcome({ id: 'w', reference: 'I-1', sentBefore: false }, outcome, {
    now,
    failures,
    random: 0,
    timings,
  });

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

const wish = {
  id: 'w',
  body: 'name=Zo%C3%AB+M%C3%BCller',
  unconfirmedAt: now,
  lastOutcome: 'unknown',
  sentElsewhere: false,
};
const said = (found: boolean, customerName = '') => ({ reference: 'r', found, customerName, raw: '' });

test('a not-found is trusted only after the time of grace', () => {
  const at = (later: number) => judgeFound(wish, said(false), { now: now + later, retryMs: 5000, timings });
  expect(at(0)).toEqual({ do: 'wait', readyAt: now + timings.grace });
  expect(at(timings.grace - 1)).toMatchObject({ do: 'wait' });
  expect(at(timings.grace)).toMatchObject({
    do: 'settle',
    happening: { event: { kind: 'not-found', settled: true } },
  });
});

test('what is found for another person is not ours; a spoilt or shortened name may be', () => {
  const at = { now, retryMs: 5000, timings };
  const eventFor = (name: string) => judgeFound(wish, said(true, name), at);
  expect(eventFor('Peter Pan')).toMatchObject({ happening: { event: { kind: 'not-ours' }, code: '000035' } });
  for (const name of ['ZOE MULLER', 'Mueller Zoe', 'ZoÃ« MÃ¼ller', 'Zo', '', '????'])
    expect(eventFor(name)).toMatchObject({ happening: { event: { kind: 'found' } } });
});

test('a duplicate may be ours after a doubt or with an invoice of our making; then it is asked', () => {
  const outcome = { kind: 'refused', code: '000035', message: 'dup', raw: '' } as const;
  const eventOf = (reference: string, sentBefore: boolean) =>
    judgeOutcome({ id: 'w', reference, sentBefore }, outcome, { now, failures: 0, random: 0, timings })
      .happening.event;
  expect(eventOf('1001', false)).toEqual({ kind: 'refused', duplicate: true });
  expect(eventOf('1001', true)).toEqual({ kind: 'duplicate' });
  expect(eventOf('PR-261122-7K3M9QX2TB', false)).toEqual({ kind: 'duplicate' });
});

test('a duplicate that is not there after the time of grace is a refusal, not another try', () => {
  const doubted = { ...wish, lastOutcome: 'duplicate' };
  expect(
    judgeFound(doubted, said(false), { now: now + timings.grace, retryMs: 5000, timings }),
  ).toMatchObject({
    happening: { event: { kind: 'not-ours' } },
  });
});

test('after a crash or in an older copy a request may last as long as requests do before a not-found counts', () => {
  const doubted = { ...wish, lastOutcome: 'interrupted' };
  const at = (later: number) =>
    judgeFound(doubted, said(false), { now: now + later, retryMs: 5000, timings });
  expect(at(timings.grace)).toEqual({ do: 'wait', readyAt: now + timings.graceAfterCrash });
  expect(at(timings.graceAfterCrash)).toMatchObject({ happening: { event: { kind: 'not-found' } } });
});

test('what another login sent and this one does not know is for a person to say', () => {
  const elsewhere = { ...wish, sentElsewhere: true };
  const at = { now: now + timings.grace, retryMs: 5000, timings };
  expect(judgeFound(elsewhere, said(false), at)).toMatchObject({
    happening: { event: { kind: 'not-ours' }, code: 'account-changed' },
  });
  expect(judgeFound(elsewhere, said(true), at)).toMatchObject({ happening: { event: { kind: 'found' } } });
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
  const verdict = judgeFound({ ...wish, unconfirmedAt: now + 1e9 }, said(false), {
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
