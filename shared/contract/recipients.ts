import { z } from 'zod';
import { cursorSchema, entry, instant, nothing } from './entry.ts';

export const recipientSchema = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string(),
  address: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  email: z.string(),
  orders: z.number().int(),
  documents: z.number().int(),
  lastAt: instant.nullable(),
});
export type Recipient = z.infer<typeof recipientSchema>;

export const recipients = {
  /** By name, company, city or e-mail; best and latest first. */
  'recipients.find': entry(
    z.object({ search: z.string().max(200), cursor: cursorSchema, limit: z.number().int().min(1).max(500) }),
    z.object({ items: z.array(recipientSchema), next: cursorSchema, total: z.number().int() }),
  ),
  'recipients.save': entry(
    recipientSchema
      .omit({ orders: true, documents: true, lastAt: true })
      .extend({ id: z.string().optional() }),
    recipientSchema,
  ),
  'recipients.merge': entry(
    z.object({ keep: z.string(), remove: z.array(z.string()).min(1).max(100) }),
    recipientSchema,
  ),
  /** Blanks the person's data everywhere and keeps only what bookkeeping needs (dates, products, countries). */
  'recipients.erase': entry(z.object({ id: z.string() }), nothing),
};
