import type { Result } from '../../shared/contract/result.ts';
import type { ExtraSource } from './protocol.ts';

/** What nobody came for is forgotten after this, in ms. */
const patience = 60_000;
/** So many wait at a time; the oldest goes. */
const mostWaiting = 8;

type Waiting =
  | { kind: 'give'; body: () => Uint8Array<ArrayBuffer> }
  | { kind: 'take'; most: number; receive: (body: Uint8Array) => Promise<Result<void>> };

/**
 * Large texts on their way between main process and the page's worker, past the page's own thread: each has an address
 * of our scheme that nobody can guess, is told through the door, and is good for one request.
 */
export class Handover implements ExtraSource {
  #waiting = new Map<string, Waiting>();

  /** Bytes to be fetched once; `body` is asked for them then. Answers the token. */
  give(body: () => Uint8Array<ArrayBuffer>): string {
    return this.#add({ kind: 'give', body });
  }

  /** Bytes to be posted once, at most `most`; what `receive` says of them is the answer. Answers the token. */
  take(most: number, receive: (body: Uint8Array) => Promise<Result<void>>): string {
    return this.#add({ kind: 'take', most, receive });
  }

  async get(token: string): ReturnType<ExtraSource['get']> {
    const found = this.#remove(token, 'give');
    return found?.kind === 'give' ? { body: found.body(), contentType: 'text/plain; charset=utf-8' } : null;
  }

  async post(token: string, body: Uint8Array): ReturnType<ExtraSource['get']> {
    const found = this.#remove(token, 'take');
    if (found?.kind !== 'take') return null;
    const result: Result<void> =
      body.byteLength > found.most
        ? { ok: false, error: { code: 'file-too-large' } }
        : await found.receive(body);
    return { body: new TextEncoder().encode(JSON.stringify(result)), contentType: 'application/json' };
  }

  #add(waiting: Waiting): string {
    const token = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
    this.#waiting.set(token, waiting);
    for (const old of this.#waiting.keys()) {
      if (this.#waiting.size <= mostWaiting) break;
      this.#waiting.delete(old);
    }
    setTimeout(() => this.#waiting.delete(token), patience).unref();
    return token;
  }

  /** A token asked for the wrong way stays, for the one it is meant for. */
  #remove(token: string, kind: Waiting['kind']): Waiting | undefined {
    const found = this.#waiting.get(token);
    if (found?.kind !== kind) return undefined;
    this.#waiting.delete(token);
    return found;
  }
}
