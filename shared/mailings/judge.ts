import type { Facts } from './facts.ts';
import {
  findingRules,
  severities,
  type Finding,
  type FindingCode,
  type RemedyId,
  type Severity,
} from './finding.ts';
import { judgeAddress } from './judge/addressRules.ts';
import { judgeContent } from './judge/contentRules.ts';
import { judgeFile } from './judge/fileRules.ts';
import { judgePages } from './judge/pageRules.ts';
import { judgeZones } from './judge/zoneRules.ts';
import type { LetterProfile } from './letterProfiles.ts';
import { preflightTimeLimit, type Channel } from './limits.ts';

/** What the user chose for a document, as far as the rules depend on it. */
export type JudgeContext = {
  profile: LetterProfile;
  channel: Channel;
  fileName: string;
  /** The service prints a cover sheet: page 1 needs no address. */
  coversheet: boolean;
  bundling: boolean;
  /** Typed or confirmed address lines. */
  addressLines: readonly string[];
  country: string | null;
  /** The e-mail addresses it goes to, and those of its copies. */
  emails: { to: readonly string[]; copies: readonly string[] };
  punch: boolean;
  fold: boolean;
  /** The inserter's data matrix is printed. */
  dmc: boolean;
  /** Page numbers of the per-page definitions. */
  pageDefinitions: readonly number[];
};

/** A context with nothing special chosen, and an e-mail address in case it goes that way. */
export function plainContext(profile: LetterProfile, more: Partial<JudgeContext> = {}): JudgeContext {
  return {
    profile,
    channel: 'post',
    fileName: '',
    coversheet: false,
    bundling: false,
    addressLines: [],
    country: null,
    emails: { to: ['reader@example.com'], copies: [] },
    punch: false,
    fold: false,
    dmc: false,
    pageDefinitions: [],
    ...more,
  };
}

export type FindingDetails = Partial<Pick<Finding, 'page' | 'box' | 'params'>> & {
  remedies?: RemedyId[];
  severity?: Severity;
};
export type Report = (code: FindingCode, details?: FindingDetails) => void;

/** Why a file could not be examined: it took too long, ended its process, or the process could not be had. */
export const uncheckedReasons = ['slow', 'crash', 'memory', 'other'] as const;
export type UncheckedReason = (typeof uncheckedReasons)[number];

/** The finding for a file that could not be examined. */
export function uncheckedFinding(reason: UncheckedReason): Finding {
  return {
    code: 'fileUnchecked',
    severity: findingRules.fileUnchecked.severity,
    params: { reason, seconds: preflightTimeLimit / 1_000 },
    remedies: [],
  };
}

/** Facts and choices → findings, worst first. Pure. */
export function judge(facts: Facts, context: JudgeContext): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, details = {}) => {
    findings.push({
      code,
      severity: details.severity ?? findingRules[code].severity,
      ...(details.page === undefined ? {} : { page: details.page }),
      ...(details.box === undefined ? {} : { box: details.box }),
      params: { ...(details.page === undefined ? {} : { page: details.page }), ...details.params },
      remedies: details.remedies ?? [],
    });
  };
  const readable = judgeFile(facts, context, report);
  if (readable) {
    judgePages(facts, context, report);
    judgeAddress(facts, context, report);
    judgeContent(facts, context, report);
    if (context.channel !== 'email') judgeZones(facts, context, report);
  }
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
