import { z } from 'zod';
import { fail, ok } from '../../shared/contract/result.ts';
import { newId } from '../../shared/lib/newId.ts';
import { cursorOf } from './cursor.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const cursor = cursorOf(z.object({ lastAt: z.number(), seq: z.number() }));

export const recipientsHandlers = ({ db, now, tell }: HandlerParts): HandlersOf<'recipients'> =>
  guarded<HandlersOf<'recipients'>>({
    'recipients.find': async ({ search, limit, ...input }) => {
      const page = await db.call('recipients.find', { search, limit, cursor: cursor.read(input.cursor) });
      return ok({ ...page, next: cursor.write(page.next) });
    },
    'recipients.save': async ({ id, ...person }) =>
      ok(await db.call('recipients.save', { id: id ?? newId(now()), now: now(), person })),
    'recipients.merge': async (input) => {
      const kept = await db.call('recipients.merge', input);
      tell('history.changed', { itemIds: [] });
      return kept === null ? fail('not-found', input.keep) : ok(kept);
    },
    'recipients.erase': async ({ id }) => {
      const { erased } = await db.call('recipients.erase', { id, now: now() });
      tell('history.changed', { itemIds: [] });
      return erased ? ok(undefined) : fail('conflict', 'an order to this person is on its way out');
    },
  });
