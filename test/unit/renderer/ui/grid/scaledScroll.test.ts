import { describe, expect, it } from 'vitest';
import {
  makeScale,
  maxOffset,
  maxSpacer,
  offsetOf,
  offsetToShow,
  rowsInView,
  scrollTopOf,
} from '../../../../../renderer/ui/grid/scaledScroll.ts';

describe('scaled scroll', () => {
  it('keeps the spacer below what Chrome can lay out, and still reaches the last row', () => {
    const scale = makeScale(1_000_000, 36, 600);
    expect(scale.spacer).toBe(maxSpacer);
    const bottom = offsetOf(scale, scale.spacer - scale.view);
    expect(bottom).toBeCloseTo(maxOffset(scale));
    expect(rowsInView(scale, bottom, 36, 1_000_000)[1]).toBe(999_999);
  });

  it('is one to one while everything fits', () => {
    const scale = makeScale(500, 28, 560);
    expect(offsetOf(scale, 1234)).toBe(1234);
    expect(scrollTopOf(scale, 1234)).toBe(1234);
  });

  it('shows a row with the least movement', () => {
    const scale = makeScale(100, 28, 280);
    expect(offsetToShow(scale, 280, 12, 28)).toBe(280);
    expect(offsetToShow(scale, 280, 5, 28)).toBe(140);
    expect(offsetToShow(scale, 280, 20, 28)).toBe(21 * 28 - 280);
  });

  it('names the rows of which any pixel is seen', () => {
    const scale = makeScale(100, 28, 280);
    expect(rowsInView(scale, 0, 28, 100)).toEqual([0, 9]);
    expect(rowsInView(scale, 10, 28, 100)).toEqual([0, 10]);
    expect(rowsInView(makeScale(3, 28, 280), 0, 28, 3)).toEqual([0, 2]);
  });
});
