import { z } from 'zod';
import type { Facts } from '../../shared/mailings/facts.ts';

/** What a manifest expects of a file (measured with poppler, qpdf and ghostscript). Null: could not be measured. */
const expectedSchema = z.object({
  readable_by_pdfinfo: z.boolean(),
  pages: z
    .number()
    .nullish()
    .transform((v) => v ?? null),
  sizes_mm: z
    .array(z.union([z.number(), z.array(z.number())]))
    .nullish()
    .transform((v) => v ?? null),
  rotations: z
    .array(z.number())
    .nullish()
    .transform((v) => v ?? null),
  encrypted: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  requires_password: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  fonts: z
    .array(z.object({ name: z.string().nullable(), embedded: z.boolean() }))
    .nullish()
    .transform((v) => v ?? null),
  all_fonts_embedded: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  min_image_dpi: z
    .number()
    .nullish()
    .transform((v) => v ?? null),
  image_count: z
    .number()
    .nullish()
    .transform((v) => v ?? null),
  transparency: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  layers: z
    .number()
    .nullish()
    .transform((v) => v ?? null),
  pdfa: z
    .string()
    .nullish()
    .transform((v) => v ?? null),
  pdfx: z
    .string()
    .nullish()
    .transform((v) => v ?? null),
  output_intents: z
    .array(z.string())
    .nullish()
    .transform((v) => v ?? null),
  javascript: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  form: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
  embedded_files: z
    .boolean()
    .nullish()
    .transform((v) => v ?? null),
});
export type Expected = z.infer<typeof expectedSchema>;

export const manifestSchema = z.object({
  files: z.array(z.object({ file: z.string(), expected: expectedSchema })),
});

type Pair = { theirs: unknown; ours: unknown; same: boolean };
/** Null: nothing to compare for this file. */
type Check = (e: Expected, f: Facts) => Pair | null;

const pair = (theirs: unknown, ours: unknown): Pair => ({
  theirs,
  ours,
  same: JSON.stringify(theirs) === JSON.stringify(ours),
});

/** Readable without a password, as far as engines go. */
export const opens = (f: Facts): boolean =>
  f.encryption !== 'password' && f.encryption !== 'locked' && (f.pdfiumOpened ?? f.walkerOpened);

const known = (value: unknown): boolean => value !== null && value !== undefined;

/** Compares only files that both could read and for which the manifest has a value. */
const whenOpen =
  (compare: (e: Expected, f: Facts) => Pair | null): Check =>
  (e, f) =>
    e.readable_by_pdfinfo && f.walkerOpened ? compare(e, f) : null;

const flag = (key: keyof Expected, ours: (f: Facts) => boolean): Check =>
  whenOpen((e, f) => (known(e[key]) ? pair(Boolean(e[key]), ours(f)) : null));

function sizes(e: Expected, f: Facts): Pair | null {
  if (!e.sizes_mm || e.sizes_mm.length === 0) return null;
  const perPage = (Array.isArray(e.sizes_mm[0]) ? e.sizes_mm : [e.sizes_mm]) as number[][];
  const all = f.pages.map((_p, i) => perPage[Math.min(i, perPage.length - 1)] ?? []);
  const same =
    f.pages.length > 0 &&
    f.pages.every(
      (p, i) =>
        Math.abs(p.cropWidth - (all[i]?.[0] ?? -1)) < 0.2 &&
        Math.abs(p.cropHeight - (all[i]?.[1] ?? -1)) < 0.2,
    );
  const shown = f.pages
    .slice(0, 4)
    .map((p) => [Math.round(p.cropWidth * 10) / 10, Math.round(p.cropHeight * 10) / 10]);
  return { theirs: perPage.slice(0, 4), ours: shown, same };
}

function leastDpi(f: Facts): number | null {
  // pdfimages, like pdfinfo, knows no user unit.
  const unit = (page: number): number => f.pages[page - 1]?.userUnit ?? 1;
  const list = f.images.flatMap((i) => (i.dpi === null ? [] : [i.dpi * unit(i.page)]));
  return list.length > 0 ? Math.min(...list) : null;
}

/** Every structural check, by name. */
export const checks: Record<string, Check> = {
  opens: (e, f) => pair(e.readable_by_pdfinfo, opens(f)),
  'needs a password': (e, f) =>
    // qpdf asks for the password of attachments too; what poppler opens without one needs none for its pages.
    known(e.requires_password)
      ? pair(e.requires_password === true && !e.readable_by_pdfinfo, f.encryption === 'password')
      : null,
  encrypted: whenOpen((e, f) =>
    known(e.encrypted) ? pair(e.encrypted, f.encryption === 'owner' || f.encryption === 'password') : null,
  ),
  pages: whenOpen((e, f) => (known(e.pages) ? pair(e.pages, f.pageCount) : null)),
  'sizes of all pages': whenOpen(sizes),
  rotation: whenOpen((e, f) => {
    if (!e.rotations) return null;
    const ours = [...new Set(f.pages.map((p) => p.rotation))].sort((a, b) => a - b);
    return pair(
      [...new Set(e.rotations)].sort((a, b) => a - b),
      ours,
    );
  }),
  'all fonts embedded': flag('all_fonts_embedded', (f) => f.fonts.every((x) => x.embedded)),
  'number of fonts': whenOpen((e, f) => (e.fonts ? pair(e.fonts.length, f.fonts.length) : null)),
  'has pictures': whenOpen((e, f) =>
    known(e.image_count) ? pair((e.image_count ?? 0) > 0, f.images.length > 0) : null,
  ),
  transparency: flag('transparency', (f) => f.transparency.length > 0),
  layers: whenOpen((e, f) => (known(e.layers) ? pair((e.layers ?? 0) > 0, f.layers.length > 0) : null)),
  'output intent': whenOpen((e, f) =>
    e.output_intents
      ? pair(e.output_intents.map((s) => s.replace(/^\//, '')).sort(), [...f.outputIntents].sort())
      : null,
  ),
  form: flag('form', (f) => f.form),
  'embedded files': flag('embedded_files', (f) => f.embeddedFiles.length > 0),
  'PDF/A id': whenOpen((e, f) => pair(e.pdfa, f.pdfa)),
  'PDF/X id': whenOpen((e, f) => pair(e.pdfx !== null, f.pdfx !== null)),
  javascript: flag('javascript', (f) => f.javascript),
  'lowest dpi, within 3 %': whenOpen((e, f) => {
    const ours = leastDpi(f);
    if (e.min_image_dpi === null || ours === null) return null;
    return {
      theirs: e.min_image_dpi,
      ours,
      same: Math.abs(ours - e.min_image_dpi) <= Math.max(1, e.min_image_dpi * 0.03),
    };
  }),
  'below 150 dpi': whenOpen((e, f) => {
    const ours = leastDpi(f);
    return e.min_image_dpi === null || ours === null
      ? null
      : pair(e.min_image_dpi < 150, Math.round(ours) < 150);
  }),
};
