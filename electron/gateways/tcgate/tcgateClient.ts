import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  documentAnswerSchema,
  lastSegment,
  orderAnswerSchema,
  numberSchema,
  type DocumentAnswer,
  type OrderAnswer,
} from './answers.ts';
import { parseJson, type GoodAnswer } from './call.ts';
import { contains, type Query } from './odata.ts';
import { mapDone, type Outcome } from './outcome.ts';
import { firstWith, readPages } from './readPages.ts';
import { TokenCalls, type CallPlace } from './tokenCalls.ts';
import { uploadBody, type UploadBody } from './upload.ts';

interface ClientDeps extends CallPlace {
  /** See `placeOf`. */
  place: string;
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

/** Uploads are slow on purpose (10 MB on a weak line). */
const uploadMs = 10 * 60_000;

/** Every operation of the TC.gate API v1. None is repeated here, except once after a 401 with a fresh token. */
export class TcgateClient {
  private readonly calls: TokenCalls;
  /** Where this client talks to, and as whom; see `placeOf`. */
  readonly place: string;
  /** Something on the way takes no body without Content-Length. */
  private wantsLength = false;

  constructor(deps: ClientDeps) {
    this.calls = new TokenCalls(deps);
    this.place = deps.place;
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
    return read(
      await this.calls.get(`/documents/${encodeURIComponent(number)}`, signal),
      documentAnswerSchema,
    );
  }

  /** GET /documents, all pages. */
  listDocuments(query: Query, signal: AbortSignal): Promise<Outcome<DocumentAnswer[]>> {
    return this.list('/documents', query, documentAnswerSchema, signal);
  }

  /** The document that carries our token in its reference, or null: it never arrived. */
  async findDocument(token: string, signal: AbortSignal): Promise<Outcome<DocumentAnswer | null>> {
    const query = { filter: contains('clientReference', token) };
    return firstWith(token, await readPages(this.calls, '/documents', query, documentAnswerSchema, signal));
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
    return this.calls.remove(`/documents/${encodeURIComponent(number)}`, operationId, signal);
  }

  /** GET /documents/{number}/pdf, as a stream to be written to disk as it comes. */
  async downloadDocument(number: string, signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>> {
    const path = `/documents/${encodeURIComponent(number)}/pdf`;
    const opened = await this.calls.open(path, 'application/pdf', signal);
    if (opened.kind !== 'done') return opened;
    if (opened.value !== null) return { kind: 'done', value: opened.value, raw: '' };
    // Whatever went wrong, the ordinary call says it in our terms (401 with a fresh token included).
    return mapDone(await this.calls.get(path, signal), () => ({
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
    return mapDone(await this.calls.sendJson('POST', '/orders', body, operationId, signal), created);
  }

  /** GET /orders/{number}. */
  async getOrder(number: string, signal: AbortSignal): Promise<Outcome<OrderAnswer>> {
    return read(await this.calls.get(`/orders/${encodeURIComponent(number)}`, signal), orderAnswerSchema);
  }

  /** GET /orders, all pages. */
  listOrders(query: Query, signal: AbortSignal): Promise<Outcome<OrderAnswer[]>> {
    return this.list('/orders', query, orderAnswerSchema, signal);
  }

  /** The order that carries our token in its reference, or null: it never arrived. */
  async findOrder(token: string, signal: AbortSignal): Promise<Outcome<OrderAnswer | null>> {
    const query = { filter: contains('clientReference', token) };
    return firstWith(token, await readPages(this.calls, '/orders', query, orderAnswerSchema, signal));
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
    const answer = await this.calls.sendJson(
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
    return this.calls.remove(`/orders/${encodeURIComponent(number)}`, operationId, signal);
  }

  private async list<T extends { number: string }>(
    path: string,
    query: Query | null,
    row: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Outcome<T[]>> {
    const read = await readPages(this.calls, path, query, row, signal);
    return mapDone(read, ({ rows }) => ({ kind: 'done', value: rows, raw: '' }));
  }

  private uploadInPieces(upload: Upload, signal: AbortSignal): Promise<Outcome<GoodAnswer>> {
    return this.calls.send(() => {
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
    return this.calls.send(
      () => ({ ...uploadCall(upload, body.contentType), body: new Uint8Array(whole) }),
      signal,
    );
  }
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
