import { randomUUID } from 'node:crypto';

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

let latest = 0;
/** No two moments are the same, so that no test has to wait for the next one. */
export const now = (): string => new Date((latest = Math.max(latest + 1, Date.now()))).toISOString();

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  pdf?: Buffer;
}

/** What answers something new: its number in Location, in the body, or nowhere. */
export function created(kind: string, number: string, status: number, trouble: Misbehaviour): Reply {
  if (trouble === 'empty-202') return { status };
  if (trouble === 'body-number') return { status, body: { number } };
  return { status, headers: { location: `/${kind}/${number}` }, body: {} };
}

/** problem+json */
export const refuse = (status: number, title: string, detail: string): Reply => ({
  status,
  body: {
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title,
    status,
    detail,
    instance: `00-${randomUUID()}-00`,
  },
});
