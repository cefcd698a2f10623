import { isUpright, tenth } from '../box.ts';
import type { Facts, PageFacts } from '../facts.ts';
import type { JudgeContext, Report } from '../judge.ts';
import { limits } from '../limits.ts';

const near = (a: number, b: number): boolean => Math.abs(a - b) <= limits.a4.tolerance;
const isA4 = (p: PageFacts): boolean => near(p.width, limits.a4.width) && near(p.height, limits.a4.height);
const isA4Landscape = (p: PageFacts): boolean =>
  near(p.width, limits.a4.height) && near(p.height, limits.a4.width);

/** Reports once for all pages that share a trouble: the first page, and how many. */
function once(pages: PageFacts[], tell: (first: PageFacts, count: number) => void): void {
  const [first] = pages;
  if (first) tell(first, pages.length);
}

/** Size, turn and number of the pages. */
export function judgePages(facts: Facts, context: JudgeContext, report: Report): void {
  const { pages } = facts;
  once(
    pages.filter((p) => !isA4(p) && !isA4Landscape(p)),
    (p, count) =>
      report('pageSize', {
        page: p.number,
        params: { width: tenth(p.width), height: tenth(p.height), count },
        remedies: ['fitA4'],
      }),
  );
  once(
    pages.filter((p) => !isUpright(p)),
    (p, count) => report('pageLandscape', { page: p.number, params: { count }, remedies: ['fitA4'] }),
  );
  const [first] = pages;
  if (first) {
    once(
      pages.filter((p) => !near(p.width, first.width) || !near(p.height, first.height)),
      (p, count) =>
        report('pageMixed', {
          page: p.number,
          params: { width: tenth(p.width), height: tenth(p.height), count },
          remedies: ['fitA4'],
        }),
    );
  }
  once(
    pages.filter((p) => p.rotation !== 0),
    (p, count) =>
      report('pageRotate', { page: p.number, params: { degrees: p.rotation, count }, remedies: ['fitA4'] }),
  );
  once(
    pages.filter((p) => p.userUnit !== 1),
    (p, count) =>
      report('pageUserUnit', { page: p.number, params: { unit: p.userUnit, count }, remedies: ['fitA4'] }),
  );
  once(
    pages.filter((p) => p.cropSmaller),
    (p, count) => report('pageCropSmaller', { page: p.number, params: { count } }),
  );
  for (const page of pages.filter((p) => p.examined && p.blank).slice(0, 3)) {
    const last = page.number === facts.pageCount && facts.pageCount > 1;
    report('pageBlank', {
      page: page.number,
      severity: page.number === 1 ? 'warning' : 'note',
      remedies: last ? ['dropBlankLast'] : [],
    });
  }
  once(
    pages.filter((p) => p.broken),
    (p, count) => report('pageBroken', { page: p.number, params: { count } }),
  );
  const unexamined =
    pages.filter((p) => !p.examined && !p.broken).length + Math.max(0, facts.pageCount - pages.length);
  if (unexamined > 0) report('pageManyUnexamined', { params: { pages: facts.pageCount, unexamined } });
  for (const number of context.pageDefinitions.filter((n) => n > facts.pageCount)) {
    report('pageDefinitions', { params: { number, pages: facts.pageCount } });
    break;
  }
}
