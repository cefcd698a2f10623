import { ok } from '../../shared/contract/result.ts';
import { guard, guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const day = 86_400_000;
/** A draft that is posted, in bytes. */
const mostDraft = 200_000_000;

export const pasteHandlers = ({
  db,
  handover,
  now,
}: HandlerParts): HandlersOf<'paste'> & HandlersOf<'drafts'> =>
  guarded<HandlersOf<'paste'> & HandlersOf<'drafts'>>({
    'drafts.load': async (input) => ok(await db.call('drafts.load', input)),
    'drafts.save': async (input) => {
      await db.call('drafts.save', { ...input, now: now() });
      return ok(undefined);
    },
    'drafts.expect': async ({ name }) => {
      const token = handover.take(mostDraft, (text) =>
        guard(async () => ok(await db.call('drafts.save', { name, text, now: now() }))),
      );
      return ok({ token });
    },
    'drafts.offer': async (input) => {
      const bytes = await db.call('drafts.bytes', input);
      return ok({ token: bytes === null ? null : handover.give(() => bytes) });
    },
    'drafts.clear': async (input) => {
      await db.call('drafts.clear', input);
      return ok(undefined);
    },
    'paste.mappings': async () => ok(await db.call('mappings.list')),
    'paste.rememberMapping': async (input) => {
      await db.call('mappings.remember', { ...input, now: now() });
      return ok(undefined);
    },
    'paste.pastOrders': async ({ sinceDays, ...input }) =>
      ok(await db.call('orders.past', { ...input, since: sinceDays === 0 ? 0 : now() - sinceDays * day })),
  });
