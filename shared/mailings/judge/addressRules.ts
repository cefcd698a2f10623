import { hasEmailForm } from '../../address/email.ts';
import { readAddress } from '../address.ts';
import type { Facts } from '../facts.ts';
import type { JudgeContext, Report } from '../judge.ts';
import { limits } from '../limits.ts';

/** Where the service requires address lines, and whether those given can be delivered. */
export function judgeAddress(facts: Facts, context: JudgeContext, report: Report): void {
  if (context.channel !== 'post') judgeEmails(context.emails, report);
  if (context.channel === 'email') return;
  const given = context.addressLines.filter((l) => l.trim() !== '');
  if (facts.pageCount > limits.pagesWithoutAddress) {
    const params = { pages: facts.pageCount, limit: limits.pagesWithoutAddress };
    if (given.length === 0) report('pageCount', { params, remedies: ['split'] });
    else report('pageParcel', { params });
  }
  if ((context.coversheet || context.bundling) && given.length === 0) {
    report('addrLines', { params: { reason: context.coversheet ? 'coversheet' : 'bundling' } });
  }
  if (given.length === 0) return;
  const { problems, country } = readAddress(context.addressLines, context.country);
  if (problems.some((p) => p === 'tooFewLines' || p === 'tooManyLines' || p === 'blankLine')) {
    report('addrShape', {
      params: { lines: given.length, least: limits.addressLines.least, most: limits.addressLines.most },
    });
  }
  if (problems.some((p) => p === 'noPlace' || p === 'postcodeShape')) {
    report('addrPlace', { params: { line: given.at(-1) ?? '', country: country ?? '' } });
  }
}

function judgeEmails({ to, copies }: JudgeContext['emails'], report: Report): void {
  if (to.length === 0) report('addrEmailMissing');
  for (const address of [...to, ...copies])
    if (!hasEmailForm(address)) report('addrEmail', { params: { address } });
}
