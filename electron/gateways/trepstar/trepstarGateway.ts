import { fail, ok, type ErrorCode, type Result } from '../../../shared/contract/result.ts';
import { assertNever } from '../../../shared/lib/assertNever.ts';
import { explainRefusal, isAccountRefusal } from '../../../shared/orders/refusals.ts';
import type { CredentialStore } from '../../credentials/credentialStore.ts';
import type { ConnectionReport, Found, Gateway, SendOutcome, StatusReport, Wish } from '../gateway.ts';
import { exchange, type Answer, type Fetch, type Limits } from '../http.ts';
import { rememberRedactor } from '../redact.ts';
import { readServiceUrl } from '../serviceUrl.ts';
import { encodeStatusCall } from './encodeStatusCall.ts';
import { readOrderAnswer } from './readOrderAnswer.ts';
import { readStatusAnswer } from './readStatusAnswer.ts';

export interface TrepstarAccount {
  id: string;
  loginEmail: string;
  orderUrl: string;
  statusUrl: string;
}

export interface TrepstarParts {
  account: TrepstarAccount;
  credentials: Pick<CredentialStore, 'get'>;
  fetch: Fetch;
  /** Whether the computer has a network at all; without it nothing is tried. */
  isOnline?: () => boolean;
  limits?: Partial<Limits>;
}

type Call =
  | { ok: true; answer: Answer; redact: (text: string) => string }
  | { ok: false; cause: ErrorCode; detail: string };

/**
 * The TrepStar client. One method call = one HTTP request (find, refresh and test each cost one status call of
 * the budget; at most 100 references); it never repeats anything itself: pacing and retries live in the outbox.
 */
export function createTrepstarGateway(parts: TrepstarParts): Gateway {
  const { account } = parts;
  const redactorOf = rememberRedactor();

  /** Adds the login and posts. Everything that can fail before a byte leaves is answered with ok: false. */
  async function call(address: string, body: string, signal: AbortSignal): Promise<Call> {
    const url = readServiceUrl(address);
    if (!url.ok) return { ok: false, cause: url.error.code, detail: url.error.detail ?? '' };
    if (parts.isOnline?.() === false) return { ok: false, cause: 'offline', detail: 'no network' };
    const secret = await parts.credentials.get(account.id, 'password');
    if (!secret.ok) return { ok: false, cause: secret.error.code, detail: secret.error.detail ?? '' };
    if (secret.value === null || secret.value === '')
      return { ok: false, cause: 'missing-secret', detail: 'no password is stored for this account' };
    const login = new URLSearchParams({ CoLoginEmail: account.loginEmail, CoLoginPassword: secret.value });
    const redact = redactorOf(secret.value);
    const answer = await exchange(parts.fetch, {
      method: 'POST',
      url: url.value,
      headers: { accept: '*/*', 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body: `${body}&${login.toString()}`,
      redact,
      signal,
      ...(parts.limits === undefined ? {} : { limits: parts.limits }),
    });
    return { ok: true, answer, redact };
  }

  async function askStatus(
    invoices: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<Map<string, StatusReport>>> {
    const made = await call(account.statusUrl, encodeStatusCall(invoices), signal);
    if (!made.ok) return fail(made.cause, made.detail);
    const { answer } = made;
    if (answer.kind === 'none') return fail(answer.cause, answer.detail);
    const bad = troubleOfStatus(answer.status);
    if (bad !== null)
      return fail(
        bad,
        `HTTP ${answer.status}`,
        answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter },
      );
    const read = readStatusAnswer(answer.text, invoices, made.redact);
    switch (read.kind) {
      case 'reports':
        return ok(read.reports);
      case 'wrong-login':
        return fail('wrong-login', read.detail);
      case 'unreadable':
        return fail(read.cause, read.detail);
      default:
        return assertNever(read);
    }
  }

  return {
    async send(wish, signal) {
      const made = await call(account.orderUrl, wish.body, signal);
      if (!made.ok) return { kind: 'not-sent', cause: made.cause, detail: made.detail };
      return readOutcome(wish, made.answer, made.redact);
    },

    async find(references, signal) {
      const asked = await askStatus(references, signal);
      if (!asked.ok) return asked;
      const found = new Map<string, Found>();
      for (const [reference, report] of asked.value)
        found.set(reference, {
          reference,
          found: report.found,
          customerName: report.customerName,
          raw: report.raw,
        });
      return ok(found);
    },

    refresh: askStatus,

    async test(signal) {
      return testReport(await askStatus([impossibleInvoice], signal));
    },
  };
}

/** Not of the form of newInvoice, so that no order can have it by chance. */
const impossibleInvoice = 'POSTROOM-CONNECTION-TEST';

/** "ErrorNum 300 proves the login, 200 disproves it" (screens.md, Accounts). */
function testReport(asked: Result<Map<string, StatusReport>>): ConnectionReport {
  if (asked.ok)
    return asked.value.size > 0
      ? { kind: 'works' }
      : { kind: 'trouble', cause: 'unreadable-answer', detail: 'the answer has no section for the question' };
  const { code, detail = '' } = asked.error;
  return code === 'wrong-login' ? { kind: 'wrong-login', detail } : { kind: 'trouble', cause: code, detail };
}

/** What a status line says when it is not a good one; null = read the body. */
function troubleOfStatus(status: number): ErrorCode | null {
  if (status >= 200 && status < 300) return null;
  if (status === 429) return 'too-many-requests';
  if (status >= 500 && status !== 511) return 'server-trouble';
  if (status === 408) return 'timeout';
  if (status === 404 || status === 410) return 'not-found';
  // Redirects, 511 and a proxy's login page: something stands between us and the service.
  if ((status >= 300 && status < 400) || status === 511 || status === 407) return 'captive-portal';
  return 'unreadable-answer';
}

function readOutcome(wish: Wish, answer: Answer, redact: (text: string) => string): SendOutcome {
  if (answer.kind === 'none')
    return answer.bodyLeft === 'no'
      ? { kind: 'not-sent', cause: answer.cause, detail: answer.detail }
      : {
          kind: 'unknown',
          cause: answer.cause,
          detail: answer.detail,
          ...(answer.raw ? { raw: answer.raw } : {}),
        };
  const { raw } = answer;
  const pause = answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter };
  const bad = troubleOfStatus(answer.status);
  // 429 is answered instead of taking the order; every other bad status may come after it was taken.
  if (bad === 'too-many-requests') return { kind: 'not-sent', cause: bad, detail: 'HTTP 429', ...pause };
  if (bad !== null) return { kind: 'unknown', cause: bad, detail: `HTTP ${answer.status}`, raw, ...pause };
  const read = readOrderAnswer(answer.text, wish.body);
  switch (read.kind) {
    case 'accepted':
      return { kind: 'accepted', raw, reference: wish.invoice };
    case 'refused':
      return refusedOutcome(read.code, redact(read.message), raw);
    case 'unknown':
      return {
        kind: 'unknown',
        cause: read.webPage ? 'captive-portal' : 'unreadable-answer',
        detail: read.detail,
        raw,
      };
    default:
      return assertNever(read);
  }
}

/** A refusal, unless it is the account's trouble: with a wrong login the order keeps waiting until that is mended. */
function refusedOutcome(code: string, message: string, raw: string): SendOutcome {
  if (isAccountRefusal(code)) return { kind: 'not-sent', cause: 'wrong-login', detail: message };
  const { field } = explainRefusal(code);
  return { kind: 'refused', code, message, raw, ...(field === null ? {} : { field }) };
}
