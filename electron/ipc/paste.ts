import { ok } from '../../shared/contract/result.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const day = 86_400_000;

export const pasteHandlers = ({ db, now }: HandlerParts): HandlersOf<'paste'> & HandlersOf<'drafts'> =>
  guarded<HandlersOf<'paste'> & HandlersOf<'drafts'>>({
    'drafts.load': async (input) => ok(await db.call('drafts.load', input)),
    'drafts.save': async (input) => {
      await db.call('drafts.save', { ...input, now: now() });
      return ok(undefined);
    },
    'drafts.clear': async (input) => {
      await db.call('drafts.clear', input);
      return ok(undefined);
    },
    'paste.mapping': async (input) => ok(await db.call('mappings.get', input)),
    'paste.rememberMapping': async (input) => {
      await db.call('mappings.remember', { ...input, now: now() });
      return ok(undefined);
    },
    'paste.pastOrders': async ({ sinceDays, ...input }) =>
      ok(await db.call('orders.past', { ...input, since: sinceDays === 0 ? 0 : now() - sinceDays * day })),
  });
