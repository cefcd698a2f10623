/**
 * A TrepStar gateway on loopback, written from the service's document only. A real HTTP server that keeps books and
 * misbehaves on command.
 *
 *   const fake = await startTrepstarServer({ password: 'pw', products: ['66750'] });
 *   fake.orderUrl, fake.statusUrl      addresses for the account; login: fake.login
 *   fake.orderCalls, fake.statusCalls  how many requests came (refused and dropped ones included)
 *   fake.requests                      every request: { kind, url, method, body, fields, fault, headers, socket }
 *   fake.orders                        Map invoice → order; what was really taken, each exactly once
 *   fake.timesTaken(invoice)           how often it was taken (the service refuses a second time, so never above 1)
 *   fake.sentAgain                     invoices that were sent although the service had taken them: must stay empty
 *   fake.answered                      how many order calls have been answered (or dropped) to the last byte
 *   fake.faultNext('drop-after', …)    the next order calls misbehave, one fault each, in this order
 *   fake.statusFaultNext('500', …)     the same for status calls
 *   fake.misbehave(seed, rates)        a seeded schedule, e.g. { 'drop-after': 0.05, '500-before': 0.05, hang: 0.01 }
 *   fake.behave()                      ends schedule and queue
 *   fake.set(invoice, { status: 'SHIPPED', shipDate: '11/23/2026', tracking: '9400…' })   changes one order
 *   fake.setAll({ status: 'PROCESSING' })                                                 changes all
 *   fake.latencyMs = 50                answers leave so long after their request came, to a fraction of a millisecond
 *   await fake.waitFor((f) => f.orderCalls === 3)   resolves on the request that makes it true
 *   fake.hangUp()                      breaks every connection, hanging ones too
 *   await fake.close()                 ends it, hanging connections included
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure, orderReply, type TakenOrder } from './trepstar/orderReply.ts';
import { statusReply } from './trepstar/statusReply.ts';
import { applyFault, takesFirst, type Fault } from './trepstar/faults.ts';

export type { Fault } from './trepstar/faults.ts';
export type { TakenOrder } from './trepstar/orderReply.ts';

export interface FakeOptions {
  email?: string;
  password?: string;
  /** Product numbers of the account; empty = any number is one. */
  products?: readonly string[];
  latencyMs?: number;
  /** How many connections may wait to be accepted; the system's usual number when left out. */
  backlog?: number;
}

export interface RecordedRequest {
  kind: 'order' | 'status' | 'other';
  url: string;
  method: string;
  headers: IncomingHttpHeaders;
  body: string;
  fields: URLSearchParams;
  fault: Fault | null;
  /** Number of the connection it came on, from 1. */
  socket: number;
}

export class TrepstarServer {
  readonly login: { email: string; password: string };
  readonly requests: RecordedRequest[] = [];
  readonly orders = new Map<string, TakenOrder>();
  /** Each one is an order that was sent twice; only the service's own memory prevented a second delivery. */
  readonly sentAgain: string[] = [];
  orderCalls = 0;
  answered = 0;
  statusCalls = 0;
  latencyMs: number;
  origin = '';
  readonly products: readonly string[];
  private readonly taken = new Map<string, number>();
  private readonly backlog: number | undefined;
  private orderFaults: Fault[] = [];
  private statusFaults: Fault[] = [];
  private schedule: (() => Fault | null) | null = null;
  private readonly sockets = new Map<Socket, number>();
  private socketCount = 0;
  private watchers: (() => void)[] = [];
  private readonly server = createServer((request, response) => void this.handle(request, response));

  constructor(options: FakeOptions) {
    this.login = {
      email: options.email ?? 'publisher@example.com',
      password: options.password ?? 'Pa55 & wörd+%',
    };
    this.products = options.products ?? [];
    this.latencyMs = options.latencyMs ?? 0;
    this.backlog = options.backlog;
    this.server.keepAliveTimeout = 60_000;
    this.server.on('connection', (socket) => {
      this.sockets.set(socket, ++this.socketCount);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  get orderUrl(): string {
    return `${this.origin}/custdata.asp`;
  }
  get statusUrl(): string {
    return `${this.origin}/custdataXML.asp`;
  }

  /** Listens on loopback; a port may be asked for, e.g. to come back on the same one. */
  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', this.backlog, resolve);
    });
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.origin = `http://127.0.0.1:${address.port}`;
  }

  faultNext(...faults: Fault[]): void {
    this.orderFaults.push(...faults);
  }
  statusFaultNext(...faults: Fault[]): void {
    this.statusFaults.push(...faults);
  }

  /** From now on each order call misbehaves with these chances; the same seed gives the same sequence. */
  misbehave(seed: number, rates: Partial<Record<Fault, number>>): void {
    let state = seed >>> 0;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
    this.schedule = () => {
      let left = random();
      for (const [fault, rate] of Object.entries(rates) as [Fault, number][]) {
        if (left < rate) return fault;
        left -= rate;
      }
      return null;
    };
  }

  behave(): void {
    this.schedule = null;
    this.orderFaults = [];
    this.statusFaults = [];
  }

  timesTaken(invoice: string): number {
    return this.taken.get(invoice) ?? 0;
  }

  set(invoice: string, change: Partial<TakenOrder>): void {
    const order = this.orders.get(invoice);
    if (order === undefined) throw new Error(`No order ${invoice}`);
    Object.assign(order, change);
  }
  setAll(change: Partial<TakenOrder>): void {
    for (const order of this.orders.values()) Object.assign(order, change);
  }

  /** Resolves as soon as it is true, looking again after each request. */
  async waitFor(isTrue: (fake: TrepstarServer) => boolean): Promise<void> {
    while (!isTrue(this)) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  /** Breaks every connection, hanging ones too. */
  hangUp(): void {
    for (const socket of this.sockets.keys()) socket.destroy();
  }

  async close(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
    } catch {
      // The client went away in the middle of its body: nothing was taken.
      return;
    }
    const url = new URL(request.url ?? '/', this.origin);
    const body = Buffer.concat(chunks).toString('utf8');
    const fields = new URLSearchParams(request.method === 'GET' ? url.search : body);
    const kind =
      url.pathname === '/custdata.asp' ? 'order' : url.pathname === '/custdataXML.asp' ? 'status' : 'other';
    const fault = this.nextFault(kind);
    if (kind === 'order') {
      this.orderCalls++;
      response.once('close', () => {
        this.answered++;
        this.tellWatchers();
      });
    }
    if (kind === 'status') this.statusCalls++;
    const { method = '', headers } = request;
    const socket = this.sockets.get(request.socket) ?? 0;
    this.requests.push({ kind, url: request.url ?? '', method, headers, body, fields, fault, socket });
    let reply = { text: 'Not found', type: 'text/plain' };
    if (kind === 'order' && (fault === null || takesFirst(fault))) reply = this.takeOrder(fields);
    if (fault === 'echo')
      reply = {
        text: failure('000505', [...fields].map(([name, value]) => `${name}=${value}`).join('<br>')),
        type: 'text/html',
      };
    if (kind === 'status')
      reply = { text: statusReply(this, fields, fault), type: 'text/xml; charset=utf-8' };
    this.tellWatchers();
    if (this.latencyMs > 0) await until(arrived + this.latencyMs);
    if (fault !== null && applyFault(fault, reply, response)) return;
    response.writeHead(kind === 'other' ? 404 : 200, { 'content-type': reply.type });
    response.end(reply.text);
  }

  private tellWatchers(): void {
    for (const watcher of this.watchers.splice(0)) watcher();
  }

  private nextFault(kind: RecordedRequest['kind']): Fault | null {
    if (kind === 'status') return this.statusFaults.shift() ?? null;
    if (kind === 'order') return this.orderFaults.shift() ?? this.schedule?.() ?? null;
    return null;
  }

  private takeOrder(fields: URLSearchParams): { text: string; type: string } {
    const invoice = (fields.get('Invoice') ?? '').trim();
    if (this.orders.has(invoice)) this.sentAgain.push(invoice);
    const { text, order } = orderReply(this, fields);
    if (order !== null) {
      this.orders.set(order.invoice, order);
      this.taken.set(order.invoice, (this.taken.get(order.invoice) ?? 0) + 1);
    }
    return { text, type: 'text/html; charset=utf-8' };
  }
}

/** Ends at a moment of performance.now(), not before and hardly later; a timer alone would be up to 2 ms late. */
async function until(moment: number): Promise<void> {
  const early = Math.floor(moment - performance.now()) - 1;
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  while (performance.now() < moment) await nextTurn();
}

/** Starts one on a free port of loopback. */
export async function startTrepstarServer(options: FakeOptions = {}): Promise<TrepstarServer> {
  const fake = new TrepstarServer(options);
  await fake.listen();
  return fake;
}
