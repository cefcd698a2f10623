import { Readable } from 'node:stream';
import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron';

/**
 * fetch over a session, by `net.request`: Electron's own fetch gathers a streamed body in memory, joining it anew with
 * each piece, before it sends the first byte. Here each piece waits until the network has taken the one before, so that
 * an upload holds one piece, and its progress is that of the network. Redirects are not followed, but trouble.
 * @param ended told once, when the answer has been read to its end or nothing more can come
 */
export function sendOver(
  session: Session,
  url: string,
  init: RequestInit,
  ended: () => void,
): Promise<Response> {
  const { method = 'GET', headers, body = null, signal } = init;
  return new Promise<Response>((resolve, reject) => {
    const request = net.request({
      method,
      url,
      session,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
    });
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', abort);
      ended();
    };
    const fail = (reason: unknown): void => {
      reject(reason instanceof Error ? reason : new Error(String(reason)));
      end();
    };
    const abort = (): void => {
      request.abort();
      fail(signal?.reason ?? new Error('aborted'));
    };
    request.on('response', (message) => {
      (message as unknown as Readable).once('close', end);
      resolve(toResponse(message));
    });
    request.on('error', fail);
    request.on('abort', () => fail(new Error('net::ERR_ABORTED')));
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    void send(request, new Headers(headers), body).catch((reason: unknown) => {
      request.abort();
      fail(reason);
    });
  });
}

async function send(request: ClientRequest, headers: Headers, body: BodyInit | null): Promise<void> {
  for (const [name, value] of headers) request.setHeader(name, value);
  if (body === null) request.end();
  else if (typeof body === 'string') request.end(body);
  else if (body instanceof Uint8Array)
    request.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  else if (body instanceof ReadableStream) await sendPieces(request, body);
  else {
    const encoded = new Response(body);
    const type = encoded.headers.get('content-type');
    if (type !== null) request.setHeader('content-type', type);
    request.end(Buffer.from(await encoded.arrayBuffer()));
  }
}

async function sendPieces(request: ClientRequest, body: ReadableStream<Uint8Array>): Promise<void> {
  request.chunkedEncoding = true;
  const reader = body.getReader();
  const broken = new Promise<never>((_, reject) => {
    request.once('error', reject);
    request.once('abort', () => reject(new Error('net::ERR_ABORTED')));
  });
  broken.catch(() => undefined); // also told to whoever waits for the answer
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const piece = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      const written = new Promise<void>((resolve) => request.write(piece, undefined, () => resolve()));
      await Promise.race([written, broken]);
    }
    request.end();
  } catch (error) {
    void reader.cancel().catch(() => undefined); // the file is closed; the reason is told already
    throw error;
  }
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
