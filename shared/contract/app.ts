import { z } from 'zod';
import { destinationSchema } from './screens.ts';
import { entry, instant, nothing } from './entry.ts';

export const app = {
  'app.info': entry(
    nothing,
    z.object({
      version: z.string(),
      platform: z.enum(['darwin', 'win32', 'linux']),
      /** BCP 47, from the system. */
      locale: z.string(),
      dataFolder: z.string(),
      /** Kept trouble of the start, e.g. `database-damaged` with what was done about it. */
      startTrouble: z.object({ code: z.string(), detail: z.string() }).nullable(),
    }),
  ),
  /** Asked once by a page that now listens: where a menu, tray or notification click wants to go meanwhile. */
  'app.whereTo': entry(nothing, destinationSchema.nullable()),
  'app.openDataFolder': entry(nothing, nothing),
  /** After trouble at the start: opens the data anew and loads the page again. */
  'app.tryAgain': entry(nothing, nothing),
  'app.openLogFolder': entry(nothing, nothing),
  /** Text without secrets and customer data; the main process puts it on the clipboard and returns it for display. */
  'app.copyDiagnostics': entry(nothing, z.object({ text: z.string() })),
  'app.writeClipboard': entry(
    z.object({ text: z.string().max(20_000_000), html: z.string().max(40_000_000).optional() }),
    nothing,
  ),
  /**
   * The clipboard, once for each time that the person pressed the keys for "paste"; `not-allowed` otherwise. Where `rest`
   * has a token, `text` or `html` is only the beginning, and the whole can be fetched once at `/handover/<token>`.
   */
  'app.readClipboard': entry(
    nothing,
    z.object({
      text: z.string(),
      html: z.string(),
      rest: z.object({ text: z.string().nullable(), html: z.string().nullable() }),
    }),
  ),
  /** Asks for a place with the system's dialog and saves text there; null when cancelled. */
  'app.saveText': entry(
    z.object({ suggestedName: z.string().max(120), text: z.string().max(60_000_000) }),
    z.object({ fileName: z.string().nullable() }),
  ),
  'app.backups': entry(nothing, z.array(z.object({ fileName: z.string(), at: instant, bytes: z.number() }))),
  'app.backupNow': entry(nothing, z.object({ fileName: z.string() })),
  /** Keeps the present file aside, puts the backup in its place and starts again. */
  'app.restoreBackup': entry(z.object({ fileName: z.string().max(200) }), nothing),
};
