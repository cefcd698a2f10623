import type { ErrorCode } from '../../shared/contract/result.ts';
import { decodeText } from './decodeText.ts';
import { readTrouble } from './networkTrouble.ts';
import { readBody, type BodyLimits } from './readBody.ts';
import { readRetryAfter } from './retryAfter.ts';

/** What the clients need of fetch: Electron's net.fetch in the app, Node's in tests, a simulator in practice. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Limits extends BodyLimits {
  /** Until the status line and headers are there, connecting included; ms. */
  answerMs: number;
}

const usualLimits: Limits = {
  answerMs: 60_000,
  stallMs: 20_000,
  wholeMs: 60_000,
  maxBytes: 2_097_152,
};

export interface Exchange {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  /** A stream is sent as it is read. */
  body?: string | FormData | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Blanks the secrets in everything that comes back. */
  redact: (text: string) => string;
  signal: AbortSignal;
  limits?: Partial<Limits>;
}

/** `raw` is redacted; `text` is not, and must not leave the gateway. */
export type Answer =
  | { kind: 'answer'; status: number; headers: Headers; text: string; raw: string; retryAfter?: number }
  | { kind: 'none'; cause: ErrorCode; bodyLeft: 'no' | 'maybe'; detail: string; raw?: string };

/** More of an answer than this is not kept for the history. */
const maxRaw = 65_536;

/**
 * One request and its answer, never repeated here. `connection: close`, because Chromium silently sends a request a
 * second time when a kept connection turns out to be dead, POST included (the app's fetch sees to those that nobody
 * asked to be kept). Redirects are not followed: they would carry the secret elsewhere. Never rejects.
 */
export async function exchange(fetch: Fetch, request: Exchange): Promise<Answer> {
  const { redact, signal } = request;
  const limits = { ...usualLimits, ...request.limits };
  if (signal.aborted)
    return { kind: 'none', cause: 'cancelled', bodyLeft: 'no', detail: 'cancelled before it was sent' };
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort('timeout'), limits.answerMs);
  const cancel = () => stop.abort('cancelled');
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const response = await orAborted(fetch(request.url, initOf(request, stop.signal)), stop.signal);
    clearTimeout(timer);
    const whole = await readBody(response, limits, stop);
    const text = decodeText(whole.bytes, response.headers.get('content-type') ?? '');
    const raw = redact(text).slice(0, maxRaw);
    // Who says 411 hangs up while the body still comes; what else was said does not matter.
    if (whole.trouble !== null && response.status !== 411) return { kind: 'none', ...whole.trouble, raw };
    const retryAfter = readRetryAfter(response.headers.get('retry-after'), new Date());
    return {
      kind: 'answer',
      status: response.status,
      headers: response.headers,
      text,
      raw,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  } catch (error) {
    if (stop.signal.aborted) return aborted(stop.signal);
    const trouble = readTrouble(error);
    return { kind: 'none', ...trouble, detail: redact(trouble.detail) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function initOf({ method, headers, body }: Exchange, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: { connection: 'close', ...headers },
    ...(body === undefined ? {} : { body }),
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    signal,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  };
}

/** From the outside it cannot be seen how far a request had come when its time was up. */
function aborted(signal: AbortSignal): Answer {
  const cause = signal.reason === 'cancelled' ? 'cancelled' : 'timeout';
  return { kind: 'none', cause, bodyLeft: 'maybe', detail: `no answer (${cause})` };
}

/** Ends when the signal says so, even if the fetch does not listen to it. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
    promise.then(resolve, reject);
  });
}
