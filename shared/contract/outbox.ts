import { z } from 'zod';
import { orderStatuses } from '../orders/status.ts';
import { entry, instant, nothing } from './entry.ts';

const outboxItemSchema = z.object({
  /** Outbox row id. */
  id: z.string(),
  kind: z.enum(['order', 'mailing']),
  /** The order or mailing. */
  itemId: z.string(),
  accountId: z.string(),
  batchId: z.string().nullable(),
  batchLabel: z.string(),
  reference: z.string(),
  recipient: z.string(),
  place: z.string(),
  summary: z.string(),
  /** How many a mailing holds; 0 for an order. */
  documents: z.number().int(),
  mode: z.enum(['live', 'test']),
  status: z.enum(orderStatuses),
  acceptedAt: instant,
  dueAt: instant.nullable(),
  attempts: z.number().int(),
  /** Next try or question to the service, null = no plan (waiting for the network, finished). */
  nextTryAt: instant.nullable(),
  /** Why it waits or was refused: an ErrorCode or ERRCODE digits, '' = no trouble. */
  troubleCode: z.string(),
  troubleDetail: z.string(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** Items that share a batch and a status, as one line: "498 orders, pasted at 11:58". A single order is a group of one. */
const outboxGroupSchema = z.object({
  /** Stable while the group lives: batch id and status, or the item's id. */
  key: z.string(),
  batchId: z.string().nullable(),
  label: z.string(),
  status: z.enum(orderStatuses),
  count: z.number().int(),
  pieces: z.number().int(),
  countries: z.number().int(),
  accountId: z.string(),
  mode: z.enum(['live', 'test']),
  /** Soonest departure in the group. */
  dueAt: instant.nullable(),
  /** The first item; the whole group when count is 1. */
  first: outboxItemSchema,
});
export type OutboxGroup = z.infer<typeof outboxGroupSchema>;

export const outboxSummarySchema = z.object({
  /** The user paused sending. */
  paused: z.boolean(),
  waiting: z.number().int(),
  sending: z.number().int(),
  unconfirmed: z.number().int(),
  refused: z.number().int(),
  /** Soonest departure. */
  nextDueAt: instant.nullable(),
  /** Accounts that pause after 429 or Retry-After, or for want of a secret. */
  pauses: z.array(z.object({ accountId: z.string(), until: instant.nullable(), code: z.string() })),
});
export type OutboxSummary = z.infer<typeof outboxSummarySchema>;

export const outbox = {
  /**
   * Not yet finished items as few lines, soonest first; refused ones stay until dealt with. Refused and unconfirmed items are never folded (each needs reading), but at most 200 of them come;
   * waiting and sending ones fold per batch and status.
   */
  'outbox.groups': entry(nothing, z.object({ groups: z.array(outboxGroupSchema), more: z.number().int() })),
  /** **Pause sending**: nothing new leaves until resumed; survives a restart. */
  'outbox.pause': entry(z.object({ paused: z.boolean() }), nothing),
  'outbox.summary': entry(nothing, outboxSummarySchema),
  /** Takes items back that have not left (neither ids nor batch: all of them); answers what could be undone. `too-late` ones are counted. */
  'outbox.undo': entry(
    z.object({ ids: z.array(z.string()).max(100_000).optional(), batchId: z.string().optional() }),
    z.object({ undone: z.number().int(), tooLate: z.number().int(), itemIds: z.array(z.string()) }),
  ),
  /** Sends now instead of waiting for the undo time; an unconfirmed item is asked about now (**Ask now**). */
  'outbox.sendNow': entry(
    z.object({ ids: z.array(z.string()).max(100_000).optional(), batchId: z.string().optional() }),
    z.object({ hurried: z.number().int() }),
  ),
  /** A refused order was edited: a new wish with a new key; the refused one is closed and linked. */
  'outbox.replaceRefused': entry(z.object({ id: z.string(), newOrderId: z.string() }), nothing),
  /** Puts a refused item away; it stays in History. */
  'outbox.dismissRefused': entry(z.object({ id: z.string() }), nothing),
};
