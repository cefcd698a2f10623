/**
 * A TC.gate on loopback, written from the TC.gate API v1 document, not from our client.
 *
 *   const server = await startTcgateServer();
 *   server.url                      the service address for a custom account
 *   server.documents / server.orders   what arrived, in order, with the PDF's SHA-256
 *   server.requests                 every request: method, path, operation id
 *   server.misbehave((request) => 'drop-after' | …)   asked before each request that changes or reads something
 *   server.setDocument(number, { status: 'sent' })    moves things by hand; server.step() moves everything one step
 *   await server.close()
 *
 * Misbehaviours: 'drop-before' (connection closed, nothing done), 'drop-after' (done, then closed without an answer),
 * 'cut-upload' (closed in the middle of the body), 'error-500', 'too-many' (429, Retry-After: 1), 'unauthorized' (401 once),
 * 'empty-202' (done, but neither Location nor body), 'body-number' (number only in the body), 'html' (a portal's page),
 * 'truncated' (half the JSON), 'repeat-row' (lists repeat their first row on the next page), 'hang' (never answers),
 * 'hang-after' (done, then never answers), 'length-required' (a proxy's page with 411 for a body without Content-Length).
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TcgateBooks } from './tcgate/books.ts';
import { refuse, type Misbehaviour, type SeenRequest } from './tcgate/model.ts';
import { parseMultipart, readAll } from './tcgate/multipart.ts';

const login = { ClientId: 'ABC123', Secret: 'Ab!c12dD34', Tenant: 'Tripoli' };

/** The same on the network, with logins and misbehaviour. */
class Fake extends TcgateBooks {
  requests: SeenRequest[] = [];
  tokensMade = 0;
  /** The token of onboarding; generated ones are accepted besides. */
  fixedToken = 'fixed-token-of-onboarding';
  login = login;
  tokenLifetimeMs = 3_600_000;
  /** Bytes of a body after which 'cut-upload' hangs up. */
  cutAt = 1;
  url = '';
  private tokens = new Map<string, number>();
  /** Told of every request that will never be answered, once all of it was read and, where so told, done. */
  onHang: () => void = () => undefined;
  private behave: (request: SeenRequest) => Misbehaviour = () => null;
  private readonly server = createServer((request, response) => {
    this.handle(request, response).catch((error: unknown) => {
      // A client that went away in the middle of its body is part of the game.
      if (!request.destroyed) throw error;
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${address.port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  misbehave(behave: (request: SeenRequest) => Misbehaviour): void {
    this.behave = behave;
  }

  /** Every token made so far ends now. */
  expireTokens(): void {
    this.tokens.clear();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const operation = request.headers['operation-id'];
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: `${url.pathname}${url.search}`,
      operationId: typeof operation === 'string' ? operation : null,
      authorised: this.isAuthorised(request),
      length: 'content-length' in request.headers ? Number(request.headers['content-length']) : null,
    };
    this.requests.push(seen);
    const trouble = this.behave(seen);
    if (trouble === 'drop-before') return void request.socket.destroy();
    if (trouble === 'cut-upload') return this.cut(request);
    if (trouble === 'length-required' && request.headers['transfer-encoding'] === 'chunked') {
      // Answered at once, and the rest of the body read away, as proxies do.
      request.resume();
      return void response
        .writeHead(411, { 'content-type': 'text/html', connection: 'close' })
        .end('<html><h1>411 Length Required</h1></html>');
    }
    const body = await readAll(request);
    if (trouble === 'hang') return this.onHang();
    if (trouble === 'error-500') return problem(response, 500, 'Internal Server Error', 'It is broken.');
    if (trouble === 'too-many')
      return problem(response, 429, 'Too Many Requests', 'Slow down.', { 'retry-after': '1' });
    if (trouble === 'html')
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Sign in to Hotel Wi-Fi</html>');
    if (url.pathname === '/token/generateToken') return this.makeToken(request, response, body);
    if (trouble === 'unauthorized' || !seen.authorised)
      return problem(response, 401, 'Unauthorized', 'The token is not valid.');
    const answer = this.answer(seen, url, request.headers['content-type'] ?? '', body, trouble);
    if (trouble === 'drop-after') return void request.socket.destroy();
    if (trouble === 'hang-after') return this.onHang();
    if (trouble === 'truncated' && answer.body !== undefined) {
      const text = JSON.stringify(answer.body);
      response.writeHead(answer.status, {
        ...answer.headers,
        'content-length': text.length,
        'content-type': 'application/json',
      });
      response.write(text.slice(0, text.length / 2));
      return void setImmediate(() => request.socket.destroy());
    }
    const type = answer.pdf
      ? 'application/pdf'
      : answer.status >= 400
        ? 'application/problem+json'
        : 'application/json';
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
    response.end(answer.pdf ?? (answer.body === undefined ? '' : JSON.stringify(answer.body)));
  }

  /** Takes so much of the body and hangs up. */
  private cut(request: IncomingMessage): void {
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes >= this.cutAt) request.socket.destroy();
    });
  }

  private isAuthorised(request: IncomingMessage): boolean {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    return token === this.fixedToken || (this.tokens.get(token) ?? 0) > Date.now();
  }

  private makeToken(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const fields = Object.fromEntries(
      parseMultipart(request.headers['content-type'] ?? '', body).map((part) => [
        part.name,
        part.bytes.toString('utf8'),
      ]),
    );
    const right = Object.entries(this.login).every(([name, value]) => fields[name] === value);
    if (!right) return problem(response, 401, 'Unauthorized', 'Client id, secret or tenant is wrong.');
    const token = `jwt-${randomUUID()}`;
    const until = Date.now() + this.tokenLifetimeMs;
    this.tokens.set(token, until);
    this.tokensMade += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        clientId: this.login.ClientId,
        bearerToken: token,
        validTo: new Date(until).toISOString(),
      }),
    );
  }
}

function problem(
  response: ServerResponse,
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
  response.end(JSON.stringify(refuse(status, title, detail).body));
}

export type TcgateServer = Fake;

/** Starts a TC.gate on a free port of this computer. */
export const startTcgateServer = (): Promise<TcgateServer> => new Fake().start();
