import type { Locator } from '@playwright/test';
import type { Postroom } from '../harness/postroom.ts';

/** The share of pixels in which two pictures of one size differ clearly: 0 = alike. */
export function differingShare({ app }: Postroom, one: Buffer, other: Buffer): Promise<number> {
  return app.evaluate(
    ({ nativeImage }, [first, second]) => {
      const pixels = (picture: string): Buffer =>
        nativeImage.createFromBuffer(Buffer.from(picture, 'base64')).toBitmap();
      const [a, b] = [pixels(first), pixels(second)];
      if (a.length !== b.length) return 1;
      let differing = 0;
      for (let at = 0; at < a.length; at += 4) {
        const off = [0, 1, 2].reduce((sum, by) => sum + Math.abs((a[at + by] ?? 0) - (b[at + by] ?? 0)), 0);
        if (off > 96) differing += 1;
      }
      return differing / (a.length / 4);
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );
}

/** A picture of the element while `scroller` is turned one px down and up again and again; then it is as before. */
export async function pictureInMotion(element: Locator, scroller: Locator): Promise<Buffer> {
  const turning = await scroller.evaluateHandle((turned) => {
    const turn = { down: false, timer: 0 };
    const step = (): void => {
      turn.down = !turn.down;
      turned.dispatchEvent(
        new WheelEvent('wheel', { deltaY: turn.down ? 1 : -1, bubbles: true, cancelable: true }),
      );
    };
    turn.timer = window.setInterval(step, 20);
    return {
      stop: () => {
        clearInterval(turn.timer);
        if (turn.down) step();
      },
    };
  });
  try {
    await element.page().locator('.g-film').waitFor();
    return await element.screenshot();
  } finally {
    await turning.evaluate(({ stop }) => stop());
    await element.page().locator('.g-film').waitFor({ state: 'hidden' });
  }
}
