import type { ElectronApplication, Page } from '@playwright/test';

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the rows are on the page, and how high one is; px. */
export const rowsArea = (page: Page): Promise<{ area: Area; rowHeight: number }> =>
  page.evaluate(() => {
    const body = document.querySelector('.g-scroller')?.getBoundingClientRect() ?? new DOMRect();
    const head = document.querySelector('.g-head')?.getBoundingClientRect() ?? new DOMRect();
    const row = document.querySelector<HTMLElement>('.g-row:not([hidden])');
    const area = {
      x: Math.round(body.left),
      y: Math.round(head.bottom),
      // Without the scroll bars.
      width: Math.floor(body.width) - 20,
      height: Math.floor(body.bottom - head.bottom) - 20,
    };
    return { area, rowHeight: row?.offsetHeight ?? 28 };
  });

/**
 * A picture of the rows as they are on the screen now; answers the share of row heights in which there is writing:
 * pixels that differ from the most common one, beyond the lines between cells.
 */
export function writtenShare(app: ElectronApplication, area: Area, rowHeight: number): Promise<number> {
  return app.evaluate(
    async ({ BrowserWindow }, where) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('no window');
      const picture = await window.webContents.capturePage(where.area);
      const { width, height } = picture.getSize();
      const pixels = picture.toBitmap();
      const scale = height / where.area.height;
      const bands = Math.floor(height / (where.rowHeight * scale));
      let written = 0;
      for (let band = 0; band < bands; band += 1) {
        let dark = 0;
        const from = Math.floor(band * where.rowHeight * scale);
        for (let y = from; y < from + where.rowHeight * scale - 1; y += 1)
          // The gutter at the left does not count: the cells must be written.
          for (let x = Math.floor(90 * scale); x < width; x += 1) {
            const at = (y * width + x) * 4;
            if ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 360) dark += 1;
          }
        if (dark > 60) written += 1;
      }
      return written / bands;
    },
    { area, rowHeight },
  );
}
