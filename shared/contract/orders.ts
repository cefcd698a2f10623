import { z } from 'zod';
import { orderInputSchema } from '../orders/order.ts';
import { orderStatuses } from '../orders/status.ts';
import { entry, instant } from './entry.ts';

/** The most orders one call takes; a larger paste goes in several calls of the same batch. */
const maxBatch = 2_000;

export const orderSchema = orderInputSchema.extend({
  id: z.string(),
  status: z.enum(orderStatuses),
  /** The service's own status word when ours is `other`, or its error text. */
  statusDetail: z.string(),
  batchId: z.string().nullable(),
  shipDate: z.string().nullable(),
  trackingId: z.string(),
  acceptedAt: instant,
  sentAt: instant.nullable(),
  /** Leaves the outbox at this time (undo time); null when it has left. */
  dueAt: instant.nullable(),
  lastCheckedAt: instant.nullable(),
  /** Why it was refused: ERRCODE digits and the service's message. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Order = z.infer<typeof orderSchema>;

/** One step of a timeline. */
export const eventSchema = z.object({
  id: z.string(),
  at: instant,
  /** Who said so. */
  source: z.enum(['you', 'postroom', 'trepstar', 'tcgate', 'practice']),
  /** Closed words of ours, e.g. accepted, sent, answered, status, undone; the page has the sentence. */
  kind: z.string(),
  /** Status after it, or ''. */
  status: z.string(),
  detail: z.string(),
  /** The raw answer with secrets blanked, '' = none. */
  raw: z.string(),
});
export type TimelineEvent = z.infer<typeof eventSchema>;

const acceptedBatchSchema = z.object({
  /** One id per input row, in the same order; the same ids again when the same batch row comes twice. */
  ids: z.array(z.string()),
  invoices: z.array(z.string()),
  dueAt: instant,
});

export const orders = {
  /**
   * Accepts orders into the outbox: on disk before the answer. `batchId` + row number make a repeated call
   * (double click, crash between) give back the first result. A fault in any row refuses the whole call with
   * `bad-input`, an invoice used before with `conflict` (field `rows.N.invoice`).
   */
  'orders.submitBatch': entry(
    z.object({
      batchId: z.string().min(8).max(64),
      /** Position of the first row in the batch, for a batch sent in several calls. */
      firstRow: z.number().int().nonnegative().default(0),
      /** e.g. "Paste of 22 November, shop.csv"; '' for a single order. */
      label: z.string().max(200),
      orders: z.array(orderInputSchema).min(1).max(maxBatch),
    }),
    acceptedBatchSchema,
  ),
  'orders.get': entry(
    z.object({ id: z.string() }),
    z.object({ order: orderSchema, timeline: z.array(eventSchema) }),
  ),
  /** Orders of the same person with one of the same products in the last days, newest first, at most 5: "order again only if asked". */
  'orders.recentLike': entry(
    z.object({
      name: z.string().max(1000),
      postcode: z.string().max(100),
      email: z.string().max(1000),
      productIds: z.array(z.string()).max(100),
    }),
    z.array(z.object({ id: z.string(), invoice: z.string(), at: instant, title: z.string() })),
  ),
  /** A free invoice for the account, shown before the order is placed. */
  'orders.newInvoice': entry(z.object({ accountId: z.string() }), z.object({ invoice: z.string() })),
  /**
   * Which of these invoices this account, or another of the same login, has used already (any order ever, undone ones
   * excepted).
   */
  'orders.usedInvoices': entry(
    z.object({ accountId: z.string(), invoices: z.array(z.string()).max(100_000) }),
    z.array(z.string()),
  ),
};
