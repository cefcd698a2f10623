import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';

/** Our own scheme instead of file://, so that the page has an origin and nothing else of the disk. */
export const scheme = 'postroom';
const pageHost = 'app';
/** What Chromium reports as the origin of the page. */
export const pageOrigin = `${scheme}://${pageHost}`;
export const pageAddress = `${pageOrigin}/index.html`;

/** Sent with every answer of our scheme. The page may load its own files and nothing else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * The file below `folder` that an address of ours means, or null for a stranger's address or one that
 * leads out of the folder. Node parses our scheme as non-special, so the host is compared, not the origin.
 */
export function fileFor(address: string, folder: string): string | null {
  const pathname = pathOf(address);
  if (pathname === null) return null;
  const base = path.resolve(folder);
  // path.join, not path.resolve: an absolute pathname would replace the base.
  const file = path.join(base, pathname === '/' ? '/index.html' : pathname);
  const way = path.relative(base, file);
  const inside = way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
  return inside ? file : null;
}

/** The decoded path of an address of ours, or null when it is not ours or not a clean path. */
export function pathOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${scheme}:` || url.host !== pageHost) return null;
  try {
    const pathname = decodeURIComponent(url.pathname);
    return /[\0\\]/.test(pathname) ? null : pathname;
  } catch {
    // A broken percent escape is nobody's file.
    return null;
  }
}

interface Found {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

/** Serves further things below `postroom://app/<first>/<rest>`, e.g. archived documents. null = not there. */
export interface ExtraSource {
  get: (rest: string) => Promise<Found | null>;
  /** Takes what is sent there; a source without it takes nothing. */
  post?: (rest: string, body: Uint8Array) => Promise<Found | null>;
}

/**
 * Answers every request to our scheme from `folder` and from the named extra sources. Call once, when the app is ready.
 * Not with protocol.handle: for its Request and Response it reads all of Node's fetch into the process, just when the
 * first page is waiting.
 */
export function servePage(folder: string, extras: ReadonlyMap<string, ExtraSource> = new Map()): void {
  protocol.registerBufferProtocol(scheme, (request, callback) => {
    const respond = async (): Promise<void> => callback(await answerFor(request, folder, extras));
    void respond();
  });
}

/** What the answer depends on; Electron's ProtocolRequest fits. */
type Asked = Pick<ProtocolRequest, 'url' | 'method' | 'uploadData'>;

/** Exported for its tests. */
export async function answerFor(
  request: Asked,
  folder: string,
  extras: ReadonlyMap<string, ExtraSource>,
): Promise<ProtocolResponse> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const pathname = pathOf(request.url);
  const [, first = '', ...rest] = (pathname ?? '').split('/');
  const extra = rest.length > 0 ? extras.get(first) : undefined;
  if (!reads && (request.method !== 'POST' || extra?.post === undefined)) return answer(405);
  if (extra !== undefined) {
    const name = rest.join('/');
    const asked = reads ? extra.get(name) : extra.post?.(name, bytesOf(request));
    // What cannot be read is as good as not there; its owner has said why in the log.
    const found = (await asked?.catch(() => null)) ?? null;
    return found === null ? answer(404) : answer(200, asBuffer(found.body), found.contentType);
  }
  const file = fileFor(request.url, folder);
  if (file === null) return answer(400);
  try {
    return answer(200, await readFile(file), contentTypes[path.extname(file).toLowerCase()]);
  } catch {
    // Missing, or a folder: the page asked for something we do not have.
    return answer(404);
  }
}

/** What was sent along, only as bytes: files and blobs of the page are nothing that is taken here. */
const bytesOf = ({ uploadData = [] }: Asked): Uint8Array => {
  const [one, ...more] = uploadData;
  if (one !== undefined && more.length === 0) return one.bytes ?? new Uint8Array();
  return Buffer.concat(uploadData.map(({ bytes }) => bytes ?? Buffer.alloc(0)));
};

/** The same bytes, not copied. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const answer = (
  statusCode: number,
  data: Buffer = Buffer.alloc(0),
  contentType = 'application/octet-stream',
): ProtocolResponse => ({
  statusCode,
  data,
  mimeType: contentType.replace(/;.*/, ''),
  headers: {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  },
});
