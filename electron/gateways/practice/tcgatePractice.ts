import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../files/replaceFile.ts';
import type { Fetch } from '../http.ts';
import {
  eventsOf,
  mailingStatus,
  validated,
  type PracticeDocument,
  type PracticeMailing,
} from './tcgateTimes.ts';
import { oneAtATime } from '../../../shared/lib/oneAtATime.ts';
import { systemCode } from '../../../shared/lib/systemCode.ts';

/** An address nobody can reach (RFC 2606): should the real network ever be asked by mistake, nothing leaves. */
export const practiceMailAddress = 'https://practice.invalid/tcgate';

interface State {
  serial: number;
  documents: PracticeDocument[];
  orders: PracticeMailing[];
  operations: string[];
}

export interface TcgatePracticeParts {
  /** A JSON file; the PDFs lie beside it. */
  folder: string;
  now: () => number;
}

/**
 * TC.gate in process, written from its document, in the shape of `fetch`, so that the same client talks to it. What it
 * took is on disk before it answers; statuses move by themselves with time.
 */
export function createTcgatePractice({ folder, now }: TcgatePracticeParts): Fetch {
  const file = path.join(folder, 'state.json');
  let loading: Promise<State> | null = null;
  const inTurn = oneAtATime();

  async function load(): Promise<State> {
    const empty: State = { serial: 0, documents: [], orders: [], operations: [] };
    try {
      return { ...empty, ...(JSON.parse(await readFile(file, 'utf8')) as State) };
    } catch (error) {
      // Not there yet, or spoilt by a crash of an older version: practice begins anew.
      if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return empty;
      throw error;
    }
  }

  async function save(state: State): Promise<void> {
    await mkdir(folder, { recursive: true });
    await replaceFile(file, JSON.stringify(state));
  }

  async function answer(url: URL, init: RequestInit, body: Buffer): Promise<Response> {
    loading ??= load();
    const state = await loading;
    const method = init.method ?? 'GET';
    const [, , kind = '', number = '', side = ''] = url.pathname
      .split('/')
      .map((part) => decodeURIComponent(part));
    if (url.pathname.endsWith('/generateToken')) {
      const validTo = new Date(now() + 3_600_000).toISOString();
      return json(200, { clientId: 'PRACT1', bearerToken: 'practice', validTo });
    }
    const operation = new Headers(init.headers).get('operation-id');
    if (method !== 'GET' && operation !== null) {
      if (state.operations.includes(operation))
        return problem(409, 'Conflict', 'The Operation-ID was used already.');
      state.operations = [...state.operations.slice(-5_000), operation];
    }
    const reply = await route(state, { method, kind, number, side, url, body, type: contentType(init) });
    if (method !== 'GET') await save(state);
    return reply;
  }

  async function route(
    state: State,
    ask: { method: string; kind: string; number: string; side: string; url: URL; body: Buffer; type: string },
  ): Promise<Response> {
    const { method, kind, number } = ask;
    if (kind === 'documents' && number === '' && method === 'POST') return upload(state, ask.body, ask.type);
    if (kind === 'documents' && number === '')
      return list(
        state.documents.map((one) => show(state, one)),
        ask.url,
      );
    if (kind === 'documents' && number === 'registered')
      return json(
        200,
        state.documents
          .map((one) => show(state, one))
          .filter(({ status }) => ['tracked', 'delivered', 'notdelivered'].includes(status)),
      );
    if (kind === 'documents' && number === 'bounced')
      return json(
        200,
        state.documents.map((one) => show(state, one)).filter(({ status }) => status === 'bounced'),
      );
    if (kind === 'documents') return oneDocument(state, method, number, ask.side);
    if (kind === 'orders' && number === '' && method === 'POST') return place(state, ask.body);
    if (kind === 'orders' && number === '')
      return list(
        state.orders.map((one) => showOrder(state, one)),
        ask.url,
      );
    if (kind === 'orders') return oneOrder(state, method, number, ask.side, ask.body);
    return problem(404, 'Not Found', ask.url.pathname);
  }

  async function upload(state: State, body: Buffer, type: string): Promise<Response> {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const pdf = form.get('document');
    const meta = form.get('metadata');
    if (!(pdf instanceof Blob) || meta === null) return problem(400, 'Bad Request', 'document and metadata');
    const data = JSON.parse(typeof meta === 'string' ? meta : await meta.text()) as {
      type: string;
      clientReference: string;
      settings: { email?: { to?: string[] }; print?: { shipping?: { addressLines?: string[] } } };
    };
    const bytes = Buffer.from(await pdf.arrayBuffer());
    if (bytes.length > 10 * 1024 * 1024) return problem(400, 'Bad Request', 'The document is too large.');
    state.serial += 1;
    const made: PracticeDocument = {
      number: `PRACTICE-DOC-000-000-${String(state.serial).padStart(3, '0')}-${data.type}`,
      type: data.type,
      clientReference: data.clientReference,
      fileName: 'name' in pdf && typeof pdf.name === 'string' ? pdf.name : '',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      to: data.settings.email?.to ?? [],
      address: (data.settings.print?.shipping?.addressLines ?? []).join('\n'),
      createdAt: now(),
      linkedOrderNumber: '',
    };
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${made.sha256}.pdf`), bytes);
    state.documents.push(made);
    return json(202, {}, { location: `/documents/${made.number}` });
  }

  async function oneDocument(state: State, method: string, number: string, side: string): Promise<Response> {
    const found = state.documents.find((one) => one.number === number);
    if (found === undefined) return problem(404, 'Not Found', `No document ${number}.`);
    if (method === 'DELETE') {
      if (found.linkedOrderNumber !== '')
        return problem(400, 'Bad Request', 'The document is linked to an order.');
      state.documents = state.documents.filter((one) => one !== found);
      return json(200, {});
    }
    if (side !== 'pdf') return json(200, show(state, found));
    const bytes = await readFile(path.join(folder, `${found.sha256}.pdf`));
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf' } });
  }

  function show(state: State, one: PracticeDocument) {
    const order = state.orders.find(({ number }) => number === one.linkedOrderNumber);
    const { status, findings } = validated(one, now());
    const events = order === undefined ? [] : eventsOf(one, order).filter(({ at }) => at <= now());
    const last = events.at(-1)?.event;
    return {
      number: one.number,
      type: one.type,
      status: last?.type ?? status,
      channel: last?.channel ?? '',
      clientReference: one.clientReference,
      linkedOrderNumber: one.linkedOrderNumber === '' ? null : one.linkedOrderNumber,
      events: events.map(({ event }) => event),
      findings,
      created: new Date(one.createdAt).toISOString(),
      lastUpdated: last?.timestamp ?? new Date(one.createdAt).toISOString(),
    };
  }

  function showOrder(state: State, one: PracticeMailing) {
    const documents = state.documents.filter(({ number }) => one.documents.includes(number));
    const created = new Date(one.createdAt).toISOString();
    const scheduleOn = one.scheduleOn === '' ? null : one.scheduleOn;
    return {
      ...one,
      scheduleOn,
      status: mailingStatus(one, documents, now()),
      created,
      lastUpdated: created,
    };
  }

  function place(state: State, body: Buffer): Response {
    const data = JSON.parse(body.toString('utf8')) as {
      experience: string;
      sla: string;
      documents: string[];
      scheduleOn?: string;
      clientReference?: string;
      settings: { print?: { shipping?: { method?: string } } };
    };
    for (const number of data.documents) {
      const found = state.documents.find((one) => one.number === number);
      if (
        found === undefined ||
        found.linkedOrderNumber !== '' ||
        validated(found, now()).status !== 'accepted'
      )
        return problem(400, 'Bad Request', `${number} cannot be ordered.`);
    }
    state.serial += 1;
    const number = `PRACTICE-ORDER-000-000-${String(state.serial).padStart(3, '0')}-${data.sla}`;
    for (const one of state.documents)
      if (data.documents.includes(one.number)) one.linkedOrderNumber = number;
    state.orders.push({
      number,
      experience: data.experience,
      sla: data.sla,
      method: data.settings.print?.shipping?.method ?? '',
      clientReference: data.clientReference ?? '',
      documents: data.documents,
      scheduleOn: data.scheduleOn ?? '',
      createdAt: now(),
    });
    return json(201, {}, { location: `/orders/${number}` });
  }

  function oneOrder(state: State, method: string, number: string, side: string, body: Buffer): Response {
    const found = state.orders.find((one) => one.number === number);
    if (found === undefined) return problem(404, 'Not Found', `No order ${number}.`);
    if (side === 'documents')
      return json(
        200,
        state.documents.filter((one) => one.linkedOrderNumber === number).map((one) => show(state, one)),
      );
    if (method === 'GET') return json(200, showOrder(state, found));
    if (showOrder(state, found).status !== 'scheduled')
      return problem(400, 'Bad Request', 'The order is not scheduled.');
    if (method === 'PATCH') {
      found.scheduleOn =
        (JSON.parse(body.toString('utf8')) as { scheduleOn: string | null }).scheduleOn ?? '';
      return json(200, {});
    }
    state.orders = state.orders.filter((one) => one !== found);
    for (const one of state.documents) if (one.linkedOrderNumber === number) one.linkedOrderNumber = '';
    return json(200, {});
  }

  return async (address, init) => {
    const body = await readAll(init.body);
    // One after the other, as one service would.
    return inTurn(() => answer(new URL(address), init, body));
  };
}

const contentType = (init: RequestInit): string => new Headers(init.headers).get('content-type') ?? '';

async function readAll(body: RequestInit['body']): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  return Buffer.from(await new Response(body).arrayBuffer());
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const problem = (status: number, title: string, detail: string): Response =>
  new Response(JSON.stringify({ title, status, detail, instance: `00-${randomUUID()}-00` }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

/** Understands what our client asks: contains and eq, joined by `or`. */
function list(rows: readonly Record<string, unknown>[], url: URL): Response {
  const filter = url.searchParams.get('$filter') ?? '';
  const top = Number(url.searchParams.get('$top') ?? 100);
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const terms = [...filter.matchAll(/contains\((\w+), '((?:[^']|'')*)'\)|(\w+) eq '((?:[^']|'')*)'/g)];
  const found = terms.length === 0 ? rows : rows.filter((row) => terms.some((term) => fits(row, term)));
  return json(200, found.slice(skip, skip + top));
}

function fits(
  row: Record<string, unknown>,
  [, within, part = '', property, whole = '']: RegExpMatchArray,
): boolean {
  const held = row[within ?? property ?? ''];
  if (typeof held !== 'string') return false;
  return within === undefined
    ? held === whole.replaceAll("''", "'")
    : held.includes(part.replaceAll("''", "'"));
}
