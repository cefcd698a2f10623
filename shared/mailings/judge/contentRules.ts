import type { Facts } from '../facts.ts';
import type { JudgeContext, Report } from '../judge.ts';
import { limits } from '../limits.ts';

/** Fonts, pictures, effects, claims and active content. */
export function judgeContent(facts: Facts, { channel }: JudgeContext, report: Report): void {
  judgeFonts(facts, report);
  judgeImages(facts, report);
  judgeEffects(facts, report);
  judgeClaims(facts, report);
  judgeActive(facts, report);
  if (facts.signature === 'whole') report('signed');
  // Nobody sees it on paper; whoever opens the file is told.
  if (facts.signature === 'broken')
    report('signatureBroken', { severity: channel === 'post' ? 'note' : 'warning' });
}

const names = (list: readonly string[]): string => [...new Set(list)].slice(0, 4).join(', ');

function judgeFonts(facts: Facts, report: Report): void {
  const missing = facts.fonts.filter((f) => !f.embedded && f.type !== 'Type3');
  const used = missing.filter((f) => f.used);
  const unused = missing.filter((f) => !f.used);
  if (used[0])
    report('fontNotEmbedded', { page: used[0].page, params: { names: names(used.map((f) => f.name)) } });
  else if (unused[0]) {
    report('fontNotEmbeddedUnused', {
      page: unused[0].page,
      params: { names: names(unused.map((f) => f.name)) },
    });
  }
  const type3 = facts.fonts.find((f) => f.type === 'Type3');
  if (type3) report('fontType3', { page: type3.page });
}

function judgeImages(facts: Facts, report: Report): void {
  const drawn = facts.images.flatMap((i) => {
    if (i.dpi === null) return [];
    const scale = i.stencil ? limits.stencilDpi : limits.dpi;
    return [{ ...i, dpi: i.dpi, scale, part: i.dpi / scale.least }];
  });
  const worst = drawn.sort((a, b) => a.part - b.part)[0];
  if (!worst) return;
  const params = { dpi: Math.round(worst.dpi), wanted: worst.scale.wanted };
  // A whisker below is rounding, not a low resolution.
  if (worst.dpi < worst.scale.least - 0.5) report('imgLowDpi', { page: worst.page, params });
  else if (worst.dpi < worst.scale.wanted * 0.97) report('imgSoftDpi', { page: worst.page, params });
}

function judgeEffects(facts: Facts, report: Report): void {
  const [see] = facts.transparency;
  if (see) report('gfxTransparency', { page: see.page, params: { kind: see.kind } });
  const hidden = facts.layers.filter((l) => l.hidden);
  if (hidden.length > 0) report('gfxLayersHidden', { params: { names: names(hidden.map((l) => l.name)) } });
  else if (facts.layers.length > 0) report('gfxLayers', { params: { count: facts.layers.length } });
  if (facts.rgbPage !== null && facts.outputIntents.length === 0)
    report('colourRgb', { page: facts.rgbPage });
  if (facts.spots.length > 0) report('colourSpot', { params: { names: names(facts.spots) } });
}

function judgeClaims(facts: Facts, report: Report): void {
  const claim = [facts.pdfx, facts.pdfa === null ? null : `PDF/A-${facts.pdfa}`].filter((c) => c !== null);
  if (claim.length === 0) report('confNone');
  else report('confId', { params: { claim: claim.join(', ') } });
  const x1a = facts.pdfx !== null && /X-1a/i.test(facts.pdfx);
  const against =
    x1a && facts.transparency.length > 0
      ? 'transparency'
      : x1a && facts.rgbPage !== null
        ? 'rgb'
        : facts.pdfa !== null && facts.fonts.some((f) => !f.embedded && f.type !== 'Type3' && f.used)
          ? 'fonts'
          : facts.pdfa !== null && facts.javascript
            ? 'javascript'
            : null;
  if (against) report('confContradiction', { params: { claim: claim.join(', '), against } });
}

function judgeActive(facts: Facts, report: Report): void {
  if (facts.javascript) report('activeJs', { remedies: ['stripJavascript'] });
  if (facts.launch) report('activeLaunch', { remedies: ['stripJavascript'] });
  if (facts.embeddedFiles.length > 0) {
    report('activeEmbeddedFiles', {
      params: { names: names(facts.embeddedFiles), count: facts.embeddedFiles.length },
    });
  }
  if (facts.xfa) report('activeXfa', { remedies: ['flatten'] });
  if (facts.fields > 0) report('formUnflattened', { params: { count: facts.fields }, remedies: ['flatten'] });
  const [note] = facts.annotations;
  if (note) {
    report('annotVisible', {
      page: note.page,
      box: note.box,
      params: { kind: note.kind, count: facts.annotations.length },
      remedies: ['flatten'],
    });
  }
}
