import { afterEach, describe, expect, it, vi } from 'vitest';
import { Handover } from '../../../../electron/app/handover.ts';
import { fail, ok } from '../../../../shared/contract/result.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const said = (found: { body: Uint8Array } | null): unknown =>
  found === null ? null : JSON.parse(new TextDecoder().decode(found.body));

afterEach(() => void vi.useRealTimers());

describe('what is given', () => {
  it('is fetched once, under a name nobody can guess', async () => {
    const handover = new Handover();
    const token = handover.give(() => bytes('rows'));
    const other = handover.give(() => bytes('other'));
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(other).not.toBe(token);
    expect(await handover.get('')).toBeNull();
    expect(await handover.get(`${token.slice(1)}A`)).toBeNull();
    expect((await handover.get(token))?.body).toEqual(bytes('rows'));
    expect(await handover.get(token)).toBeNull();
    expect((await handover.get(other))?.body).toEqual(bytes('other'));
  });

  it('is not made before somebody comes, nor kept when nobody does', async () => {
    vi.useFakeTimers();
    const handover = new Handover();
    const make = vi.fn(() => bytes('rows'));
    const token = handover.give(make);
    expect(make).not.toHaveBeenCalled();
    vi.advanceTimersByTime(61_000);
    expect(await handover.get(token)).toBeNull();
    expect(make).not.toHaveBeenCalled();
  });

  it('makes room for what comes later', async () => {
    const handover = new Handover();
    const tokens = Array.from({ length: 9 }, (_, n) => handover.give(() => bytes(String(n))));
    expect(await handover.get(tokens[0] ?? '')).toBeNull();
    expect(await handover.get(tokens[1] ?? '')).not.toBeNull();
    expect(await handover.get(tokens[8] ?? '')).not.toBeNull();
  });
});

describe('what is taken', () => {
  it('is taken once, and its answer goes back', async () => {
    const handover = new Handover();
    const receive = vi.fn(async (_body: Uint8Array) => ok(undefined));
    const token = handover.take(10, receive);
    expect(said(await handover.post(token, bytes('draft')))).toEqual({ ok: true });
    expect(await handover.post(token, bytes('draft'))).toBeNull();
    expect(receive).toHaveBeenCalledOnce();
    expect(receive.mock.calls[0]?.[0]).toEqual(bytes('draft'));
    const full = handover.take(10, async () => fail('disk-full'));
    expect(said(await handover.post(full, bytes('x')))).toMatchObject({ error: { code: 'disk-full' } });
  });

  it('has a limit', async () => {
    const handover = new Handover();
    const receive = vi.fn(async () => ok(undefined));
    const token = handover.take(4, receive);
    expect(said(await handover.post(token, bytes('12345')))).toMatchObject({
      error: { code: 'file-too-large' },
    });
    expect(receive).not.toHaveBeenCalled();
  });

  it('cannot be fetched, nor what is given be posted to', async () => {
    const handover = new Handover();
    const receive = vi.fn(async () => ok(undefined));
    const taken = handover.take(10, receive);
    const given = handover.give(() => bytes('rows'));
    expect(await handover.get(taken)).toBeNull();
    expect(await handover.post(given, bytes('x'))).toBeNull();
    // Both are still there for whom they are meant.
    expect((await handover.get(given))?.body).toEqual(bytes('rows'));
    expect(await handover.post(taken, bytes('x'))).not.toBeNull();
  });
});
