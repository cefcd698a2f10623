import { maxSpacer } from './grid/scaledScroll.ts';

/** A list that may be higher than the browser lets an element be; all in CSS px. */
export interface TallList {
  /** Height of all rows. */
  content: number;
  /** Visible height of the rows. */
  view: number;
}

/** Where a list stands: the scrolled element at `scrollTop`, the rows moved up by `shift` beside that. */
export interface ListPlace {
  scrollTop: number;
  shift: number;
}

/** Height of the scrolled element. */
export const spacerOf = ({ content }: TallList): number => Math.min(content, maxSpacer);

/** The first pixel in view, counted from the first row's top. */
export const topOf = ({ scrollTop, shift }: ListPlace): number => scrollTop + shift;

/** A stretch that is scrolled px by px; from one to the next the shift changes, and the bar keeps up with the whole. */
const stretch = maxSpacer / 100;

/** The place that shows `top` as the first pixel. */
export function placeFor(list: TallList, top: number): ListPlace {
  const wanted = Math.min(Math.max(0, top), Math.max(0, list.content - list.view));
  const shift = shiftAt(list, wanted);
  return { scrollTop: wanted - shift, shift };
}

/** After the browser scrolled: a short way is taken px by px, a jump of the thumb leads to its share of all rows. */
export function placeAfter(list: TallList, was: ListPlace, scrollTop: number): ListPlace {
  if (Math.abs(scrollTop - was.scrollTop) < list.view) return placeFor(list, scrollTop + was.shift);
  const share = scrollTop / Math.max(1, spacerOf(list) - list.view);
  const shift = shiftAt(list, share * (list.content - list.view));
  return { scrollTop, shift };
}

function shiftAt({ content }: TallList, top: number): number {
  if (content <= maxSpacer) return 0;
  const stretches = Math.floor(content / stretch);
  const at = Math.min(stretches - 1, Math.floor(top / stretch));
  return Math.round((at * (content - maxSpacer)) / (stretches - 1));
}
