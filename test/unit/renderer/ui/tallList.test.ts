import { describe, expect, it } from 'vitest';
import { maxSpacer } from '../../../../renderer/ui/grid/scaledScroll.ts';
import { placeAfter, placeFor, spacerOf, topOf, type TallList } from '../../../../renderer/ui/tallList.ts';

const short: TallList = { content: 30 * 1000, view: 600 };
/** A million rows. */
const tall: TallList = { content: 30 * 1_000_000, view: 600 };
const first = { scrollTop: 0, shift: 0 };

describe('a list of rows', () => {
  it('is scrolled by the browser alone while it is not too high', () => {
    expect(spacerOf(short)).toBe(30_000);
    expect(placeFor(short, 17_003)).toEqual({ scrollTop: 17_003, shift: 0 });
    expect(placeAfter(short, first, 29_400)).toEqual({ scrollTop: 29_400, shift: 0 });
    expect(placeFor(short, 1e9)).toEqual({ scrollTop: 29_400, shift: 0 });
  });

  it('never needs an element higher than the browser allows, and reaches its last row all the same', () => {
    expect(spacerOf(tall)).toBe(maxSpacer);
    const last = placeFor(tall, Number.POSITIVE_INFINITY);
    expect(topOf(last)).toBe(tall.content - tall.view);
    expect(last.scrollTop).toBe(maxSpacer - tall.view);
    // The thumb at its lower end.
    expect(topOf(placeAfter(tall, first, maxSpacer - tall.view))).toBe(tall.content - tall.view);
    // And the thumb in the middle, to a hundredth of all.
    const middle = topOf(placeAfter(tall, first, (maxSpacer - tall.view) / 2));
    expect(Math.abs(middle - tall.content / 2)).toBeLessThan(tall.content / 100);
  });

  it('moves px by px on a short way, over every change of the shift, without leaving the scrolled element', () => {
    for (const step of [599, -599]) {
      let place = step > 0 ? first : placeFor(tall, Number.POSITIVE_INFINITY);
      for (let turn = 0; turn < 1200; turn += 1) {
        const before = topOf(place);
        place = placeAfter(tall, place, place.scrollTop + step);
        expect(topOf(place)).toBe(before + step);
        expect(place.scrollTop).toBeGreaterThanOrEqual(0);
        expect(place.scrollTop).toBeLessThanOrEqual(maxSpacer - tall.view);
      }
    }
  });
});
