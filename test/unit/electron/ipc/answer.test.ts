import { describe, expect, it, vi } from 'vitest';
import { answerRequest, answerWith } from '../../../../electron/ipc/answer.ts';
import type { AnyHandler } from '../../../../electron/ipc/answer.ts';
import type { Handlers } from '../../../../electron/ipc/handlers.ts';
import { contract } from '../../../../shared/contract/contract.ts';
import type { RequestName } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const names = Object.keys(contract) as RequestName[];

/** Things that fit no request: a request either takes an object (or list) of known shape, or nothing. */
const hostile: [string, unknown][] = [
  ['a text', 'x'],
  ['a number', 7],
  ['a symbol-like', Symbol.for('x').toString()],
  ['a date', new Date(0)],
  ['a nested list', [[[]]]],
  ['null', null],
  ['a long text', 'x'.repeat(1_000_000)],
  ['a map', new Map([['id', 'x']])],
  ['bytes', new Uint8Array(10)],
];

describe.each(names)('%s', (name) => {
  it.each(hostile)('answers bad-input to %s and asks no handler', async (_what, input) => {
    const handler = vi.fn<AnyHandler>();
    const reportBug = vi.fn();
    const answer = await answerRequest(name, handler, [input], reportBug);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(handler).not.toHaveBeenCalled();
    expect(reportBug).not.toHaveBeenCalled();
  });

  it('takes one argument at most', async () => {
    const handler = vi.fn<AnyHandler>();
    const answer = await answerRequest(name, handler, [undefined, {}], vi.fn());
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(handler).not.toHaveBeenCalled();
  });
});

it('keeps pollution out of what a handler gets', async () => {
  const input: unknown = JSON.parse(
    '{"id":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  );
  const handler = vi.fn<AnyHandler>(async () => ok(undefined));
  await answerRequest('accounts.remove', handler, [input], vi.fn());
  expect(handler).toHaveBeenCalledWith({ id: 'a' });
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

it('passes expected trouble on', async () => {
  const answer = await answerRequest('app.openLogFolder', async () => fail('read-only'), [], vi.fn());
  expect(answer).toEqual(fail('read-only'));
});

it('turns a bug into internal, with the facts in the log only', async () => {
  const reportBug = vi.fn();
  const bug = new Error('secret detail');
  const answer = await answerRequest('app.openLogFolder', () => Promise.reject(bug), [], reportBug);
  expect(answer).toEqual(fail('internal'));
  expect(reportBug).toHaveBeenCalledWith('app.openLogFolder', bug);
});

it('does not let out an answer of another shape', async () => {
  const reportBug = vi.fn();
  const answer = await answerRequest('accounts.list', async () => ok([{ secret: 'x' }]), [], reportBug);
  expect(answer).toEqual(fail('internal'));
  expect(reportBug).toHaveBeenCalledOnce();
});

it('strips what the contract does not name from an answer', async () => {
  const leaky = async () => ok({ fileName: 'a.db', secret: 'hunter2' });
  expect(await answerRequest('app.backupNow', leaky, [], vi.fn())).toEqual(ok({ fileName: 'a.db' }));
});

it('never repeats the value it refuses', async () => {
  const answer = await answerRequest(
    'accounts.save',
    undefined,
    [{ secret: { hunter2: 'hunter2' } }],
    vi.fn(),
  );
  expect(JSON.stringify(answer)).not.toContain('hunter2');
});

it.each(['accounts.drop', '__proto__', 'constructor', '', 7, null, undefined, ['accounts.list']])(
  'has no answer to %j, and asks nobody',
  async (name) => {
    const handlers = vi.fn<() => Promise<Partial<Handlers>>>();
    expect(await answerWith(handlers, vi.fn())(name, [])).toMatchObject({ error: { code: 'bad-input' } });
    expect(handlers).not.toHaveBeenCalled();
  },
);

it('waits for the handlers, and says when there is none for a request', async () => {
  const answer = answerWith(async () => ({ 'app.openLogFolder': async () => ok(undefined) }), vi.fn());
  expect(await answer('app.openLogFolder', [])).toEqual(ok(undefined));
  expect(await answer('app.openDataFolder', [])).toMatchObject({ error: { code: 'not-found' } });
});
