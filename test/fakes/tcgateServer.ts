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
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Misbehaviour =
  | 'drop-before'
  | 'drop-after'
  | 'cut-upload'
  | 'error-500'
  | 'too-many'
  | 'unauthorized'
  | 'empty-202'
  | 'body-number'
  | 'html'
  | 'truncated'
  | 'repeat-row'
  | 'hang'
  | 'hang-after'
  | 'length-required'
  | null;

export interface FakeDocument {
  number: string;
  type: string;
  status: string;
  channel: string | null;
  clientReference: string | null;
  linkedOrderNumber: string | null;
  settings: Record<string, unknown>;
  events: { type: string; channel: string; timestamp: string; metadata: Record<string, string> }[];
  findings: string[];
  created: string;
  lastUpdated: string;
  sha256: string;
  fileName: string;
  operationId: string | null;
}

export interface FakeOrder {
  number: string;
  experience: string;
  sla: string;
  status: string;
  scheduleOn: string | null;
  clientReference: string | null;
  documents: string[];
  settings: Record<string, unknown>;
  events: { type: string; channel: string; timestamp: string; metadata: Record<string, string> }[];
  created: string;
  lastUpdated: string;
  operationId: string | null;
}

export interface SeenRequest {
  method: string;
  path: string;
  operationId: string | null;
  authorised: boolean;
  /** Content-Length; null for a body in pieces and for none. */
  length: number | null;
}

const login = { ClientId: 'ABC123', Secret: 'Ab!c12dD34', Tenant: 'Tripoli' };
let latest = 0;
/** No two moments are the same, so that no test has to wait for the next one. */
const now = (): string => new Date((latest = Math.max(latest + 1, Date.now()))).toISOString();

class Fake {
  documents: FakeDocument[] = [];
  orders: FakeOrder[] = [];
  requests: SeenRequest[] = [];
  tokensMade = 0;
  /** The token of onboarding; generated ones are accepted besides. */
  fixedToken = 'fixed-token-of-onboarding';
  login = login;
  tokenLifetimeMs = 3_600_000;
  /** Uploads whose metadata type is in here are rejected with these findings by step(). */
  rejectTypes = new Map<string, string[]>();
  /** Uploads are accepted at once instead of by step(). */
  autoAccept = true;
  /** Bytes of a body after which 'cut-upload' hangs up. */
  cutAt = 1;
  url = '';
  private tokens = new Map<string, number>();
  private operations = new Set<string>();
  /** "Optional": a service that does not look at Operation-IDs takes whatever is sent to it, however often. */
  forgetsOperations = false;
  /** Told of every request that will never be answered, once all of it was read and, where so told, done. */
  onHang: () => void = () => undefined;
  /** PDFs by number; the others are stand-ins that only begin like one. */
  private pdfs = new Map<string, Buffer>();
  private behave: (request: SeenRequest) => Misbehaviour = () => null;
  private serial = 0;
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

  setDocument(
    number: string,
    change: Partial<FakeDocument>,
    event?: { type: string; metadata?: Record<string, string> },
  ): void {
    const found = this.documents.find((d) => d.number === number);
    if (!found) throw new Error(`no document ${number}`);
    Object.assign(found, change, { lastUpdated: now() });
    if (event) {
      found.events.push({
        type: event.type,
        channel: found.channel ?? 'print',
        timestamp: now(),
        metadata: event.metadata ?? {},
      });
    }
  }

  /** Moves everything one step along the document's tables "Document Status" and "Order Status". */
  step(): void {
    for (const document of this.documents) this.stepDocument(document);
    for (const order of this.orders) this.stepOrder(order);
  }

  private stepDocument(document: FakeDocument): void {
    if (document.status === 'created') {
      const findings = this.rejectTypes.get(document.type);
      document.status = findings ? 'rejected' : 'accepted';
      document.findings = findings ?? [];
      document.lastUpdated = now();
      return;
    }
    const order = this.orders.find((o) => o.documents.includes(document.number));
    if (!order || (order.status !== 'executing' && order.status !== 'executed')) return;
    const next = { accepted: 'acknowledged', acknowledged: 'printing', printing: 'sent' }[document.status];
    if (!next) return;
    const email = order.experience !== 'PRINT';
    document.channel = email ? 'email' : 'print';
    const status = email && next === 'printing' ? 'sent' : next;
    this.setDocument(document.number, { status }, { type: status });
  }

  private stepOrder(order: FakeOrder): void {
    const today = now().slice(0, 10);
    const held = order.scheduleOn !== null && order.scheduleOn.slice(0, 10) > today;
    if (order.status === 'placed') order.status = 'accepted';
    else if (order.status === 'accepted') order.status = held ? 'scheduled' : 'executing';
    else if (order.status === 'scheduled' && !held) order.status = 'executing';
    else if (
      order.status === 'executing' &&
      order.documents.every((n) => this.documents.find((d) => d.number === n)?.status === 'sent')
    )
      order.status = 'executed';
    else return;
    order.lastUpdated = now();
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

  /** What the service does and says, without a network: an Operation-ID counts once. */
  answer(
    seen: SeenRequest,
    url: URL,
    contentType: string,
    body: Buffer,
    trouble: Misbehaviour = null,
  ): Reply {
    if (seen.method !== 'GET' && seen.operationId !== null) {
      if (!this.forgetsOperations && this.operations.has(seen.operationId))
        return refuse(409, 'Conflict', 'The Operation-ID was used already.');
      this.operations.add(seen.operationId);
    }
    return this.route(seen, url, contentType, body, trouble);
  }

  private route(
    seen: SeenRequest,
    url: URL,
    contentType: string,
    body: Buffer,
    trouble: Misbehaviour,
  ): Reply {
    const [, kind, number, side] = url.pathname.split('/').map((part) => decodeURIComponent(part));
    if (kind === 'documents') {
      if (!number && seen.method === 'POST') return this.upload(contentType, body, seen.operationId, trouble);
      if (!number) return list(this.documents, url, trouble);
      if (number === 'registered')
        return {
          status: 200,
          body: this.documents.filter((d) => d.status === 'tracked' || d.status === 'delivered'),
        };
      if (number === 'bounced')
        return { status: 200, body: this.documents.filter((d) => d.status === 'bounced') };
      return this.oneDocument(seen.method, number, side);
    }
    if (kind === 'orders') {
      if (!number && seen.method === 'POST') return this.place(body, seen.operationId, trouble);
      if (!number) return list(this.orders, url, trouble);
      return this.oneOrder(seen.method, number, side, body);
    }
    return refuse(404, 'Not Found', url.pathname);
  }

  private upload(
    contentType: string,
    body: Buffer,
    operationId: string | null,
    trouble: Misbehaviour,
  ): Reply {
    const parts = parseMultipart(contentType, body);
    const pdf = parts.find((part) => part.name === 'document');
    const meta = parts.find((part) => part.name !== 'document' && /json/.test(part.type));
    if (!pdf || !meta) return refuse(400, 'Bad Request', 'document and metadata are required');
    if (pdf.bytes.length > 10 * 1024 * 1024) return refuse(400, 'Bad Request', 'The document is too large.');
    const data = JSON.parse(meta.bytes.toString('utf8')) as {
      type?: string;
      clientReference?: string;
      settings?: Record<string, unknown>;
    };
    if (!data.type || !data.settings) return refuse(400, 'Bad Request', 'type and settings are required');
    const number = `CUST-DOC-000-000-${String(++this.serial).padStart(3, '0')}-${data.type}`;
    this.documents.push({
      number,
      type: data.type,
      status: this.autoAccept && !this.rejectTypes.has(data.type) ? 'accepted' : 'created',
      channel: null,
      clientReference: data.clientReference ?? null,
      linkedOrderNumber: null,
      settings: data.settings,
      events: [],
      findings: [],
      created: now(),
      lastUpdated: now(),
      sha256: createHash('sha256').update(pdf.bytes).digest('hex'),
      fileName: pdf.fileName,
      operationId,
    });
    return created('documents', number, 202, trouble);
  }

  private oneDocument(method: string, number: string, side: string | undefined): Reply {
    const found = this.documents.find((d) => d.number === number);
    if (!found) return refuse(404, 'Not Found', `No document ${number}.`);
    if (method === 'DELETE') {
      if (found.linkedOrderNumber !== null)
        return refuse(400, 'Bad Request', 'The document is linked to an order.');
      this.documents = this.documents.filter((d) => d !== found);
      return { status: 200, body: {} };
    }
    if (side === 'pdf')
      return { status: 200, pdf: this.pdfs.get(number) ?? Buffer.from(`%PDF-1.4 ${found.sha256}`) };
    return { status: 200, body: found };
  }

  /** Something that was sent to the service from elsewhere, and what a download of it gives. */
  addForeign(document: Pick<FakeDocument, 'number' | 'status'> & Partial<FakeDocument>, pdf?: Buffer): void {
    if (pdf !== undefined) this.pdfs.set(document.number, pdf);
    this.documents.push({
      type: 'TERM',
      channel: 'email',
      clientReference: null,
      linkedOrderNumber: null,
      settings: {},
      events: [],
      findings: [],
      created: now(),
      lastUpdated: now(),
      sha256: '',
      fileName: '',
      operationId: null,
      ...document,
    });
  }

  private place(body: Buffer, operationId: string | null, trouble: Misbehaviour): Reply {
    const data = JSON.parse(body.toString('utf8')) as Partial<FakeOrder>;
    if (!data.experience || !data.sla || !data.documents || !data.settings)
      return refuse(400, 'Bad Request', 'a required field is missing');
    if (!['PRINT', 'EMAIL', 'X-CHANNEL-EMAIL-PRINT'].includes(data.experience))
      return refuse(400, 'Bad Request', 'experience');
    for (const number of data.documents) {
      const document = this.documents.find((d) => d.number === number);
      if (!document) return refuse(400, 'Bad Request', `No document ${number}.`);
      if (document.status !== 'accepted')
        return refuse(400, 'Bad Request', `${number} is ${document.status}, not accepted.`);
      if (document.linkedOrderNumber !== null)
        return refuse(400, 'Bad Request', `${number} is in another order.`);
    }
    const number = `CUST-ORDER-000-000-${String(++this.serial).padStart(3, '0')}-${data.sla}`;
    for (const document of this.documents)
      if (data.documents.includes(document.number)) document.linkedOrderNumber = number;
    this.orders.push({
      number,
      experience: data.experience,
      sla: data.sla,
      status: 'placed',
      scheduleOn: data.scheduleOn ?? null,
      clientReference: data.clientReference ?? null,
      documents: data.documents,
      settings: data.settings,
      events: [],
      created: now(),
      lastUpdated: now(),
      operationId,
    });
    return created('orders', number, 201, trouble);
  }

  private oneOrder(method: string, number: string, side: string | undefined, body: Buffer): Reply {
    const found = this.orders.find((o) => o.number === number);
    if (!found) return refuse(404, 'Not Found', `No order ${number}.`);
    if (side === 'documents')
      return { status: 200, body: this.documents.filter((d) => d.linkedOrderNumber === number) };
    if (method === 'PATCH' || method === 'DELETE') {
      if (found.status !== 'scheduled')
        return refuse(400, 'Bad Request', `The order is ${found.status}, not scheduled.`);
      if (method === 'PATCH') {
        found.scheduleOn = (JSON.parse(body.toString('utf8')) as { scheduleOn: string | null }).scheduleOn;
        found.lastUpdated = now();
        return { status: 200, body: {} };
      }
      this.orders = this.orders.filter((o) => o !== found);
      for (const document of this.documents)
        if (document.linkedOrderNumber === number) document.linkedOrderNumber = null;
      return { status: 200, body: {} };
    }
    return { status: 200, body: found };
  }
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  pdf?: Buffer;
}

function created(kind: string, number: string, status: number, trouble: Misbehaviour): Reply {
  if (trouble === 'empty-202') return { status };
  if (trouble === 'body-number') return { status, body: { number } };
  return { status, headers: { location: `/${kind}/${number}` }, body: {} };
}

const refuse = (status: number, title: string, detail: string): Reply => ({
  status,
  body: {
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title,
    status,
    detail,
    instance: `00-${randomUUID()}-00`,
  },
});

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

/** Understands what the document's tables show: contains, startswith, eq, gt, lt, and, or, one level of brackets. */
function list(rows: readonly (FakeDocument | FakeOrder)[], url: URL, trouble: Misbehaviour): Reply {
  const filter = url.searchParams.get('$filter') ?? '';
  const top = Number(url.searchParams.get('$top') ?? 100);
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const found = filter === '' ? [...rows] : rows.filter((row) => matches(row, filter));
  const page = found.slice(trouble === 'repeat-row' && skip > 0 ? skip - 1 : skip, skip + top);
  return { status: 200, body: page };
}

function matches(row: FakeDocument | FakeOrder, filter: string): boolean {
  return splitOutside(filter, ' and ').every((part) => {
    const inner = /^\((.*)\)$/.exec(part)?.[1] ?? part;
    return splitOutside(inner, ' or ').some((term) => matchesTerm(row, term));
  });
}

function matchesTerm(row: FakeDocument | FakeOrder, term: string): boolean {
  const call = /^(contains|startswith)\((\w+), '(.*)'\)$/.exec(term);
  const compare = /^(\w+) (eq|ne|gt|lt) (.*)$/.exec(term);
  const property = call?.[2] ?? compare?.[1] ?? '';
  const held: unknown = Reflect.get(row, property);
  const value = typeof held === 'string' ? held : '';
  const wanted = (call?.[3] ?? (compare?.[3] ?? '').replace(/^'(.*)'$/, '$1')).replaceAll("''", "'");
  if (call) return call[1] === 'contains' ? value.includes(wanted) : value.startsWith(wanted);
  switch (compare?.[2] ?? 'none') {
    case 'eq':
      return wanted === 'null' ? held === null : value === wanted;
    case 'ne':
      return value !== wanted;
    case 'gt':
      return value > wanted;
    case 'lt':
      return value < wanted;
    default:
      throw new Error(`the fake does not understand: ${term}`);
  }
}

/** Splits at a word that stands neither inside quotes nor inside brackets. */
function splitOutside(text: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')') depth--;
    else if (!quoted && depth === 0 && text.startsWith(word, at)) {
      parts.push(text.slice(from, at));
      from = at + word.length;
    }
  }
  return [...parts, text.slice(from)];
}

interface Part {
  name: string;
  fileName: string;
  type: string;
  bytes: Buffer;
}

function parseMultipart(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2];
  if (!boundary) return [];
  const parts: Part[] = [];
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at !== -1) {
    const next = body.indexOf(mark, at + mark.length);
    if (next === -1) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, split).toString('utf8');
    parts.push({
      name: /name="([^"]*)"/.exec(head)?.[1] ?? '',
      fileName: /filename="([^"]*)"/.exec(head)?.[1] ?? '',
      type: /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? '',
      bytes: part.subarray(split + 4),
    });
    at = next;
  }
  return parts;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

export type TcgateServer = Fake;

/** One that listens nowhere: its books alone, for tests that own time and network. */
export const makeTcgateBooks = (): TcgateServer => new Fake();

/** Starts a TC.gate on a free port of this computer. */
export const startTcgateServer = (): Promise<TcgateServer> => new Fake().start();
