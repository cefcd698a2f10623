import { z } from 'zod';
import { watchStateSchema } from './mailings.ts';
import { outboxSummarySchema } from './outbox.ts';
import { refreshStateSchema } from './refresh.ts';
import { destinationSchema } from './screens.ts';
import { settingsSchema } from './settings.ts';

/** What the main process tells the page unasked: "these changed", hardly ever the thing itself. */
export const pushes = {
  'outbox.changed': outboxSummarySchema,
  'refresh.changed': refreshStateSchema,
  /** Item ids whose history lines changed; empty = many, load again. */
  'history.changed': z.object({ itemIds: z.array(z.string()) }),
  /** Cards, mailings or documents changed. */
  'mailings.changed': z.object({ ids: z.array(z.string()) }),
  /** An upload goes on; `part` in 0..1. */
  'mailings.progress': z.object({ id: z.string(), part: z.number() }),
  /** The watched folder vanished, came back, or a file in it was refused. */
  'mailings.watch': watchStateSchema,
  'accounts.changed': z.object({}),
  'products.changed': z.object({}),
  'recipients.changed': z.object({}),
  'settings.changed': settingsSchema,
  /** Menu, tray, notification click, "Open with". */
  'app.navigate': destinationSchema,
  'app.suspending': z.object({}),
};
export type PushName = keyof typeof pushes;
export type Push<N extends PushName> = z.infer<(typeof pushes)[N]>;
