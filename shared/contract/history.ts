import { z } from 'zod';
import { orderStatuses } from '../orders/status.ts';
import { services } from './accounts.ts';
import { cursorSchema, entry, instant, nothing } from './entry.ts';

/** One line of History: an order, or a letter/e-mail (document) of a mailing. */
const historyItemSchema = z.object({
  id: z.string(),
  kind: z.enum(['order', 'document']),
  itemId: z.string(),
  accountId: z.string(),
  service: z.enum(services),
  at: instant,
  /** Invoice or client reference. */
  reference: z.string(),
  recipient: z.string(),
  city: z.string(),
  country: z.string(),
  /** Products with quantities, or the document's name and pages. */
  summary: z.string(),
  method: z.string(),
  mode: z.enum(['live', 'test']),
  status: z.enum(orderStatuses),
  statusDetail: z.string(),
  trackingId: z.string(),
  batchId: z.string().nullable(),
  /** Pieces or pages. */
  pieces: z.number().int(),
  /** With the service, but without any news for longer than it should be. */
  nothingMoved: z.boolean(),
});
export type HistoryItem = z.infer<typeof historyItemSchema>;

export const historySorts = ['at', 'reference', 'recipient', 'city', 'summary', 'status'] as const;

export const historyFilterSchema = z.object({
  /** Words, prefixes, any letter case and accents folded; names, invoices, cities, tracking, references. */
  search: z.string().max(200).default(''),
  accountIds: z.array(z.string()).default([]),
  services: z.array(z.enum(services)).default([]),
  statuses: z.array(z.enum(orderStatuses)).default([]),
  productIds: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
  methods: z.array(z.string()).default([]),
  mode: z.enum(['live', 'test']).nullable().default(null),
  from: instant.nullable().default(null),
  to: instant.nullable().default(null),
  batchId: z.string().nullable().default(null),
  recipientId: z.string().nullable().default(null),
  /** ERROR, HOLD, refused, bounced, blocked, not delivered, nothing moved for N working days. */
  badNews: z.boolean().default(false),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

const savedViewSchema = z.object({
  id: z.string(),
  name: z.string().max(60),
  filter: historyFilterSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const history = {
  /** Keyset-paged. */
  'history.page': entry(
    z.object({
      filter: historyFilterSchema,
      sort: z.enum(historySorts),
      descending: z.boolean(),
      cursor: cursorSchema,
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ items: z.array(historyItemSchema), next: cursorSchema }),
  ),
  /** Totals for the footer. */
  'history.totals': entry(
    z.object({ filter: historyFilterSchema }),
    z.object({
      shown: z.number().int(),
      pieces: z.number().int(),
      countries: z.number().int(),
      all: z.number().int(),
      since: instant.nullable(),
    }),
  ),
  /** How many items each of these views shows, in their order. */
  'history.counts': entry(
    z.object({ filters: z.array(historyFilterSchema).max(60) }),
    z.object({ counts: z.array(z.number().int()) }),
  ),
  /** Values to choose from in the filters. */
  'history.facets': entry(
    nothing,
    z.object({
      countries: z.array(z.string()),
      products: z.array(z.object({ productId: z.string(), title: z.string() })),
    }),
  ),
  'history.views': entry(nothing, z.array(savedViewSchema)),
  'history.saveView': entry(savedViewSchema.extend({ id: z.string().optional() }), savedViewSchema),
  'history.removeView': entry(z.object({ id: z.string() }), nothing),
  /** Asks for a place with the system's dialog and writes what is filtered; answers the file's name or null when cancelled. */
  'history.export': entry(
    z.object({ filter: historyFilterSchema, format: z.enum(['csv', 'jsonl', 'xlsx']) }),
    z.object({ fileName: z.string().nullable(), rows: z.number().int() }),
  ),
  /** **Delivery report…**: what the page lists, in its own words, printed as a PDF where the user says. */
  'history.report': entry(
    z.object({
      title: z.string().max(200),
      remarks: z.array(z.string().max(500)).max(20),
      head: z.array(z.string().max(100)).min(1).max(12),
      rows: z.array(z.array(z.string().max(500)).max(12)).max(20_000),
    }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /** Opens the carrier's page for the item's tracking number in the system browser. */
  'history.openTracking': entry(z.object({ id: z.string() }), nothing),
  /** How many items wait for a person; the number in the navigation, asked for often. */
  'history.needsYou': entry(nothing, z.number().int()),
  /** For Overview: counts per day (local) and status, and today's figures. */
  'history.overview': entry(
    z.object({ days: z.number().int().min(1).max(400) }),
    z.object({
      figures: z.object({
        waiting: z.number().int(),
        made: z.number().int(),
        shipped: z.number().int(),
        delivered: z.number().int(),
        needsYou: z.number().int(),
      }),
      madeSince: instant.nullable(),
      needsNew: z.number().int(),
      perDay: z.array(
        z.object({
          day: z.string(),
          status: z.enum(orderStatuses),
          kind: z.enum(['order', 'document']),
          count: z.number().int(),
        }),
      ),
      daysToShip: z.array(
        z.object({
          group: z.string(),
          key: z.string(),
          count: z.number().int(),
          median: z.number(),
          low: z.number(),
          high: z.number(),
        }),
      ),
      topProducts: z.array(z.object({ title: z.string(), pieces: z.number().int() })),
      topCountries: z.array(z.object({ country: z.string(), count: z.number().int() })),
      refusals: z.array(z.object({ code: z.string(), count: z.number().int() })),
    }),
  ),
};
