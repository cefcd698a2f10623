import type { PDFDict } from '@cantoo/pdf-lib';
import { emptyFacts, type Facts, type PageFacts } from '../../../shared/mailings/facts.ts';
import { pagesExamined } from '../../../shared/mailings/limits.ts';
import { Budget } from './budget.ts';
import {
  appearanceOf,
  lookAtActionsOf,
  lookAtDocument,
  mayShow,
  readClaims,
  readEmbeddedFiles,
  readForm,
  readIntents,
  type Active,
} from './document.ts';
import { imageFacts, isRgb, type Placed } from './images.ts';
import { Ink } from './ink.ts';
import { largestContent, TooLarge } from './inflate.ts';
import { Layers } from './layers.ts';
import { bytesOf, drawForm, interpret, type Canvas, type Walk } from './interpret.ts';
import type { Loaded } from './load.ts';
import { multiply, transform } from './objects.ts';
import { mm, mostPages, paperSize, readPageTree, toPaper, type PageNode } from './pages.ts';
import { ResourceScan } from './resources.ts';
import { readSignature } from './signature.ts';

/** Operators read in one file, and the time for it: far above any letter. */
const mostOperators = 6_000_000;
const mostTime = 4_000;

/** Examines an opened file; gives the facts and every picture where it is drawn. The frame (size, header, tail) is added by the caller. */
export function walk(
  opened: Extract<Loaded, { kind: 'open' }>,
  bytes: Uint8Array,
): { facts: Facts; placed: Placed[]; firstPageRead: boolean } {
  const { read } = opened;
  const facts = emptyFacts(bytes.length);
  facts.walkerOpened = true;
  facts.encryption = opened.encryption;
  facts.printAllowed = opened.printAllowed;
  const { pages: nodes, missing, announced } = readPageTree(read);
  facts.pageCount = nodes.length + missing;
  facts.countWrong = announced !== facts.pageCount && nodes.length < mostPages;
  const active: Active = { javascript: false, launch: false };
  lookAtDocument(read, active);
  const form = readForm(read, active);
  const tour: Walk = {
    read,
    budget: new Budget(mostOperators, mostTime),
    layers: new Layers(read),
    fonts: new Map(),
    unpacked: new Map(),
    placed: [],
    rgbPage: null,
    drawing: new Set(),
    formFields: form.known,
    strayFields: new Set(),
    masks: new Set(),
    broken: new Set(),
    looped: new Set(),
    firstPageRead: false,
  };
  const scan = new ResourceScan(read, tour.fonts);
  for (const node of nodes) {
    const inDepth = node.number <= pagesExamined && !tour.budget.spent;
    facts.pages.push(examine(tour, scan, node, facts, active, inDepth));
  }
  for (let i = 0; i < Math.min(missing, 50); i++) facts.pages.push(missingPage(nodes.length + 1 + i));
  facts.fonts = [...tour.fonts.values()].slice(0, 1000).map(({ name, type, embedded, used, page }) => ({
    name: name.slice(0, 120),
    type,
    embedded,
    used,
    page,
  }));
  facts.images = imageFacts(tour.placed);
  const rgbImage = tour.placed.find((p) => isRgb(p.colour));
  facts.rgbPage = tour.rgbPage ?? rgbImage?.page ?? null;
  const whole: Facts = {
    ...facts,
    ...readClaims(read),
    ...active,
    form: form.form,
    fields: form.fields + tour.strayFields.size,
    xfa: form.xfa,
    signature: readSignature(read, form.signatures, bytes),
    transparency: scan.declared.transparency,
    spots: [...scan.declared.spots],
    layers: tour.layers.facts,
    outputIntents: readIntents(read),
    embeddedFiles: [...facts.embeddedFiles, ...readEmbeddedFiles(read)],
  };
  return { facts: whole, placed: tour.placed, firstPageRead: tour.firstPageRead };
}

/** A page that the file announces and does not have: no size, nothing on it. */
function missingPage(number: number): PageFacts {
  return {
    number,
    width: 0,
    height: 0,
    cropWidth: 0,
    cropHeight: 0,
    rotation: 0,
    userUnit: 1,
    cropSmaller: false,
    broken: false,
    examined: false,
    blank: false,
    lines: [],
    marks: [],
    fullBleed: false,
  };
}

function examine(
  tour: Walk,
  scan: ResourceScan,
  node: PageNode,
  facts: Facts,
  active: Active,
  inDepth: boolean,
): PageFacts {
  const size = paperSize(node);
  const page: PageFacts = {
    number: node.number,
    ...size,
    cropWidth: mm(node.crop[2] - node.crop[0]),
    cropHeight: mm(node.crop[3] - node.crop[1]),
    rotation: node.rotation,
    userUnit: node.userUnit,
    cropSmaller:
      node.media[2] - node.media[0] - (node.crop[2] - node.crop[0]) > 3 ||
      node.media[3] - node.media[1] - (node.crop[3] - node.crop[1]) > 3,
    broken: false,
    examined: inDepth,
    blank: false,
    lines: [],
    marks: [],
    fullBleed: false,
  };
  lookAtActionsOf(tour.read, node.dict, active);
  scan.scan(node.resources, node.number);
  if (!inDepth) return page;
  const ink = new Ink(toPaper(node), size, node.number === 1);
  const canvas: Canvas = { walk: tour, ink, page: node.number, userUnit: node.userUnit };
  try {
    interpret(canvas, contentOf(canvas, node.dict), node.resources, [1, 0, 0, 1, 0, 0], node.crop);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    tour.broken.add(node.number); // a content stream that unpacks to something huge
  }
  const notes = annotate(canvas, scan, node, facts, active);
  page.broken = tour.broken.has(node.number);
  if (page.broken || tour.budget.spent || tour.looped.has(node.number)) page.examined = false;
  if (node.number === 1) tour.firstPageRead = !ink.unreadable;
  return { ...page, ...ink.facts(), blank: page.examined && !ink.any && notes === 0 };
}

/** The page's content streams as one. */
function contentOf(canvas: Canvas, dict: PDFDict): Uint8Array {
  const { read } = canvas.walk;
  const contents = read.get(dict, 'Contents');
  const single = read.stream(contents);
  if (single) return bytesOf(canvas, single);
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const part of read.array(contents)) {
    const stream = read.stream(part);
    if (!stream) continue;
    const bytes = bytesOf(canvas, stream);
    total += bytes.length + 1;
    if (total > largestContent) throw new TooLarge();
    parts.push(bytes, newline);
  }
  return Buffer.concat(parts);
}
const newline = Uint8Array.of(10);

/** Annotations: their scripts, resources, and what they put on paper. Returns how many may show. */
function annotate(canvas: Canvas, scan: ResourceScan, node: PageNode, facts: Facts, active: Active): number {
  const { read } = canvas.walk;
  let shown = 0;
  for (const item of read.array(read.get(node.dict, 'Annots')).slice(0, 3000)) {
    const dict = read.dict(item);
    if (!dict) continue;
    const kind = read.name(dict, 'Subtype') ?? '';
    lookAtActionsOf(read, dict, active);
    if (kind === 'Widget' && !canvas.walk.formFields.has(dict)) canvas.walk.strayFields.add(dict);
    if (kind === 'FileAttachment' && read.getDict(read.getDict(dict, 'FS'), 'EF'))
      facts.embeddedFiles.push(read.text(read.raw(dict, 'Contents')) ?? '');
    const appearance = appearanceOf(read, dict);
    if (appearance) scan.xobject(appearance, node.number, 0);
    else scan.scan(read.getDict(dict, 'DR'), node.number);
    const rect = read.rect(read.raw(dict, 'Rect'));
    const flags = read.number(read.raw(dict, 'F')) ?? 0;
    if (kind === 'Popup' || !rect || (flags & 2) !== 0) continue;
    if (mayShow(read, dict)) {
      shown++;
      scan.note(dict, kind, node.number);
      const [x, y, r, b] = transform(rect, canvas.ink.paper);
      if (facts.annotations.length < 200) {
        facts.annotations.push({ page: node.number, kind, box: { x, y, width: r - x, height: b - y } });
      }
    }
    if (appearance && (flags & 4) !== 0) drawAppearance(canvas, appearance, rect);
  }
  return shown;
}

/** ISO 32000-1, 12.5.5: the appearance box is fitted into the annotation's rectangle. */
function drawAppearance(
  canvas: Canvas,
  stream: Parameters<typeof drawForm>[1],
  rect: readonly [number, number, number, number],
): void {
  const { read } = canvas.walk;
  const box = read.rect(read.raw(stream.dict, 'BBox'));
  if (!box) return;
  const seen = transform(box, read.matrix(read.raw(stream.dict, 'Matrix')));
  const sx = seen[2] - seen[0] > 0 ? (rect[2] - rect[0]) / (seen[2] - seen[0]) : 1;
  const sy = seen[3] - seen[1] > 0 ? (rect[3] - rect[1]) / (seen[3] - seen[1]) : 1;
  const fit = multiply([1, 0, 0, 1, -seen[0], -seen[1]], [sx, 0, 0, sy, rect[0], rect[1]]);
  try {
    drawForm(canvas, stream, undefined, fit, rect, 1);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error; // a bomb in a note: the note is not drawn
  }
}
