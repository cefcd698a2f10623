import type { ErrorCode } from '../../../shared/contract/result.ts';
import { exchange, type Answer, type Exchange, type Fetch } from '../http.ts';
import { makeRedactor } from '../redact.ts';
import { describeProblem, problemSchema } from './answers.ts';
import type { Outcome } from './outcome.ts';

/** One call of the service. */
export interface Call extends Omit<Exchange, 'redact' | 'limits'> {
  /** Blanked in everything that comes back. */
  secrets: readonly string[];
  answerMs?: number;
}

type ReadAnswer = Extract<Answer, { kind: 'answer' }>;

export interface GoodAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Sends one call. 2xx → done; 4xx → refused with the problem's words; 429 → not sent, with the pause asked for; 5xx
 * and everything nobody can read → unknown. Never rejects.
 */
export async function call(fetch: Fetch, request: Call): Promise<Outcome<GoodAnswer>> {
  const { secrets, headers, answerMs, ...rest } = request;
  const answer = await exchange(fetch, {
    ...rest,
    headers: { accept: 'application/json, application/problem+json', ...headers },
    redact: makeRedactor(secrets),
    ...(answerMs === undefined ? {} : { limits: { answerMs } }),
  });
  if (answer.kind === 'answer') return judge(answer);
  const { cause, detail, bodyLeft } = answer;
  return { kind: bodyLeft === 'no' ? 'not-sent' : 'unknown', cause, detail };
}

function judge({ status, headers, text, raw, retryAfter }: ReadAnswer): Outcome<GoodAnswer> {
  if (status >= 200 && status < 300) {
    // The service never speaks HTML: a web page with 200 is a portal's or a proxy's.
    if (isWebPage(headers))
      return { kind: 'unknown', cause: 'captive-portal', detail: 'The answer was a web page.' };
    // Nor anything but JSON: a proxy's "OK" does not mean that the service did it.
    if (text.trim() !== '' && parseJson(text) === undefined && !isPdf(headers))
      return { kind: 'unknown', cause: 'unreadable-answer', detail: 'The answer was no JSON.' };
    return { kind: 'done', value: { status, headers, text }, raw };
  }
  const pause = retryAfter === undefined ? {} : { retryAfter };
  if (status === 429)
    return { kind: 'not-sent', cause: 'too-many-requests', detail: raw.slice(0, 300), ...pause };
  if (status >= 500) return { kind: 'unknown', cause: 'server-trouble', detail: `HTTP ${status}`, ...pause };
  if (status === 0 || (status >= 300 && status < 400)) {
    return { kind: 'unknown', cause: 'captive-portal', detail: 'The answer was a redirect.' };
  }
  // A proxy that wants a login, or one that gave up waiting: neither is the service's no.
  if (status === 407) return { kind: 'unknown', cause: 'captive-portal', detail: 'HTTP 407' };
  if (status === 408) return { kind: 'unknown', cause: 'timeout', detail: 'HTTP 408' };
  return refusal(status, headers, raw);
}

function refusal(status: number, headers: Headers, raw: string): Outcome<GoodAnswer> {
  const json = parseJson(raw);
  const problem = problemSchema.safeParse(json ?? {});
  const html = /html/i.test(headers.get('content-type') ?? '');
  // A web page with 4xx comes from a portal or proxy in between: the service speaks JSON. Whoever says 411 has taken
  // nothing (RFC 9110, 15.5.12), proxy or not.
  if (html && json === undefined && status !== 411)
    return { kind: 'unknown', cause: 'captive-portal', detail: `HTTP ${status}, a web page` };
  const words = problem.success ? describeProblem(problem.data) : '';
  return {
    kind: 'refused',
    status,
    code: codeOf(status),
    message: words === '' ? `HTTP ${status}` : words,
    instance: problem.success ? problem.data.instance : '',
    raw,
  };
}

const isPdf = (headers: Headers): boolean => /pdf/i.test(headers.get('content-type') ?? '');
const isWebPage = (headers: Headers): boolean => /html/i.test(headers.get('content-type') ?? '');

function codeOf(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'wrong-login';
  if (status === 404 || status === 410) return 'not-found';
  return status === 409 ? 'conflict' : 'refused';
}

/** JSON, or undefined for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
