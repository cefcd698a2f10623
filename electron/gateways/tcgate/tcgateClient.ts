import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Fetch } from '../http.ts';
import {
  documentAnswerSchema,
  lastSegment,
  orderAnswerSchema,
  numberSchema,
  readList,
  type DocumentAnswer,
  type OrderAnswer,
} from './answers.ts';
import { call, parseJson, type Call, type GoodAnswer } from './call.ts';
import { contains, queryString, type Query } from './odata.ts';
import { mapDone, type Outcome } from './outcome.ts';
import type { TokenSource } from './token.ts';
import { uploadBody, type UploadBody } from './upload.ts';

export interface ClientDeps {
  fetch: Fetch;
  /** Without a trailing slash (baseAddress). */
  base: string;
  /** See `placeOf`. */
  place: string;
  tokens: TokenSource;
}

/** One upload: the archived bytes and what goes with them, fixed in the outbox before the first byte leaves. */
export interface Upload {
  operationId: string;
  clientReference: string;
  metadata: Record<string, unknown>;
  fileName: string;
  bytes: number;
  open: () => AsyncIterable<Uint8Array>;
  onProgress: (sentBytes: number) => void;
}

/** A number the service gave, or null: made, but the answer did not name it (look it up by reference). */
export type Created = { number: string | null };

/** A page of a list holds this many; the service's own default. */
const pageSize = 100;
/** A list that never ends is cut here. */
const mostPages = 200;
/** Uploads are slow on purpose (10 MB on a weak line). */
const uploadMs = 10 * 60_000;

/** Every operation of the TC.gate API v1. None is repeated here, except once after a 401 with a fresh token. */
export class TcgateClient {
  private readonly deps: ClientDeps;
  /** Something on the way takes no body without Content-Length. */
  private wantsLength = false;

  constructor(deps: ClientDeps) {
    this.deps = deps;
  }

  /** Where this client talks to, and as whom; see `placeOf`. */
  get place(): string {
    return this.deps.place;
  }

  /**
   * POST /documents. 202 or 201; the number stands in Location, in the body, or nowhere. The body leaves in pieces
   * without Content-Length; where that is refused (411: nothing was taken), once more and from then on as a whole.
   */
  async uploadDocument(upload: Upload, signal: AbortSignal): Promise<Outcome<Created>> {
    if (!this.wantsLength) {
      const answer = await this.uploadInPieces(upload, signal);
      if (answer.kind !== 'refused' || answer.status !== 411) return mapDone(answer, created);
      this.wantsLength = true;
    }
    return mapDone(await this.uploadWhole(upload, signal), created);
  }

  /** GET /documents/{number}. */
  async getDocument(number: string, signal: AbortSignal): Promise<Outcome<DocumentAnswer>> {
    return read(await this.get(`/documents/${encodeURIComponent(number)}`, signal), documentAnswerSchema);
  }

  /** GET /documents, all pages. */
  listDocuments(query: Query, signal: AbortSignal): Promise<Outcome<DocumentAnswer[]>> {
    return this.list('/documents', query, documentAnswerSchema, signal);
  }

  /** The document that carries our token in its reference, or null: it never arrived. */
  async findDocument(token: string, signal: AbortSignal): Promise<Outcome<DocumentAnswer | null>> {
    const query = { filter: contains('clientReference', token) };
    return firstWith(token, await this.pages('/documents', query, documentAnswerSchema, signal));
  }

  /** GET /documents/registered: registered mail of the last 7 days. */
  async listRegistered(signal: AbortSignal): Promise<Outcome<DocumentAnswer[]>> {
    return this.list('/documents/registered', null, documentAnswerSchema, signal);
  }

  /** GET /documents/bounced: e-mails returned in the last 7 days. */
  async listBounced(signal: AbortSignal): Promise<Outcome<DocumentAnswer[]>> {
    return this.list('/documents/bounced', null, documentAnswerSchema, signal);
  }

  /** DELETE /documents/{number}: only while no order links it. Gone already counts as done. */
  async deleteDocument(number: string, operationId: string, signal: AbortSignal): Promise<Outcome<null>> {
    return this.remove(`/documents/${encodeURIComponent(number)}`, operationId, signal);
  }

  /** GET /documents/{number}/pdf, as a stream to be written to disk as it comes. */
  async downloadDocument(number: string, signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>> {
    const token = await this.deps.tokens.get(signal);
    if (token.kind !== 'done') return token;
    const url = `${this.deps.base}/documents/${encodeURIComponent(number)}/pdf`;
    const headers = { authorization: `Bearer ${token.value}`, accept: 'application/pdf' };
    const response = await this.deps
      .fetch(url, { headers, signal, redirect: 'manual', credentials: 'omit', cache: 'no-store' })
      .catch((error: unknown) => error);
    if (response instanceof Response && response.ok && response.body)
      return { kind: 'done', value: response.body, raw: '' };
    await (response instanceof Response ? response.body?.cancel() : undefined);
    // Whatever went wrong, the ordinary call says it in our terms (401 with a fresh token included).
    return mapDone(await this.get(`/documents/${encodeURIComponent(number)}/pdf`, signal), () => ({
      kind: 'unknown',
      cause: 'unreadable-answer',
      detail: 'no PDF in the answer',
    }));
  }

  /** POST /orders. 201; the number as for documents. */
  async placeOrder(
    body: Record<string, unknown>,
    operationId: string,
    signal: AbortSignal,
  ): Promise<Outcome<Created>> {
    return mapDone(await this.sendJson('POST', '/orders', body, operationId, signal), created);
  }

  /** GET /orders/{number}. */
  async getOrder(number: string, signal: AbortSignal): Promise<Outcome<OrderAnswer>> {
    return read(await this.get(`/orders/${encodeURIComponent(number)}`, signal), orderAnswerSchema);
  }

  /** GET /orders, all pages. */
  listOrders(query: Query, signal: AbortSignal): Promise<Outcome<OrderAnswer[]>> {
    return this.list('/orders', query, orderAnswerSchema, signal);
  }

  /** The order that carries our token in its reference, or null: it never arrived. */
  async findOrder(token: string, signal: AbortSignal): Promise<Outcome<OrderAnswer | null>> {
    const query = { filter: contains('clientReference', token) };
    return firstWith(token, await this.pages('/orders', query, orderAnswerSchema, signal));
  }

  /** GET /orders/{number}/documents. */
  listOrderDocuments(number: string, signal: AbortSignal): Promise<Outcome<DocumentAnswer[]>> {
    return this.list(`/orders/${encodeURIComponent(number)}/documents`, null, documentAnswerSchema, signal);
  }

  /** PATCH /orders/{number}: another day, only while scheduled. `scheduleOn` as yyyy-mm-dd. */
  async reschedule(
    number: string,
    scheduleOn: string,
    operationId: string,
    signal: AbortSignal,
  ): Promise<Outcome<null>> {
    const answer = await this.sendJson(
      'PATCH',
      `/orders/${encodeURIComponent(number)}`,
      { scheduleOn },
      operationId,
      signal,
    );
    return mapDone(answer, (_, raw) => ({ kind: 'done', value: null, raw }));
  }

  /** DELETE /orders/{number}: only while scheduled. Gone already counts as done. */
  async deleteOrder(number: string, operationId: string, signal: AbortSignal): Promise<Outcome<null>> {
    return this.remove(`/orders/${encodeURIComponent(number)}`, operationId, signal);
  }

  private uploadInPieces(upload: Upload, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    return this.authorised(() => {
      const body = bodyOf(upload, upload.onProgress);
      return { ...uploadCall(upload, body.contentType), body: body.stream };
    }, signal);
  }

  /** With Content-Length, so the body is in memory meanwhile: at most what the service takes, 10 MB. */
  private async uploadWhole(upload: Upload, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    // How much of a whole body has left is not known before the answer.
    const body = bodyOf(upload, () => undefined);
    const whole = await new Response(body.stream).arrayBuffer().catch((error: unknown) => String(error));
    if (typeof whole === 'string') return { kind: 'not-sent', cause: 'file-unreadable', detail: whole };
    return this.authorised(
      () => ({ ...uploadCall(upload, body.contentType), body: new Uint8Array(whole) }),
      signal,
    );
  }

  private get(path: string, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    return this.authorised(() => ({ method: 'GET', path, headers: {} }), signal);
  }

  private sendJson(
    method: 'POST' | 'PATCH',
    path: string,
    body: Record<string, unknown>,
    operationId: string,
    signal: AbortSignal,
  ): Promise<Outcome<GoodAnswer>> {
    const headers = { 'content-type': 'application/json', 'operation-id': operationId };
    return this.authorised(() => ({ method, path, headers, body: JSON.stringify(body) }), signal);
  }

  private async remove(path: string, operationId: string, signal: AbortSignal): Promise<Outcome<null>> {
    const answer = await this.authorised(
      () => ({ method: 'DELETE', path, headers: { 'operation-id': operationId } }),
      signal,
    );
    if (answer.kind === 'refused' && answer.code === 'not-found')
      return { kind: 'done', value: null, raw: answer.raw };
    return mapDone(answer, (_, raw) => ({ kind: 'done', value: null, raw }));
  }

  /** With a token; after a 401 once more with a fresh one (a 401 has no effect, so repeating is safe). */
  private async authorised(
    make: () => Omit<Call, 'url' | 'secrets' | 'signal'> & { path: string },
    signal: AbortSignal,
  ): Promise<Outcome<GoodAnswer>> {
    const first = await this.withToken(make(), signal);
    const stale = first.kind === 'refused' && first.status === 401 && this.deps.tokens.canRenew;
    return stale ? this.withToken(make(), signal, 'renew') : first;
  }

  private async withToken(
    { path, ...request }: Omit<Call, 'url' | 'secrets' | 'signal'> & { path: string },
    signal: AbortSignal,
    renew?: 'renew',
  ): Promise<Outcome<GoodAnswer>> {
    const token = await this.deps.tokens.get(signal, renew);
    if (token.kind !== 'done') return token;
    const headers = { ...request.headers, authorization: `Bearer ${token.value}` };
    return call(this.deps.fetch, {
      ...request,
      url: `${this.deps.base}${path}`,
      headers,
      secrets: [token.value],
      signal,
    });
  }

  private async list<T extends { number: string }>(
    path: string,
    query: Query | null,
    row: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T[]>> {
    const read = await this.pages(path, query, row, signal);
    return mapDone(read, ({ rows }) => ({ kind: 'done', value: rows, raw: '' }));
  }

  /** Pages until a short one. A row that comes twice, because the list moved meanwhile, counts once. */
  private async pages<T extends { number: string }>(
    path: string,
    query: Query | null,
    row: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Outcome<Rows<T>>> {
    const rows = new Map<string, T>();
    let whole = true;
    let ended = false;
    for (let page = 0; page < mostPages && !ended; page++) {
      const string = query ? queryString({ ...query, top: pageSize, skip: page * pageSize }) : '';
      const answer = await this.get(`${path}${string}`, signal);
      if (answer.kind !== 'done') return answer;
      const read = readList<T>(parseJson(answer.value.text), row);
      if (!read) return { kind: 'unknown', cause: 'unreadable-answer', detail: 'no list in the answer' };
      for (const item of read.rows) rows.set(item.number, item);
      whole &&= read.rows.length === read.sent;
      ended = !query || read.sent < pageSize;
    }
    return { kind: 'done', value: { rows: [...rows.values()], whole: whole && ended }, raw: '' };
  }
}

interface Rows<T> {
  rows: T[];
  /** False when rows could not be read or the list had no end: then what is missing may yet be there. */
  whole: boolean;
}

const bodyOf = ({ metadata, fileName, bytes, open }: Upload, onBytes: Upload['onProgress']): UploadBody =>
  uploadBody(metadata, fileName, bytes, open(), `postroom-${randomUUID()}`, onBytes);

const uploadCall = ({ operationId }: Upload, contentType: string) => ({
  method: 'POST' as const,
  path: '/documents',
  headers: { 'content-type': contentType, 'operation-id': operationId },
  answerMs: uploadMs,
});

function created(answer: GoodAnswer, raw: string): Outcome<Created> {
  const location = answer.headers.get('location') ?? '';
  const body = parseJson(answer.text);
  const inBody: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'number') : undefined;
  const number = lastSegment(location) || numberSchema.catch('').parse(inBody);
  return { kind: 'done', value: { number: number === '' ? null : number }, raw };
}

function read<T>(answer: Outcome<GoodAnswer>, schema: z.ZodType<T>): Outcome<T> {
  return mapDone(answer, (good, raw) => {
    const parsed = schema.safeParse(parseJson(good.text));
    if (parsed.success) return { kind: 'done', value: parsed.data, raw };
    return {
      kind: 'unknown',
      cause: 'unreadable-answer',
      detail: 'the answer is not what the document describes',
    };
  });
}

/**
 * `contains` may be answered with too much; only a reference that really holds the token counts. "Not there" is said
 * only of a list that was read to its end: it allows sending again.
 */
function firstWith<T extends { clientReference: string }>(
  token: string,
  list: Outcome<Rows<T>>,
): Outcome<T | null> {
  return mapDone(list, ({ rows, whole }, raw) => {
    const found = rows.find((row) => row.clientReference.includes(token)) ?? null;
    if (found === null && !whole)
      return { kind: 'unknown', cause: 'unreadable-answer', detail: 'the list was not read to its end' };
    return { kind: 'done', value: found, raw };
  });
}
