import { fail, ok } from '../../shared/contract/result.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

export const outboxHandlers = (parts: HandlerParts): HandlersOf<'outbox'> => {
  const { db, now, outbox } = parts;
  return guarded<HandlersOf<'outbox'>>({
    'outbox.groups': async () => ok(await db.call('outbox.groups')),
    'outbox.summary': async () => ok(await outbox.summary()),
    'outbox.pause': async ({ paused }) => {
      await outbox.setPaused(paused);
      return ok(undefined);
    },
    'outbox.undo': async ({ ids, batchId }) => {
      const answer = await db.call('outbox.undo', { ids: ids ?? null, batchId: batchId ?? null, now: now() });
      outbox.changed(answer.itemIds);
      return ok(answer);
    },
    'outbox.sendNow': async ({ ids, batchId }) => {
      const answer = await db.call('outbox.hurry', {
        ids: ids ?? null,
        batchId: batchId ?? null,
        now: now(),
      });
      outbox.changed([]);
      return ok(answer);
    },
    'outbox.replaceRefused': async ({ id, newOrderId }) => {
      const { closed } = await db.call('outbox.closeRefused', { id, newOrderId, now: now() });
      outbox.changed([id]);
      return closed ? ok(undefined) : fail('conflict', 'not a refused item');
    },
    'outbox.dismissRefused': async ({ id }) => {
      const { closed } = await db.call('outbox.closeRefused', { id, newOrderId: null, now: now() });
      outbox.changed([id]);
      return closed ? ok(undefined) : fail('conflict', 'not a refused item');
    },
  });
};
