import type { ConnectionReport } from '../../shared/contract/accounts.ts';
import type { ErrorCode } from '../../shared/contract/result.ts';
import { ok } from '../../shared/contract/result.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import { type GatewayAccount, type GatewayDeps, needsNetwork, orderGatewayFor } from './gatewayFor.ts';
import { baseAddress, placeOf } from './tcgate/environments.ts';
import { makeTokenSource } from './tcgate/token.ts';
import { TcgateClient } from './tcgate/tcgateClient.ts';

/** How long a person waits for the verdict. */
const patience = 30_000;

const unreadable: readonly ErrorCode[] = [
  'unreadable-answer',
  'captive-portal',
  'server-trouble',
  'not-found',
];

function verdict(cause: ErrorCode, detail: string): ConnectionReport {
  const facts = detail === '' ? cause : `${cause}: ${detail}`;
  if (cause === 'wrong-login') return { outcome: 'wrong-login', detail };
  if (cause === 'missing-secret') return { outcome: 'no-secret', detail };
  return { outcome: unreadable.includes(cause) ? 'unreadable' : 'unreachable', detail: facts };
}

/** Credentials that answer with what was typed just now, else with what is stored. */
const typedFirst = (credentials: CredentialStore, secret: string | undefined): CredentialStore =>
  secret === undefined || secret === ''
    ? credentials
    : { ...credentials, get: () => Promise.resolve(ok<string | null>(secret)) };

/** Asks the service whether address and login are right, without changing anything there. Costs one status call. */
export async function testConnection(
  account: GatewayAccount,
  secret: string | undefined,
  deps: GatewayDeps & { credentials: CredentialStore },
): Promise<ConnectionReport> {
  const signal = AbortSignal.timeout(patience);
  const credentials = typedFirst(deps.credentials, secret);
  if (account.service === 'tcgate') return testTcgate(account, { ...deps, credentials }, signal);
  const report = await orderGatewayFor(account, { ...deps, credentials })?.test(signal);
  if (report === undefined || report.kind === 'works') return { outcome: 'works' };
  if (report.kind === 'wrong-login') return { outcome: 'wrong-login', detail: report.detail };
  return verdict(report.cause, report.detail);
}

/** For TC.gate a list of what bounced in the last days proves address, token and tenant. */
async function testTcgate(
  { id, service, settings }: GatewayAccount,
  deps: GatewayDeps & { credentials: CredentialStore },
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const base = baseAddress(settings);
  if (!base.ok) return { outcome: 'unreachable', detail: base.error.detail ?? '' };
  if (needsNetwork({ id, service, settings }) && !deps.isOnline()) return verdict('offline', '');
  const tokens = makeTokenSource(id, settings, base.value, deps);
  const place = placeOf(base.value, settings);
  const client = new TcgateClient({ fetch: deps.fetch, base: base.value, place, tokens });
  const answer = await client.listBounced(signal);
  switch (answer.kind) {
    case 'done':
      return { outcome: 'works' };
    case 'refused':
      return [401, 403].includes(answer.status)
        ? { outcome: 'wrong-login', detail: answer.message }
        : { outcome: 'unreadable', detail: answer.message };
    case 'unknown':
    case 'not-sent':
      return verdict(answer.cause, answer.detail);
  }
}
