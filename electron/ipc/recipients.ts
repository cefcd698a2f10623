import { z } from 'zod';
import { fail, ok } from '../../shared/contract/result.ts';
import { newId } from '../../shared/lib/newId.ts';
import { cursorOf } from './cursor.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const cursor = cursorOf(z.object({ value: z.union([z.string(), z.number()]), seq: z.number() }));

export const recipientsHandlers = ({ db, now, tell }: HandlerParts): HandlersOf<'recipients'> => {
  const changed = (): void => tell('recipients.changed', {});
  /** Lines of History changed with the people. */
  const historyChanged = (): void => {
    tell('history.changed', { itemIds: [] });
    changed();
  };
  return guarded<HandlersOf<'recipients'>>({
    'recipients.find': async (input) => {
      const page = await db.call('recipients.find', { ...input, cursor: cursor.read(input.cursor) });
      return ok({ ...page, next: cursor.write(page.next) });
    },
    'recipients.get': async ({ id }) => {
      const recipient = await db.call('recipients.get', { id });
      return recipient === null ? fail('not-found', id) : ok(recipient);
    },
    'recipients.save': async ({ id, ...person }) => {
      const saved = await db.call('recipients.save', { id: id ?? newId(now()), now: now(), person });
      changed();
      return ok(saved);
    },
    'recipients.merge': async (input) => {
      const kept = await db.call('recipients.merge', input);
      historyChanged();
      return kept === null ? fail('not-found', input.keep) : ok(kept);
    },
    'recipients.doubles': async () => ok(await db.call('recipients.doubles')),
    'recipients.remove': async (input) => {
      await db.call('recipients.remove', input);
      historyChanged();
      return ok(undefined);
    },
    'recipients.import': async ({ people }) => {
      const done = await db.call('recipients.import', { people, now: now() });
      changed();
      return ok(done);
    },
    'recipients.fromHistory': async () => {
      let added = 0;
      for (let after: number | null = 0; after !== null;) {
        const part: { added: number; next: number | null } = await db.call('recipients.fromHistory', {
          after,
          now: now(),
        });
        added += part.added;
        after = part.next;
      }
      historyChanged();
      return ok({ added });
    },
    'recipients.erase': async ({ id }) => {
      const { erased } = await db.call('recipients.erase', { id, now: now() });
      historyChanged();
      return erased ? ok(undefined) : fail('conflict', 'an order to this person is on its way out');
    },
  });
};
