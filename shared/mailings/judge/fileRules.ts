import type { Facts } from '../facts.ts';
import type { RemedyId } from '../finding.ts';
import type { JudgeContext, Report } from '../judge.ts';
import { headerWithin, limits, limitsOf } from '../limits.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 10_000) / 100;

/** What is wrong with the file as a whole. False: nothing further can be said about it. */
export function judgeFile(facts: Facts, context: JudgeContext, report: Report): boolean {
  if (facts.bytes === 0) {
    report('fileEmpty');
    return false;
  }
  judgeSize(facts, context, report);
  if (facts.headerAt === null) {
    report('fileNotPdf');
    return false;
  }
  if (facts.encryption === 'password') {
    report('encPassword');
    return false;
  }
  if (facts.encryption === 'locked') {
    report('encLocked');
    return false;
  }
  const opened = facts.walkerOpened || facts.pdfiumOpened === true;
  // What only one engine can open, or what has lost its end, the service will not print for certain.
  const secondSaysNo = facts.pdfiumOpened === false && !facts.tailOk;
  const announcedOnly = facts.pages.some((p) => p.width === 0 || p.height === 0);
  if (!opened || !facts.walkerOpened || secondSaysNo || announcedOnly) {
    report('fileDamaged');
    return false;
  }
  if (facts.pageCount === 0) {
    report('fileNoPages');
    return false;
  }
  if (!facts.tailOk || facts.countWrong || facts.pdfiumOpened === false)
    report('fileRepaired', { remedies: ['rewrite'] });
  if (facts.headerAt > 0) {
    report('fileLeadingGarbage', {
      params: { bytes: facts.headerAt },
      remedies: ['rewrite'],
      // Further in, most programs do not find it any more.
      ...(facts.headerAt < headerWithin ? {} : { severity: 'blocked' }),
    });
  }
  if (facts.trailing > 0)
    report('fileTrailing', { params: { bytes: facts.trailing }, remedies: ['rewrite'] });
  if (facts.encryption === 'owner') {
    if (facts.printAllowed) report('encOwner');
    else report('encNoPrint');
  }
  if (facts.encryption === 'attachments') report('encAttachments', { remedies: ['rewrite'] });
  if (context.fileName.length > limits.fileNameLength || /[\p{Cc}"\\/:*?<>|]/u.test(context.fileName)) {
    report('fileName', { params: { name: context.fileName } });
  }
  return true;
}

function judgeSize(facts: Facts, context: JudgeContext, report: Report): void {
  for (const limit of limitsOf(context.channel)) {
    const params = { megabytes: megabytes(facts.bytes), limit: limit.doubtful / 1_000_000 };
    const print = limit.code === 'print';
    const remedies: RemedyId[] = [];
    if (facts.images.some((i) => i.dpi !== null)) remedies.push('recompress');
    if (facts.pageCount > 1) remedies.push('split');
    if (facts.bytes > limit.certain) {
      report(print ? 'fileTooLargePrint' : 'fileTooLargeEmail', { params, remedies });
    } else if (facts.bytes > limit.doubtful * limits.nearLimit) {
      report(print ? 'fileLargePrint' : 'fileLargeEmail', { params, remedies });
    }
  }
}
