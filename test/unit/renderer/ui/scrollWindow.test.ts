import { expect, it } from 'vitest';
import { scrollWindow } from '../../../../renderer/ui/scrollWindow.ts';

it('covers every row in sight with a margin, and never leaves the list', () => {
  for (const top of [0, 17, 3_000, 29_970]) {
    const { first, last } = scrollWindow(top, 600, 30, 1_000);
    expect(first).toBeLessThanOrEqual(Math.floor(top / 30));
    expect(last).toBeGreaterThanOrEqual(Math.min(999, Math.floor((top + 599) / 30)));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(last).toBeLessThan(1_000);
  }
  expect(scrollWindow(0, 600, 30, 0)).toEqual({ first: 0, last: -1 });
});
