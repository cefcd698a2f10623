import type { Page } from '@playwright/test';

/**
 * Drops files or folders of the disk on the middle of the window, as a file manager does.
 * @param beforeFalling what the page does while they hang over it
 */
export async function dropFiles(
  page: Page,
  files: readonly string[],
  beforeFalling?: () => Promise<void>,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { x, y } = await page.evaluate(() => ({
    x: Math.round(innerWidth / 2),
    y: Math.round(innerHeight / 2),
  }));
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  // What is over the window is dropped only once the page has said that it takes it: after each step it is let answer.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await beforeFalling?.();
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  await session.detach();
}
