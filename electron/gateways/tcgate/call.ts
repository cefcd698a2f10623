import type { ErrorCode } from '../../../shared/contract/result.ts';
import { decodeText } from '../decodeText.ts';
import { usualLimits, type Fetch } from '../http.ts';
import { readTrouble } from '../networkTrouble.ts';
import { readBody } from '../readBody.ts';
import { makeRedactor } from '../redact.ts';
import { readRetryAfter } from '../retryAfter.ts';
import { describeProblem, problemSchema } from './answers.ts';
import type { Outcome } from './outcome.ts';

/** One call of the service. `body` may be a stream; then it is sent as it is read. */
export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string | FormData | ReadableStream<Uint8Array>;
  /** Blanked in everything that comes back. */
  secrets: readonly string[];
  signal: AbortSignal;
  answerMs?: number;
}

export interface GoodAnswer {
  status: number;
  headers: Headers;
  text: string;
}

const maxRaw = 65_536;

/**
 * Sends one call, never repeated here, redirects not followed (they would carry the token elsewhere).
 * 2xx → done; 4xx → refused with the problem's words; 429 → not sent, with the pause asked for; 5xx and
 * everything nobody can read → unknown. Never rejects.
 */
export async function call(fetch: Fetch, request: Call): Promise<Outcome<GoodAnswer>> {
  const redact = makeRedactor(request.secrets);
  if (request.signal.aborted)
    return { kind: 'not-sent', cause: 'cancelled', detail: 'cancelled before it was sent' };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort('timeout'), request.answerMs ?? usualLimits.answerMs);
  const cancel = () => stop.abort('cancelled');
  request.signal.addEventListener('abort', cancel, { once: true });
  try {
    const response = await fetch(request.url, initOf(request, stop.signal));
    clearTimeout(timer);
    const whole = await readBody(response, usualLimits, stop);
    const text = decodeText(whole.bytes, response.headers.get('content-type') ?? '');
    if (whole.trouble)
      return { kind: 'unknown', cause: whole.trouble.cause, detail: redact(whole.trouble.detail) };
    return judge(response, text, redact);
  } catch (error) {
    if (stop.signal.aborted) {
      const cause: ErrorCode = stop.signal.reason === 'cancelled' ? 'cancelled' : 'timeout';
      return { kind: 'unknown', cause, detail: `no answer (${cause})` };
    }
    const trouble = readTrouble(error);
    const kind = trouble.bodyLeft === 'no' ? 'not-sent' : 'unknown';
    return { kind, cause: trouble.cause, detail: redact(trouble.detail) };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', cancel);
  }
}

function initOf(request: Call, signal: AbortSignal): RequestInit {
  const streaming = request.body instanceof ReadableStream;
  return {
    method: request.method,
    headers: {
      accept: 'application/json, application/problem+json',
      connection: 'close',
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(streaming ? { duplex: 'half' } : {}),
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  };
}

function judge(response: Response, text: string, redact: (text: string) => string): Outcome<GoodAnswer> {
  const { status, headers } = response;
  const raw = redact(text.slice(0, maxRaw));
  if (status >= 200 && status < 300) {
    // The service never speaks HTML: a web page with 200 is a portal's or a proxy's.
    if (isWebPage(headers))
      return { kind: 'unknown', cause: 'captive-portal', detail: 'The answer was a web page.' };
    return { kind: 'done', value: { status, headers, text }, raw };
  }
  const retryAfter = readRetryAfter(headers.get('retry-after'), new Date());
  const pause = retryAfter === undefined ? {} : { retryAfter };
  if (status === 429)
    return { kind: 'not-sent', cause: 'too-many-requests', detail: raw.slice(0, 300), ...pause };
  if (status >= 500) return { kind: 'unknown', cause: 'server-trouble', detail: `HTTP ${status}`, ...pause };
  if (status === 0 || (status >= 300 && status < 400)) {
    return { kind: 'unknown', cause: 'captive-portal', detail: 'The answer was a redirect.' };
  }
  return refusal(status, headers, raw);
}

function refusal(status: number, headers: Headers, raw: string): Outcome<GoodAnswer> {
  const json = parseJson(raw);
  const problem = problemSchema.safeParse(json ?? {});
  const html = /html/i.test(headers.get('content-type') ?? '');
  // A web page with 4xx comes from a portal or proxy in between: the service speaks JSON.
  if (html && json === undefined)
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
