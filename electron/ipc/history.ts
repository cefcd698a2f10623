import path from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../shared/contract/result.ts';
import { newId } from '../../shared/lib/newId.ts';
import { trackingUrl } from '../../shared/orders/trackingUrl.ts';
import { daysToShip } from '../orders/daysToShip.ts';
import { exportHistory, writeWhole } from '../orders/export/exportHistory.ts';
import { reportHtml } from '../orders/export/reportHtml.ts';
import { cursorOf } from './cursor.ts';
import { fileTrouble } from './fileTrouble.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const cursor = cursorOf(z.object({ value: z.union([z.string(), z.number()]), seq: z.number() }));

/** Local midnight `days` before the day of `now`. */
function midnight(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime();
}

/** Local midnight of the Monday before `now`. */
const monday = (now: number): number => midnight(now, (new Date(now).getDay() + 6) % 7);

export const historyHandlers = ({ db, now, desk }: HandlerParts): HandlersOf<'history'> =>
  guarded<HandlersOf<'history'>>({
    'history.page': async (input) => {
      const page = await db.call('history.page', { ...input, cursor: cursor.read(input.cursor) });
      return ok({ items: page.items, next: cursor.write(page.next) });
    },
    'history.totals': async (input) => ok(await db.call('history.totals', input)),
    'history.counts': async (input) => ok({ counts: await db.call('history.counts', input) }),
    'history.facets': async () => ok(await db.call('history.facets')),
    'history.views': async () => ok(await db.call('views.list')),
    'history.saveView': async (view) =>
      ok(await db.call('views.save', { ...view, id: view.id ?? newId(now()) })),
    'history.removeView': async (input) => {
      await db.call('views.remove', input);
      return ok(undefined);
    },
    'history.export': async ({ filter, format }) => {
      const day = new Date(now()).toISOString().slice(0, 10);
      const file = await desk.chooseSaveFile(`Postroom history ${day}.${format}`);
      if (file === null) return ok({ fileName: null, rows: 0 });
      try {
        return ok({ fileName: path.basename(file), rows: await exportHistory(db, { filter, format, file }) });
      } catch (reason) {
        return fileTrouble(reason);
      }
    },
    'history.report': async (report) => {
      const file = await desk.chooseSaveFile(`${report.title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.pdf`);
      if (file === null) return ok({ fileName: null });
      const pdf = await desk.printPdf(reportHtml(report));
      try {
        await writeWhole(file, pdf);
        return ok({ fileName: path.basename(file) });
      } catch (reason) {
        return fileTrouble(reason);
      }
    },
    'history.openTracking': async ({ id }) => {
      const lines = await db.call('history.lines', { itemIds: [id] });
      const url = trackingUrl(lines[0]?.trackingId ?? '');
      if (url === null) return fail('not-found', 'no tracking number');
      await desk.openExternal(url);
      return ok(undefined);
    },
    'history.needsYou': async () => ok(await db.call('history.needsYou')),
    'history.overview': async ({ days }) => {
      const at = now();
      const { shipments, ...rest } = await db.call('history.overview', {
        since: midnight(at, days - 1),
        today: midnight(at, 0),
        week: monday(at),
      });
      return ok({ ...rest, daysToShip: daysToShip(shipments) });
    },
  });
