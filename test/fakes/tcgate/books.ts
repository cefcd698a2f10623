import { createHash } from 'node:crypto';
import {
  created,
  now,
  refuse,
  type FakeDocument,
  type FakeOrder,
  type Misbehaviour,
  type Reply,
  type SeenRequest,
} from './model.ts';
import { parseMultipart } from './multipart.ts';
import { list } from './odata.ts';

/** What a TC.gate holds, does and says, without a network. */
export class TcgateBooks {
  documents: FakeDocument[] = [];
  orders: FakeOrder[] = [];
  /** Uploads whose metadata type is in here are rejected with these findings by step(). */
  rejectTypes = new Map<string, string[]>();
  /** Uploads are accepted at once instead of by step(). */
  autoAccept = true;
  private operations = new Set<string>();
  /** "Optional": a service that does not look at Operation-IDs takes whatever is sent to it, however often. */
  forgetsOperations = false;
  /** PDFs by number; the others are stand-ins that only begin like one. */
  private pdfs = new Map<string, Buffer>();
  private serial = 0;

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
