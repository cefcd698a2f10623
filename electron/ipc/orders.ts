import { fail, ok } from '../../shared/contract/result.ts';
import { newInvoice } from '../../shared/orders/validate.ts';
import { submitOrders } from '../orders/submitOrders.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

const day = 86_400_000;

export const ordersHandlers = (parts: HandlerParts): HandlersOf<'orders'> => {
  const { db, now, random } = parts;
  return guarded<HandlersOf<'orders'>>({
    'orders.submitBatch': async (input) => {
      const accepted = await submitOrders({ db, now, random }, input);
      if (accepted.ok) {
        parts.outbox.changed(accepted.value.ids);
        parts.tell('products.changed', {});
      }
      return accepted;
    },
    'orders.get': async (input) => {
      const found = await db.call('orders.get', input);
      return found === null ? fail('not-found', input.id) : ok(found);
    },
    'orders.newInvoice': async () => ok({ invoice: newInvoice(new Date(now()), random) }),
    'orders.usedInvoices': async (input) => ok(await db.call('orders.usedInvoices', input)),
    'orders.recentLike': async (input) => {
      const { duplicateDays } = await db.call('settings.get');
      return ok(await db.call('orders.recentLike', { ...input, since: now() - duplicateDays * day }));
    },
  });
};
