import { z } from 'zod';

/**
 * The service's answers, read leniently: unknown properties are dropped, missing ones become ''.
 * The document's samples lost their nested objects, so events are read by the names its tables use.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** What the service calls a thing; as a JSON number it is the same name. */
export const numberSchema = z.union([z.string().min(1), z.number().transform(String)]);

export const eventSchema = z
  .looseObject({
    type: text,
    status: text,
    channel: text,
    timestamp: text,
    created: text,
    metadata: z.unknown().optional(),
  })
  .transform((event) => ({
    channel: event.channel,
    kind: event.type === '' ? event.status : event.type,
    at: event.timestamp === '' ? event.created : event.timestamp,
    metadata: plainRecord(event.metadata),
  }));
export type ServiceEvent = z.infer<typeof eventSchema>;

function plainRecord(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, typeof item === 'string' ? item : JSON.stringify(item)]),
  );
}

const findings = z
  .array(z.unknown())
  .nullish()
  .transform((list) => (list ?? []).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))));

/** The address of the settings a document was made with, as far as the answer repeats them. */
const settings = z
  .object({
    print: z.object({
      shipping: z.object({ addressLines: z.array(z.string()), countryCode: text }),
    }),
  })
  .transform(({ print }) => print.shipping)
  .nullish()
  .catch(null)
  .transform((shipping) => shipping ?? { addressLines: [], countryCode: '' });

/** Get Document. `status` is one of the eleven document statuses, or a word we do not know. */
export const documentAnswerSchema = z.object({
  number: numberSchema,
  type: text,
  status: text,
  channel: text,
  clientReference: text,
  linkedOrderNumber: text,
  events: z
    .array(eventSchema)
    .nullish()
    .transform((list) => list ?? []),
  findings,
  settings,
  created: text,
  lastUpdated: text,
});
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

/** Get Order. `status` is one of the six order statuses, or a word we do not know. */
export const orderAnswerSchema = z.object({
  number: numberSchema,
  experience: text,
  sla: text,
  status: text,
  clientReference: text,
  events: z
    .array(eventSchema)
    .nullish()
    .transform((list) => list ?? []),
  findings,
  documents: z
    .array(z.unknown())
    .nullish()
    .transform((list) => (list ?? []).map(documentNumber)),
  scheduleOn: text,
  created: text,
  lastUpdated: text,
});
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;

/** The order's documents come as numbers, addresses or objects; the number is what counts. */
function documentNumber(value: unknown): string {
  if (typeof value === 'string') return lastSegment(value);
  const number = typeof value === 'object' && value !== null && 'number' in value ? value.number : value;
  return numberSchema.catch('').parse(number);
}

/** Last part of an address or path, decoded; a plain number stays as it is. */
export function lastSegment(location: string): string {
  const path = location.split(/[?#]/, 1)[0] ?? '';
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

export interface Page<T> {
  /** What could be read; rows without a number are dropped. */
  rows: T[];
  /** How many rows the service sent, the dropped ones counted: a page is short only when it sent fewer. */
  sent: number;
}

/** A list: a bare array, or OData's `{ value: [...] }`, or `{ items: [...] }`; null for anything else. */
export function readList<T>(body: unknown, row: z.ZodType<T>): Page<T> | null {
  const list = listOf(body);
  if (!list) return null;
  const rows = list.flatMap((item) => {
    const read = row.safeParse(item);
    return read.success ? [read.data] : [];
  });
  return { rows, sent: list.length };
}

function listOf(body: unknown): unknown[] | null {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return null;
  for (const key of ['value', 'items', 'documents', 'orders']) {
    const inner: unknown = Reflect.get(body, key);
    if (Array.isArray(inner)) return inner;
  }
  return null;
}

export const tokenAnswerSchema = z.object({ bearerToken: z.string().min(1), validTo: z.string().min(1) });

/** problem+json (RFC 9457); `instance` is what support asks for. */
export const problemSchema = z.looseObject({
  title: text,
  detail: text,
  instance: text,
  errors: z.unknown().optional(),
});

/** One sentence out of a problem, with the field errors behind it. */
export function describeProblem(problem: z.infer<typeof problemSchema>): string {
  const fields = Object.entries(plainRecord(problem.errors)).map(([field, what]) => `${field}: ${what}`);
  return [problem.title, problem.detail, ...fields].filter((part) => part !== '').join('. ');
}
