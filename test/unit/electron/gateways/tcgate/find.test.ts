import { expect, it } from 'vitest';
import { TcgateClient } from '../../../../../electron/gateways/tcgate/tcgateClient.ts';

const never = new AbortController().signal;

function clientOf(body: unknown, headers: Record<string, string> = {}, status = 200): TcgateClient {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const token = { kind: 'done' as const, value: 'token', raw: '' };
  return new TcgateClient({
    fetch: () =>
      Promise.resolve(
        new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } }),
      ),
    place: 'x',
    base: 'https://tcgate.test',
    tokens: { canRenew: false, get: () => Promise.resolve(token) },
  });
}

it('says "not there" only of a list that was read to its end, since that allows sending again', async () => {
  expect(await clientOf([]).findDocument('prtoken', never)).toMatchObject({ kind: 'done', value: null });
  const unread = [{ number: null, clientReference: 'prtoken' }];
  expect(await clientOf(unread).findDocument('prtoken', never)).toMatchObject({ kind: 'unknown' });
  expect(await clientOf(unread).findOrder('prtoken', never)).toMatchObject({ kind: 'unknown' });
  // The filter was not understood, and the list has no end.
  const others = Array.from({ length: 100 }, (_, index) => ({ number: `D${index}`, clientReference: 'x' }));
  expect(await clientOf(others).findDocument('prtoken', never)).toMatchObject({ kind: 'unknown' });
});

it('finds what has a JSON number for a name', async () => {
  const rows = [{ number: 4711, clientReference: 'mine prtoken', status: 'accepted' }];
  expect(await clientOf(rows).findDocument('prtoken', never)).toMatchObject({ value: { number: '4711' } });
  expect(await clientOf({ number: 4711 }, {}, 201).placeOrder({}, 'op', never)).toMatchObject({
    value: { number: '4711' },
  });
});

it('takes no proxy for the service: its "OK", its login and its time-out prove nothing', async () => {
  const plain = { 'content-type': 'text/plain' };
  expect(await clientOf('OK', plain).deleteOrder('O1', 'op', never)).toMatchObject({ kind: 'unknown' });
  expect(await clientOf('', {}, 202).deleteOrder('O1', 'op', never)).toMatchObject({ kind: 'done' });
  for (const status of [407, 408])
    expect(await clientOf('no', plain, status).placeOrder({}, 'op', never)).toMatchObject({
      kind: 'unknown',
    });
});
