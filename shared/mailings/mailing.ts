import { z } from 'zod';
import { channels, limits } from './limits.ts';

const text = z.string().max(2_000);
/** `null` = the service's own default is left alone. */
const setting = z.boolean().nullable();

export const pageDefinitionSchema = z.object({
  number: z.number().int().min(1).max(5_000),
  /** Paper or stencil, e.g. White, ESR; '' = as the document. */
  type: text,
  plex: z.enum(['', 'front', 'back']),
});

/** Settings of one document (CreateDocumentRequest of the TC.gate document). */
export const documentSettingsSchema = z.object({
  sendBy: z.enum(channels).default('post'),
  /** TERM, STANDARD, AHVUVG… */
  type: text.default('STANDARD'),
  /** The user's own reference; a unique token of ours is added when it leaves. */
  reference: text.default(''),
  addressLines: z.array(z.string().max(200)).max(12).default([]),
  country: z.string().max(2).default('CH'),
  to: z.array(text).max(50).default([]),
  cc: z.array(text).max(50).default([]),
  bcc: z.array(text).max(50).default([]),
  /** Print on: the pages' type, e.g. White. '' = the service's default. */
  printOn: text.default('White'),
  duplex: setting.default(null),
  punch: setting.default(null),
  fold: setting.default(null),
  /** '' = the service's default. */
  dataMatrixPosition: text.default(''),
  pageDefinitions: z.array(pageDefinitionSchema).max(500).default([]),
  /** Further information for the service about the document, in the order of their rows. */
  values: z
    .array(z.object({ name: text.min(1), value: text }))
    .max(50)
    .default([]),
  bundle: z.string().max(limits.bundlingIdLength).default(''),
  bundlePosition: z.number().int().min(1).nullable().default(null),
});
export type DocumentSettings = z.infer<typeof documentSettingsSchema>;

/** A A-Post · B1 B-Post single · B2 B-Post bulk · AP A-Post Plus · R registered. AP and R need a franking licence. */
export const postages = ['A', 'B1', 'B2', 'AP', 'R'] as const;

/** Settings of the order that sends the documents (Place Order). */
export const mailingSettingsSchema = z.object({
  /** Service level: DAILY, MONTHLY, TERM, MIXDOCUMENT. */
  serviceLevel: text.default('DAILY'),
  postage: z.enum(postages).default('B2'),
  coverSheet: z.boolean().default(false),
  bundling: z.boolean().default(false),
  supplements: z.array(text).max(50).default([]),
  /** Send on this day, yyyy-mm-dd; '' = as soon as it can. */
  sendOn: z.union([z.iso.date(), z.literal('')]).default(''),
  reference: text.default(''),
  sender: text.default(''),
  template: text.default(''),
  templateValues: z.record(z.string().max(200), text).default({}),
  /** Shipping data matrix of the order; passed on as given. */
  dataMatrix: z.record(z.string().max(200), text).default({}),
});
export type MailingSettings = z.infer<typeof mailingSettingsSchema>;
