import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import { timingSafeEqual } from 'node:crypto';
import type { HintedItems } from '../../db/queries/webhookEvents.ts';
import type { HintedItem } from '../hintPace.ts';
import { readHint, signatureFits, testType, type Hint } from './event.ts';

export interface WebhookParts {
  host: string;
  port: number;
  /** The secret last part of the address; '' = any address is answered. */
  secret: string;
  /** PEM texts. */
  certificate: string;
  key: string;
  /** Notes an event for good; null when it came before or names nothing of ours. */
  note: (hint: Hint) => Promise<HintedItems | null>;
  /** Told what may have news; the event itself changes nothing. */
  heard: (items: readonly HintedItem[]) => void;
  report: (where: string, reason: unknown) => void;
  /** How long a caller may take for the handshake; ms. Shorter in tests. */
  handshakeMs?: number;
}

export interface Heard {
  /** Events taken, repeated ones not counted. */
  received: number;
  /** Requests turned away: wrong address, signature or form. */
  turnedAway: number;
}

export interface Webhook {
  heard: () => Heard;
  /** The port it listens on. */
  port: () => number;
  close: () => Promise<void>;
}

const largestBody = 64 * 1024;

/** Listens for events over https. Every answer is short; what it hears is only ever a hint. */
export async function startWebhook(parts: WebhookParts): Promise<Webhook> {
  const heard: Heard = { received: 0, turnedAway: 0 };

  const listener: RequestListener = (request, response) => {
    const end = (status: number): void => {
      if (status >= 400) heard.turnedAway += 1;
      response.writeHead(status, { connection: 'close' }).end();
    };
    take(request)
      .then(end)
      .catch((reason: unknown) => {
        parts.report('webhook', reason);
        end(500);
      });
  };

  async function take(request: IncomingMessage): Promise<number> {
    // Whoever does not know the address learns nothing, not even what would be allowed.
    if (!addressFits(request.url ?? '', parts.secret)) return 404;
    if (request.method !== 'POST') return 405;
    const body = await readBody(request);
    if (body === null) return 413;
    const signature = request.headers['x-tcgate-signature'];
    if (typeof signature !== 'string' || !signatureFits(body, signature)) return 401;
    const hint = readHint(body);
    if (hint === null) return 400;
    if (hint.type === testType) return 200;
    const items = await parts.note(hint);
    if (items === null) return 200;
    heard.received += 1;
    parts.heard(itemsOf(hint, items));
    return 200;
  }

  const server: Server = createServer(
    {
      cert: parts.certificate,
      key: parts.key,
      minVersion: 'TLSv1.2',
      // Whoever dawdles is let go soon: there are few places.
      handshakeTimeout: parts.handshakeMs ?? 5_000,
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 2_000,
    },
    listener,
  );
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host, () => resolve());
  });
  const port = (): number => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : parts.port;
  };
  return {
    heard: () => ({ ...heard }),
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** An order's event is about the order; an event of print or e-mail about its documents. */
function itemsOf(hint: Hint, ours: HintedItems): HintedItem[] {
  const { accountId, orderNumber, documentNumbers } = ours;
  if (hint.type.startsWith('Order') && orderNumber !== '')
    return [{ accountId, kind: 'order', number: orderNumber }];
  if (documentNumbers.length > 0)
    return documentNumbers.map((number) => ({ accountId, kind: 'document', number }));
  return orderNumber === '' ? [] : [{ accountId, kind: 'order', number: orderNumber }];
}

/** Whether the path is the secret one, compared without telling how much of it was right. */
function addressFits(url: string, secret: string): boolean {
  if (secret === '') return true;
  const given = Buffer.from(url.replace(/[?#].*$/, ''));
  const wanted = Buffer.from(`/${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The whole body, or null when it is larger than any event. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > largestBody) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
