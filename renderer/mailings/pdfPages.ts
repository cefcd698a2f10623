// The bundler makes addresses of them; the files themselves have no default export.
// eslint-disable-next-line import/default
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url';
// eslint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

import type { Paper } from '../../shared/mailings/box.ts';

const mmOfPoint = 25.4 / 72;

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let library: Promise<Pdfjs> | null = null;

/** A megabyte that only pictures of pages need: loaded with the first of them. */
const loadLibrary = (): Promise<Pdfjs> =>
  (library ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    // Drawn aside as well: the pictures inside a page are many times its size, and end with that worker.
    pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;
    return pdfjs;
  }));

/** A page as a picture, and its size as it is seen, in mm. */
export interface Drawn {
  address: string;
  paper: Paper;
}

/** Drawn pages, newest last; a few hundred are kept. */
const drawn = new Map<string, Drawn>();
const most = 300;
/** What waits to be drawn, one after the other, so that thumbnails do not make the window stutter. */
const waiting: (() => Promise<void>)[] = [];
let drawing = false;

/**
 * A page of an archived document, or null when it cannot be drawn.
 * @param wanted asked when its turn comes: whoever scrolled past is passed over
 */
export function drawPage(
  sha256: string,
  page: number,
  width: number,
  wanted: () => boolean = () => true,
): Promise<Drawn | null> {
  const key = `${sha256}/${page}/${width}`;
  const held = drawn.get(key);
  if (held !== undefined) return Promise.resolve(held);
  return new Promise((resolve) => {
    waiting.push(async () => {
      // Preflight says what is wrong with a file; here there is just no picture.
      const picture = wanted() ? await draw(sha256, page, width).catch(() => null) : null;
      if (picture !== null) keep(key, picture);
      resolve(picture);
    });
    void drawWaiting();
  });
}

/** What was asked for last is on the screen now and comes first. */
async function drawWaiting(): Promise<void> {
  if (drawing) return;
  drawing = true;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next();
  drawing = false;
}

function keep(key: string, picture: Drawn): void {
  drawn.set(key, picture);
  const [oldest] = drawn.keys();
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest);
}

/** A page that takes longer is not drawn, so that one file cannot keep all others waiting; ms. */
const patience = 15_000;

async function draw(sha256: string, number: number, width: number): Promise<Drawn> {
  const answer = await fetch(`/document/${sha256}.pdf`);
  if (!answer.ok) throw new Error(`no document ${answer.status}`);
  const pdfjs = await loadLibrary();
  const data = new Uint8Array(await answer.arrayBuffer());
  const loading = pdfjs.getDocument({ data, useSystemFonts: true, useWasm: false, verbosity: 0 });
  // Ending it makes whatever is awaited below fail.
  const limit = setTimeout(() => void loading.destroy(), patience);
  try {
    const document = await loading.promise;
    const page = await document.getPage(number);
    const inPoints = page.getViewport({ scale: 1 });
    const scale = width / inPoints.width;
    const viewport = page.getViewport({ scale });
    const canvas = window.document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
    const address = canvas.toDataURL('image/jpeg', 0.85);
    canvas.width = 0; // its pixels go at once
    return { address, paper: { width: inPoints.width * mmOfPoint, height: inPoints.height * mmOfPoint } };
  } finally {
    clearTimeout(limit);
    await loading.destroy();
  }
}
