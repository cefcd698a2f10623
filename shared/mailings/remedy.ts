import { z } from 'zod';
import { factsSchema } from './facts.ts';
import { letterProfileSchema } from './letterProfiles.ts';

/** A remedy with what it needs to know. Pages count from 1, lengths in millimetres. */
const remedyRequestSchema = z.discriminatedUnion('remedy', [
  z.object({
    remedy: z.literal('coverSheet'),
    lines: z.array(z.string().max(200)).min(1).max(8),
    sender: z.string().max(200).optional(),
    profile: letterProfileSchema,
  }),
  z.object({
    remedy: z.literal('shift'),
    profile: letterProfileSchema,
    /** Absent: as far as the address needs to stand in the window. */
    by: z.object({ x: z.number(), y: z.number() }).optional(),
  }),
  z.object({ remedy: z.literal('fitA4') }),
  z.object({ remedy: z.literal('flatten') }),
  z.object({
    remedy: z.literal('split'),
    /** Every n pages, or a new letter at each page with an address in the window of this profile. */
    at: z.union([
      z.object({ every: z.number().int().positive().max(5000) }),
      z.object({ address: letterProfileSchema }),
    ]),
  }),
  z.object({ remedy: z.literal('dropBlankLast') }),
  z.object({ remedy: z.literal('recompress'), below: z.number().int().positive() }),
  z.object({ remedy: z.literal('stripJavascript') }),
  z.object({ remedy: z.literal('rewrite') }),
]);
export type RemedyRequest = z.infer<typeof remedyRequestSchema>;

/** Things a remedy has to say about what it did or could not do; catalogue subject `findings`. */
export const remedyNotes = [
  'nothingToDo', // the file has nothing this remedy could change
  'notBelowLimit', // pictures were made smaller, but it is not enough
  'picturesKept', // some pictures could not be made smaller without harm
  'formWithoutLook', // a field or note had no appearance; it was drawn plainly
  'noteLeftOut', // a note had no appearance, and none could be made
  'noAddressFound', // no page carries an address in the window
  'lettersMissing', // a letter of the address is not in our font
  'doesNotFit', // shifting would push something off the page
] as const;
export type RemedyNote = (typeof remedyNotes)[number];

const remedyOutcomeSchema = z.object({
  /** The new files; one, except for split. None when there was nothing to do. */
  files: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      facts: factsSchema,
      /** Pages of the original, from 1. */
      first: z.number().int(),
      last: z.number().int(),
    }),
  ),
  before: factsSchema,
  notes: z.array(z.enum(remedyNotes)),
});
export type RemedyOutcome = z.infer<typeof remedyOutcomeSchema>;
