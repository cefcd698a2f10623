import { z } from 'zod';

/**
 * What a preflight found in a file: plain JSON, no opinion (that is judge.ts). Lengths in millimetres
 * from the top left of the page as it is seen (after rotation, trim or crop box, user unit).
 */
const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const textLineSchema = box.extend({
  /** Unicode text; empty when the file does not say which letters its glyphs are. */
  text: z.string(),
});
export type TextLine = z.infer<typeof textLineSchema>;

const markSchema = box.extend({ kind: z.enum(['picture', 'shape', 'field']) });
export type Mark = z.infer<typeof markSchema>;

const pageFactsSchema = z.object({
  number: z.number().int().positive(),
  width: z.number(),
  height: z.number(),
  /** CropBox as pdfinfo prints it: before rotation and without user unit. */
  cropWidth: z.number(),
  cropHeight: z.number(),
  rotation: z.number(),
  userUnit: z.number(),
  /** The crop box hides part of the media box. */
  cropSmaller: z.boolean(),
  /** Some of what the page draws cannot be unpacked. */
  broken: z.boolean(),
  /** False when the page was counted and measured only. */
  examined: z.boolean(),
  blank: z.boolean(),
  /** Text by line, in reading order. */
  lines: z.array(textLineSchema),
  /** Pictures, rules, fills and form fields, white ones excepted; at most 400 a page. */
  marks: z.array(markSchema),
  /** A picture or fill that reaches all four edges. */
  fullBleed: z.boolean(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;

export const factsSchema = z.object({
  bytes: z.number().int().nonnegative(),
  /** Offset of `%PDF-` in the first 1024 bytes; null when there is none. */
  headerAt: z.number().nullable(),
  version: z.string().nullable(),
  /** The end of the file holds together: %%EOF, startxref, and a target that is a table. */
  tailOk: z.boolean(),
  /** Bytes after the last %%EOF that are not white space. */
  trailing: z.number(),
  /** Which engines could read it. */
  walkerOpened: z.boolean(),
  /** Null when not asked. */
  pdfiumOpened: z.boolean().nullable(),
  /** `attachments`: only they are encrypted. `locked`: by a certificate or a program, not by a password. */
  encryption: z.enum(['none', 'owner', 'attachments', 'password', 'locked']),
  printAllowed: z.boolean(),
  pageCount: z.number().int().nonnegative(),
  /** The file announces another number of pages than it has. */
  countWrong: z.boolean(),
  pages: z.array(pageFactsSchema),
  fonts: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      embedded: z.boolean(),
      /** Text is drawn with it. */
      used: z.boolean(),
      page: z.number().int(),
    }),
  ),
  images: z.array(
    z.object({
      page: z.number().int(),
      width: z.number(),
      height: z.number(),
      /** Effective resolution where it is drawn; null when it has none: a single row of pixels, a soft mask. */
      dpi: z.number().nullable(),
      stencil: z.boolean(),
      colour: z.string(),
      filter: z.string(),
      bytes: z.number(),
    }),
  ),
  transparency: z.array(z.object({ page: z.number().int(), kind: z.string() })),
  layers: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  outputIntents: z.array(z.string()),
  pdfa: z.string().nullable(),
  pdfx: z.string().nullable(),
  rgbPage: z.number().int().nullable(),
  spots: z.array(z.string()),
  javascript: z.boolean(),
  launch: z.boolean(),
  embeddedFiles: z.array(z.string()),
  form: z.boolean(),
  fields: z.number().int(),
  xfa: z.boolean(),
  /** A digital signature, and whether the file is still the one it was made for. */
  signature: z.enum(['none', 'whole', 'broken']),
  /** Annotations that may show on paper; links and pop-ups are left out. */
  annotations: z.array(z.object({ page: z.number().int(), kind: z.string(), box })),
  /** Milliseconds the examination took. */
  took: z.number(),
});
export type Facts = z.infer<typeof factsSchema>;

/** The facts of a file nobody could read further than its bytes. */
export function emptyFacts(bytes: number): Facts {
  return {
    bytes,
    headerAt: null,
    version: null,
    tailOk: false,
    trailing: 0,
    walkerOpened: false,
    pdfiumOpened: null,
    encryption: 'none',
    printAllowed: true,
    pageCount: 0,
    countWrong: false,
    pages: [],
    fonts: [],
    images: [],
    transparency: [],
    layers: [],
    outputIntents: [],
    pdfa: null,
    pdfx: null,
    rgbPage: null,
    spots: [],
    javascript: false,
    launch: false,
    embeddedFiles: [],
    form: false,
    fields: 0,
    xfa: false,
    signature: 'none',
    annotations: [],
    took: 0,
  };
}
