import type { Fetch } from '../http.ts';
import { call, type Call, type GoodAnswer } from './call.ts';
import { mapDone, type Outcome } from './outcome.ts';
import type { TokenSource } from './token.ts';

/** Where calls go, and what signs them in. */
export interface CallPlace {
  fetch: Fetch;
  /** Without a trailing slash (baseAddress). */
  base: string;
  tokens: TokenSource;
}

/** A call without what every one has: address, token and signal. `path` begins with a slash. */
type PlainCall = Omit<Call, 'url' | 'secrets' | 'signal'> & { path: string };

/** Calls with a token. After a 401 once more with a fresh one (a 401 has no effect, so repeating is safe). */
export class TokenCalls {
  private readonly place: CallPlace;

  constructor(place: CallPlace) {
    this.place = place;
  }

  get(path: string, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    return this.send(() => ({ method: 'GET', path, headers: {} }), signal);
  }

  sendJson(
    method: 'POST' | 'PATCH',
    path: string,
    body: Record<string, unknown>,
    operationId: string,
    signal: AbortSignal,
  ): Promise<Outcome<GoodAnswer>> {
    const headers = { 'content-type': 'application/json', 'operation-id': operationId };
    return this.send(() => ({ method, path, headers, body: JSON.stringify(body) }), signal);
  }

  /** Gone already counts as done. */
  async remove(path: string, operationId: string, signal: AbortSignal): Promise<Outcome<null>> {
    const answer = await this.send(
      () => ({ method: 'DELETE', path, headers: { 'operation-id': operationId } }),
      signal,
    );
    if (answer.kind === 'refused' && answer.code === 'not-found')
      return { kind: 'done', value: null, raw: answer.raw };
    return mapDone(answer, (_, raw) => ({ kind: 'done', value: null, raw }));
  }

  /** An answer that is read as it comes; null = the service gave something else, which an ordinary call names in our terms. */
  async open(
    path: string,
    accept: string,
    signal: AbortSignal,
  ): Promise<Outcome<ReadableStream<Uint8Array> | null>> {
    const token = await this.place.tokens.get(signal);
    if (token.kind !== 'done') return token;
    const headers = { authorization: `Bearer ${token.value}`, accept };
    const response = await this.place
      .fetch(`${this.place.base}${path}`, {
        headers,
        signal,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      })
      .catch((error: unknown) => error);
    if (response instanceof Response && response.ok && response.body)
      return { kind: 'done', value: response.body, raw: '' };
    await (response instanceof Response ? response.body?.cancel() : undefined);
    return { kind: 'done', value: null, raw: '' };
  }

  /** `make` gives the call anew for each try: a body that is a stream can be read once. */
  async send(make: () => PlainCall, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    const first = await this.withToken(make(), signal);
    const stale = first.kind === 'refused' && first.status === 401 && this.place.tokens.canRenew;
    return stale ? this.withToken(make(), signal, 'renew') : first;
  }

  private async withToken(
    { path, ...request }: PlainCall,
    signal: AbortSignal,
    renew?: 'renew',
  ): Promise<Outcome<GoodAnswer>> {
    const token = await this.place.tokens.get(signal, renew);
    if (token.kind !== 'done') return token;
    const headers = { ...request.headers, authorization: `Bearer ${token.value}` };
    return call(this.place.fetch, {
      ...request,
      url: `${this.place.base}${path}`,
      headers,
      secrets: [token.value],
      signal,
    });
  }
}
