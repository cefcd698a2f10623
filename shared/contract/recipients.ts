import { z } from 'zod';
import { cursorSchema, entry, instant, nothing } from './entry.ts';

/** Whom something goes to. '' = not known; the country is the gateway's code (UK, not GB). */
const personSchema = z.object({
  name: z.string(),
  company: z.string(),
  address: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  email: z.string(),
});
export type Person = z.infer<typeof personSchema>;

const recipientSchema = personSchema.extend({
  id: z.string(),
  orders: z.number().int(),
  documents: z.number().int(),
  lastAt: instant.nullable(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** `latest`: last written to or changed first; `name`: by name, accents and case left out. */
export const recipientSorts = ['latest', 'name'] as const;
export type RecipientSort = (typeof recipientSorts)[number];

const shortText = z.string().max(300);
const personInput = z.object({
  name: shortText,
  company: shortText,
  address: shortText,
  city: shortText,
  state: shortText,
  postcode: shortText,
  country: shortText,
  email: shortText,
});

export const recipients = {
  /** By name, company, city or e-mail. */
  'recipients.find': entry(
    z.object({
      search: z.string().max(200),
      sort: z.enum(recipientSorts).default('latest'),
      cursor: cursorSchema,
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ items: z.array(recipientSchema), next: cursorSchema, total: z.number().int() }),
  ),
  'recipients.get': entry(z.object({ id: z.string() }), recipientSchema),
  /** An exact double of another is merged into that one; its id is answered then. */
  'recipients.save': entry(personInput.extend({ id: z.string().optional() }), recipientSchema),
  'recipients.merge': entry(
    z.object({ keep: z.string(), remove: z.array(z.string()).min(1).max(100) }),
    recipientSchema,
  ),
  /** People who are probably one: same name and place, or same e-mail address. At most 100 groups, newest first in each. */
  'recipients.doubles': entry(nothing, z.array(z.array(recipientSchema))),
  /** Takes people off the list. Orders and letters to them stay as they are. */
  'recipients.remove': entry(z.object({ ids: z.array(z.string()).min(1).max(500) }), nothing),
  /** Many at once, pasted or from a file; who is known already is only completed. */
  'recipients.import': entry(
    z.object({ people: z.array(personInput).min(1).max(2_000) }),
    z.object({ added: z.number().int(), known: z.number().int() }),
  ),
  /** Puts everyone in History who is not on the list (any more) on it. */
  'recipients.fromHistory': entry(nothing, z.object({ added: z.number().int() })),
  /** Blanks the person's data everywhere and keeps only what bookkeeping needs (dates, products, countries). */
  'recipients.erase': entry(z.object({ id: z.string() }), nothing),
};
