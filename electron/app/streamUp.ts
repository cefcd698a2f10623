import { Readable } from 'node:stream';
import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron';

/**
 * fetch for a body that is a stream. Electron's own fetch gathers such a body in memory, joining it anew with each
 * piece, before it sends the first byte; here each piece waits until the network has taken the one before, so that an
 * upload holds one piece, and its progress is that of the network. Chromium never sends such a body a second time.
 */
export function streamUp(
  session: Session,
  url: string,
  init: RequestInit,
  body: ReadableStream<Uint8Array>,
): Promise<Response> {
  const request = net.request({
    method: init.method ?? 'POST',
    url,
    session,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
  });
  request.chunkedEncoding = true;
  for (const [name, value] of new Headers(init.headers)) request.setHeader(name, value);
  const reader = body.getReader();
  return new Promise<Response>((resolve, reject) => {
    const fail = (reason: unknown): void => {
      reject(reason instanceof Error ? reason : new Error(String(reason)));
      void reader.cancel().catch(() => undefined); // the file is closed; the reason is told already
    };
    const abort = (): void => {
      request.abort();
      fail(init.signal?.reason ?? new Error('aborted'));
    };
    if (init.signal?.aborted === true) return abort();
    init.signal?.addEventListener('abort', abort, { once: true });
    request.on('redirect', () => request.abort());
    request.on('response', (message) => resolve(toResponse(message)));
    request.on('error', fail);
    request.on('abort', () => fail(new Error('net::ERR_ABORTED')));
    request.on('close', () => init.signal?.removeEventListener('abort', abort));
    void send(request, reader).catch((reason: unknown) => {
      request.abort();
      fail(reason);
    });
  });
}

async function send(request: ClientRequest, reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const broken = new Promise<never>((_, reject) => request.once('error', reject));
  broken.catch(() => undefined); // also told to whoever waits for the answer
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const piece = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    const written = new Promise<void>((resolve) => request.write(piece, undefined, () => resolve()));
    await Promise.race([written, broken]);
  }
  request.end();
}

/** Statuses that carry no body, which a Response insists on. */
const bodiless = new Set([204, 205, 304]);

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headers))
    for (const value of [values].flat()) headers.append(name, value);
  const stream = message as unknown as Readable;
  const body = bodiless.has(message.statusCode)
    ? null
    : (Readable.toWeb(stream) as ReadableStream<Uint8Array>);
  if (body === null) stream.resume();
  return new Response(body, { status: message.statusCode, headers });
}
