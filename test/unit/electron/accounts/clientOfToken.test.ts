import { expect, test } from 'vitest';
import { clientOfToken } from '../../../../electron/accounts/clientOfToken.ts';

const part = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString('base64url');

test('a token says for whom it was made; one that does not is no one’s', () => {
  const claims = { client: 'ABC123', tenant: 'Tripoli', role: 'Administrator' };
  const token = `${part({ alg: 'HS256' })}.${part(claims)}.signature`;
  expect(clientOfToken(token)).toEqual({ clientId: 'ABC123', tenant: 'Tripoli' });
  for (const other of ['', 'a-fixed-token', 'a.b.c', `x.${part({ sub: 'ABC123' })}.y`, `x.${part('text')}.y`])
    expect(clientOfToken(other), other).toBeNull();
});
