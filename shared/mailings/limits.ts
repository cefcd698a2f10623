/**
 * The limits of the TC.gate document (section "Documents", questions 1 to 3) and the measures of
 * pdf.md section 5, in one place. Sizes in bytes, lengths in millimetres.
 */

/** How a document travels. `emailThenPost` must satisfy both limits. */
export const channels = ['post', 'email', 'emailThenPost'] as const;
export type Channel = (typeof channels)[number];

export const limits = {
  /**
   * "10mb" and "7mb": the document does not say whether 10^6 or 2^20 is meant. Above the larger
   * reading a file is refused for certain, between the two it might be.
   */
  printBytes: { certain: 10_485_760, doubtful: 10_000_000 },
  emailBytes: { certain: 7_340_032, doubtful: 7_000_000 },
  /** Part of the limit above which a file is called close to it. */
  nearLimit: 0.9,
  /** Above this, address lines are required and the document travels as a parcel. */
  pagesWithoutAddress: 80,
  addressLines: { least: 3, most: 6 },
  bundlingIdLength: 36,
  fileNameLength: 255,
  a4: { width: 210, height: 297, tolerance: 1 },
  /** Unprintable edge. */
  edge: 5,
  /** A page is made smaller no further than this to keep it off the edge. */
  leastShrink: 0.88,
  dpi: { wanted: 300, least: 150 },
  stencilDpi: { wanted: 600, least: 300 },
} as const;

/** The archive refuses anything above this before reading it whole (64 MiB: a remedy may still shrink it). */
export const largestFileBytes = 64 * 1024 * 1024;

/** Readers look for the header of a PDF in so many first bytes. */
export const headerWithin = 1024;

/** The time a preflight of one file may take before its process is ended, in milliseconds. */
export const preflightTimeLimit = 10_000;

/** Pages examined in depth; later ones are counted and measured only. */
export const pagesExamined = 300;

/** Which size limits hold for a channel. */
export function limitsOf(channel: Channel): { code: 'print' | 'email'; certain: number; doubtful: number }[] {
  const print = { code: 'print' as const, ...limits.printBytes };
  const email = { code: 'email' as const, ...limits.emailBytes };
  if (channel === 'post') return [print];
  return channel === 'email' ? [email] : [email, print];
}
