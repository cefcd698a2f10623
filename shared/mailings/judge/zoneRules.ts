import { overlaps, tenth, type Box } from '../box.ts';
import type { Facts, PageFacts } from '../facts.ts';
import type { RemedyId } from '../finding.ts';
import type { JudgeContext, Report } from '../judge.ts';
import { zonesOf, type Zone, type ZoneKind } from '../letterProfiles.ts';
import { limits } from '../limits.ts';
import { nearEdge, shrinkOffEdge } from '../margin.ts';
import { neededShift, shiftFits } from '../shift.ts';
import { overshoot, readWindow } from '../window.ts';

/** Where things stand on the paper: window, barred zones, edges, holes, fold. */
export function judgeZones(facts: Facts, context: JudgeContext, report: Report): void {
  const examined = facts.pages.filter((p) => p.examined);
  const [first] = examined;
  // A cover sheet or a bundle carries the address instead of page 1.
  if (first && !context.coversheet && !context.bundling) judgeWindow(first, context, report);
  judgeMargin(examined, report);
  if (context.dmc) judgeBarred('dmc', 'zoneDmc', examined, context, report);
  if (context.punch) judgeBarred('punch', 'zonePunch', examined, context, report);
  if (context.fold) judgeBarred('fold', 'zoneFold', examined, context, report);
}

function judgeWindow(page: PageFacts, context: JudgeContext, report: Report): void {
  const { profile } = context;
  const [address] = zonesOf(profile, 'address');
  if (!address) return;
  const reading = readWindow(page, profile);
  const by = neededShift(page, profile);
  const remedies: RemedyId[] = by && shiftFits(page, by) ? ['shift', 'coverSheet'] : ['coverSheet'];
  if (!reading.box) {
    report('zoneAddressMissing', {
      page: page.number,
      box: address.box,
      remedies,
    });
  } else {
    const out = overshoot(address.box, reading.box);
    if (out) {
      report('zoneAddressClipped', {
        page: page.number,
        box: reading.box,
        params: { mm: tenth(out.mm), side: out.side },
        remedies,
      });
    }
  }
  const [stray] = reading.foreign;
  if (stray && reading.box) {
    report('zoneForeignText', {
      page: page.number,
      box: boxOf(stray),
      params: { text: stray.text.slice(0, 60), mm: tenth(stray.y), count: reading.foreign.length },
      remedies: ['coverSheet'],
    });
  }
  const inBand = smallMarks(page).filter((m) => zonesOf(profile, 'visible').some((z) => overlaps(z.box, m)));
  const [mark] = inBand;
  if (!stray && mark && reading.box) {
    report('zoneForeignText', {
      page: page.number,
      box: boxOf(mark),
      params: { text: '', mm: tenth(mark.y), count: inBand.length },
      remedies: ['coverSheet'],
    });
  }
  for (const zone of zonesOf(profile, 'keepEmpty')) {
    const taken = new Set(reading.lines);
    const hit = [...page.lines.filter((l) => !taken.has(l.text)), ...smallMarks(page)].find((m) =>
      overlaps(zone.box, m),
    );
    if (hit) report('zoneKeepEmpty', { page: page.number, box: boxOf(hit), params: { mm: tenth(hit.y) } });
  }
}

function judgeMargin(pages: readonly PageFacts[], report: Report): void {
  const bleeding = pages.filter((p) => p.fullBleed);
  const near = pages.flatMap((page) => {
    // A full-page picture is told once as such; what else stands near the edge is told beside it.
    const [worst] = nearEdge(page);
    return worst ? [{ page, ...worst }] : [];
  });
  const [bleed] = bleeding;
  if (bleed) report('zoneBleed', { page: bleed.number, params: { count: bleeding.length } });
  const worst = near.sort((a, b) => a.mm - b.mm)[0];
  if (worst) {
    report('zoneMargin', {
      page: worst.page.number,
      box: boxOf(worst.box),
      params: { mm: tenth(Math.max(0, worst.mm)), wanted: limits.edge, count: near.length },
      remedies: pages.every((p) => shrinkOffEdge(p) >= limits.leastShrink) ? ['fitA4'] : [],
    });
  }
}

function judgeBarred(
  kind: ZoneKind,
  code: 'zoneDmc' | 'zonePunch' | 'zoneFold',
  pages: readonly PageFacts[],
  context: JudgeContext,
  report: Report,
): void {
  const zones: Zone[] = zonesOf(context.profile, kind);
  for (const page of pages) {
    // Text may cross a fold; a picture or a code that crosses it may not be readable any more.
    const things =
      kind === 'fold'
        ? smallMarks(page).filter((m) => m.kind === 'picture')
        : [...page.lines, ...smallMarks(page)];
    const hit = things.find((t) => zones.some((z) => overlaps(z.box, t)));
    if (!hit) continue;
    report(code, { page: page.number, box: boxOf(hit), params: { mm: tenth(hit.y) } });
    return;
  }
}

/** Marks that are no page background. */
const smallMarks = (page: PageFacts) =>
  page.marks.filter((m) => m.width * m.height < page.width * page.height * 0.8);

const boxOf = (b: Box): Box => ({
  x: tenth(b.x),
  y: tenth(b.y),
  width: tenth(b.width),
  height: tenth(b.height),
});
