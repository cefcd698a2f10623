import type { CDPSession, Page } from '@playwright/test';

type Scroll = (seconds: number) => Promise<void>;

/** The ways a person goes through the rows, as real input events. */
export function scrolling(page: Page, client: CDPSession, middle: { x: number; y: number }) {
  const paced = async (seconds: number, everyMs: number, send: (share: number) => Promise<unknown>) => {
    const began = performance.now();
    for (let turn = 0; ; turn += 1) {
      const due = began + turn * everyMs;
      const now = performance.now();
      if (now - began > seconds * 1000) return;
      if (due > now) await new Promise((resolve) => setTimeout(resolve, due - now));
      await send((performance.now() - began) / (seconds * 1000));
    }
  };
  const wheel: Scroll = (seconds) =>
    paced(seconds, 16, () =>
      client.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        ...middle,
        deltaX: 0,
        deltaY: 400,
      }),
    );
  const keys: Scroll = async (seconds) => {
    await page.keyboard.down('PageDown');
    // A held key repeats as most systems let it, 30 times a second.
    await paced(seconds, 33, () =>
      client.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'PageDown',
        code: 'PageDown',
        windowsVirtualKeyCode: 34,
        autoRepeat: true,
      }),
    );
    await page.keyboard.up('PageDown');
  };
  /** The scroll bar's thumb from the top to the bottom. */
  const thumb: Scroll = async (seconds) => {
    const bar = await page.evaluate(() => {
      const scroller = document.querySelector<HTMLElement>('.g-scroller');
      if (!scroller) throw new Error('no grid');
      scroller.scrollTop = 0;
      const { right, top } = scroller.getBoundingClientRect();
      const width = scroller.offsetWidth - scroller.clientWidth;
      // The bar has a button of its own width at each end.
      return { x: right - width / 2, top: top + width + 6, bottom: top + scroller.clientHeight - width - 6 };
    });
    await page.mouse.move(bar.x, bar.top);
    await page.waitForFunction(() => document.querySelector('.g-gutter')?.textContent !== '');
    await page.mouse.down();
    await paced(seconds, 16, (share) =>
      page.mouse.move(bar.x, bar.top + (bar.bottom - bar.top) * Math.min(1, share)),
    );
    await page.mouse.up();
  };
  return { wheel, keys, thumb };
}
