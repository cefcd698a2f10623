import { expect, test } from 'vitest';
import { loginOf } from '../../../../shared/accounts/loginOf.ts';
import {
  type AccountSettings,
  accountSettingsSchema,
  type Service,
} from '../../../../shared/contract/accounts.ts';

const login = (service: Service, settings: Partial<AccountSettings>) =>
  loginOf({ service, settings: accountSettingsSchema.parse(settings) });

test.each([
  ['letter case and blanks', { loginEmail: ' Me@Example.com ' }],
  ['the address of the service itself', { orderAddress: 'https://www.trepstar.com/custdata.asp' }],
  ['that address in capitals', { orderAddress: 'https://WWW.TrepStar.com/CustData.asp/' }],
  ['another status address', { statusAddress: 'https://status.example.com/' }],
  ['other defaults', { defaultMode: 'test', pace: 4 } as const],
])('%s make no other TrepStar login', (_what, settings) => {
  expect(login('trepstar', { loginEmail: 'me@example.com', ...settings })).toBe(
    login('trepstar', { loginEmail: 'me@example.com' }),
  );
});

test.each([
  ['another email', { loginEmail: 'you@example.com' }],
  ['another gateway', { orderAddress: 'https://gateway.example.com/custdata.asp' }],
  ['another port', { orderAddress: 'http://localhost:8080/custdata.asp' }],
])('%s is another TrepStar login', (_what, settings) => {
  expect(login('trepstar', { loginEmail: 'me@example.com', ...settings })).not.toBe(
    login('trepstar', { loginEmail: 'me@example.com' }),
  );
});

test('a TC.gate login is environment, tenant and client', () => {
  const settings = { clientId: 'c1', tenant: 't1' };
  expect(login('tcgate', settings)).toBe(
    login('tcgate', { ...settings, serviceAddress: 'https://left.over' }),
  );
  expect(login('tcgate', settings)).not.toBe(login('tcgate', { ...settings, environment: 'test' }));
  expect(login('tcgate', settings)).not.toBe(login('tcgate', { ...settings, tenant: 't2' }));
});

test('nothing to compare: practice, a token, a login not typed yet, an address that is none', () => {
  expect(login('practice', { loginEmail: 'practice@postroom.example' })).toBeNull();
  expect(login('tcgate', { signInWith: 'token', clientId: 'c1', tenant: 't1' })).toBeNull();
  expect(login('trepstar', {})).toBeNull();
  expect(login('trepstar', { loginEmail: 'me@example.com', orderAddress: 'trepstar' })).toBeNull();
});
