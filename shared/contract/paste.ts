import { z } from 'zod';
import { entry, instant, nothing } from './entry.ts';

export const paste = {
  /** The saved work in progress of the paste screen; opaque to the main process. null = none. */
  'drafts.load': entry(
    z.object({ name: z.enum(['paste', 'newOrder', 'mailing']) }),
    z.object({ text: z.string().nullable(), savedAt: instant.nullable() }),
  ),
  'drafts.save': entry(
    z.object({ name: z.enum(['paste', 'newOrder', 'mailing']), text: z.string().max(200_000_000) }),
    nothing,
  ),
  'drafts.clear': entry(z.object({ name: z.enum(['paste', 'newOrder', 'mailing']) }), nothing),
  /** Column mappings, remembered by the key of a header set; opaque JSON. */
  'paste.mapping': entry(
    z.object({ headerKey: z.string().max(20_000) }),
    z.object({ mapping: z.string().nullable() }),
  ),
  'paste.rememberMapping': entry(
    z.object({ headerKey: z.string().max(20_000), mapping: z.string().max(200_000) }),
    nothing,
  ),
  /**
   * For the duplicate radar: past orders as columns (same length), newest first, paged by offset.
   * Folded = lower case, accents and spaces folded.
   */
  'paste.pastOrders': entry(
    z.object({
      accountId: z.string(),
      sinceDays: z.number().int().min(0).max(36_500),
      offset: z.number().int(),
      limit: z.number().int().max(100_000),
    }),
    z.object({
      invoices: z.array(z.string()),
      names: z.array(z.string()),
      postcodes: z.array(z.string()),
      countries: z.array(z.string()),
      addresses: z.array(z.string()),
      emails: z.array(z.string()),
      productIds: z.array(z.string()),
      at: z.array(instant),
    }),
  ),
};
