import { z } from 'zod';
import { entry, instant, nothing } from './entry.ts';

/** What the page keeps of its work, by name: opaque to the main process. */
const draftName = z.enum(['paste', 'pasteWidths', 'newOrder', 'mailing']);

export const paste = {
  /** null = none. */
  'drafts.load': entry(
    z.object({ name: draftName }),
    z.object({ text: z.string().nullable(), savedAt: instant.nullable() }),
  ),
  'drafts.save': entry(z.object({ name: draftName, text: z.string().max(20_000_000) }), nothing),
  /**
   * The same for drafts that are too large for the page: `expect` lets the text be posted once to `/handover/<token>` (the
   * answer there is the Result), `offer` lets it be fetched there once; null = there is none.
   */
  'drafts.expect': entry(z.object({ name: z.enum(['paste']) }), z.object({ token: z.string() })),
  'drafts.offer': entry(z.object({ name: z.enum(['paste']) }), z.object({ token: z.string().nullable() })),
  'drafts.clear': entry(z.object({ name: draftName }), nothing),
  /** All column mappings that are remembered, by the key of a header set; opaque JSON. */
  'paste.mappings': entry(nothing, z.array(z.object({ headerKey: z.string(), mapping: z.string() }))),
  'paste.rememberMapping': entry(
    z.object({ headerKey: z.string().max(20_000), mapping: z.string().max(200_000) }),
    nothing,
  ),
  /**
   * For the duplicate radar: past orders of the account's login as columns (same length), newest first, paged by offset.
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
