import { z } from 'zod';

/** blocked: it cannot be sent so. warning: look at it. note: good to know. */
export const severities = ['blocked', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** What the app can do about a finding with one click; the original always stays in the archive. */
export const remedyIds = [
  'coverSheet', // a first page with the address in the window
  'shift', // move the content of page 1 so that the address stands in the window
  'fitA4', // scale and centre every page onto A4 portrait
  'flatten', // forms and notes become part of the page
  'split', // one PDF into letters
  'dropBlankLast',
  'recompress', // pictures smaller, to get under the limit
  'stripJavascript',
  'rewrite', // write the file anew: repairs the table of contents, leading garbage, owner password
] as const;
export type RemedyId = (typeof remedyIds)[number];

/** Every code a preflight can give, with its usual severity and the rule it comes from. Closed. */
export const findingRules = {
  fileEmpty: { rule: 'file.empty', severity: 'blocked' },
  fileNotPdf: { rule: 'file.notPdf', severity: 'blocked' },
  fileTooLargeEmail: { rule: 'file.tooLargeEmail', severity: 'blocked' },
  fileTooLargePrint: { rule: 'file.tooLargePrint', severity: 'blocked' },
  fileLargeEmail: { rule: 'file.tooLargeEmail', severity: 'warning' },
  fileLargePrint: { rule: 'file.tooLargePrint', severity: 'warning' },
  fileDamaged: { rule: 'file.damaged', severity: 'blocked' },
  fileNoPages: { rule: 'file.damaged', severity: 'blocked' },
  fileRepaired: { rule: 'file.damaged', severity: 'warning' },
  fileUnchecked: { rule: 'file.unchecked', severity: 'blocked' },
  fileLeadingGarbage: { rule: 'file.leadingGarbage', severity: 'warning' },
  fileTrailing: { rule: 'file.trailing', severity: 'warning' },
  fileName: { rule: 'file.name', severity: 'note' },
  encPassword: { rule: 'enc.password', severity: 'blocked' },
  encOwner: { rule: 'enc.owner', severity: 'warning' },
  encLocked: { rule: 'enc.password', severity: 'blocked' },
  encAttachments: { rule: 'enc.owner', severity: 'warning' },
  encNoPrint: { rule: 'enc.owner', severity: 'blocked' },
  signed: { rule: 'active.signature', severity: 'note' },
  signatureBroken: { rule: 'active.signature', severity: 'note' },
  pageCount: { rule: 'page.count', severity: 'blocked' },
  pageParcel: { rule: 'page.count', severity: 'note' },
  pageManyUnexamined: { rule: 'page.count', severity: 'note' },
  addrLines: { rule: 'addr.lines', severity: 'blocked' },
  addrShape: { rule: 'addr.lines', severity: 'warning' },
  addrPlace: { rule: 'addr.lines', severity: 'warning' },
  addrEmailMissing: { rule: 'addr.email', severity: 'blocked' },
  addrEmail: { rule: 'addr.email', severity: 'blocked' },
  pageSize: { rule: 'page.size', severity: 'warning' },
  pageLandscape: { rule: 'page.landscape', severity: 'warning' },
  pageMixed: { rule: 'page.mixed', severity: 'warning' },
  pageRotate: { rule: 'page.rotate', severity: 'warning' },
  pageUserUnit: { rule: 'page.userUnit', severity: 'warning' },
  pageCropSmaller: { rule: 'page.cropSmaller', severity: 'warning' },
  pageBlank: { rule: 'page.blank', severity: 'note' },
  pageBroken: { rule: 'file.damaged', severity: 'warning' },
  pageDefinitions: { rule: 'pageDefinitions', severity: 'blocked' },
  fontNotEmbedded: { rule: 'font.notEmbedded', severity: 'warning' },
  fontNotEmbeddedUnused: { rule: 'font.notEmbeddedUnused', severity: 'note' },
  fontType3: { rule: 'font.type3', severity: 'note' },
  imgLowDpi: { rule: 'img.dpi', severity: 'warning' },
  imgSoftDpi: { rule: 'img.dpi', severity: 'note' },
  gfxTransparency: { rule: 'gfx.transparency', severity: 'warning' },
  gfxLayers: { rule: 'gfx.layers', severity: 'warning' },
  gfxLayersHidden: { rule: 'gfx.layers', severity: 'warning' },
  colourRgb: { rule: 'colour.rgb', severity: 'note' },
  colourSpot: { rule: 'colour.spot', severity: 'note' },
  confNone: { rule: 'conf.none', severity: 'note' },
  confId: { rule: 'conf.id', severity: 'note' },
  confContradiction: { rule: 'conf.contradiction', severity: 'warning' },
  activeJs: { rule: 'active.js', severity: 'warning' },
  activeLaunch: { rule: 'active.launch', severity: 'warning' },
  activeEmbeddedFiles: { rule: 'active.embeddedFiles', severity: 'note' },
  activeXfa: { rule: 'xfa', severity: 'warning' },
  formUnflattened: { rule: 'form.unflattened', severity: 'warning' },
  annotVisible: { rule: 'annot.visible', severity: 'warning' },
  zoneAddressMissing: { rule: 'zone.addressMissing', severity: 'warning' },
  zoneAddressClipped: { rule: 'zone.addressClipped', severity: 'warning' },
  zoneForeignText: { rule: 'zone.foreignText', severity: 'warning' },
  zoneKeepEmpty: { rule: 'zone.foreignText', severity: 'warning' },
  zoneMargin: { rule: 'zone.margin', severity: 'warning' },
  zoneBleed: { rule: 'zone.margin', severity: 'note' },
  zoneDmc: { rule: 'zone.dmc', severity: 'warning' },
  zonePunch: { rule: 'zone.punch', severity: 'warning' },
  zoneFold: { rule: 'zone.fold', severity: 'warning' },
} as const satisfies Record<string, { rule: string; severity: Severity }>;

export type FindingCode = keyof typeof findingRules;
export const findingCodes = Object.keys(findingRules) as [FindingCode, ...FindingCode[]];

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const findingSchema = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(severities),
  /** First page concerned, from 1; absent when it concerns the file. */
  page: z.number().int().positive().optional(),
  /** Where on that page, in millimetres from the top left. */
  box: boxSchema.optional(),
  /** Facts for the sentence: mm, dpi, pages, name… */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What can be done about it with one click, best first. */
  remedies: z.array(z.enum(remedyIds)),
});
export type Finding = z.infer<typeof findingSchema>;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Catalogue keys of a finding: what is wrong, and what to do (subject `findings`). */
export function wordsOf(finding: Pick<Finding, 'code' | 'params'>): { says: string; advice: string } {
  const side = finding.params['side'] ?? finding.params['against'] ?? finding.params['reason'];
  const suffix = typeof side === 'string' ? capital(side) : '';
  return { says: `findings.${finding.code}${suffix}`, advice: `findings.${finding.code}Do` };
}

/** The worst severity among findings, or null for none. */
export function worstOf(findings: readonly Pick<Finding, 'severity'>[]): Severity | null {
  return severities.find((s) => findings.some((f) => f.severity === s)) ?? null;
}

/** Catalogue keys of a remedy's button and of what a remedy has to say. */
export const remedyWords = (id: RemedyId): string => `findings.remedy${capital(id)}`;
export const noteWords = (note: string): string => `findings.note${capital(note)}`;
