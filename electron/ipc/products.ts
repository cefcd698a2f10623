import { ok } from '../../shared/contract/result.ts';
import { newId } from '../../shared/lib/newId.ts';
import { guarded } from './guard.ts';
import type { HandlersOf } from './handlers.ts';
import type { HandlerParts } from './parts.ts';

export const productsHandlers = ({ db, now, tell }: HandlerParts): HandlersOf<'products'> => {
  const changed = (): void => tell('products.changed', {});
  return guarded<HandlersOf<'products'>>({
    'products.list': async ({ accountId }) =>
      ok(await db.call('products.list', { accountId: accountId ?? null })),
    'products.save': async (product) => {
      const saved = await db.call('products.save', { ...product, id: product.id ?? newId(now()) });
      changed();
      return ok(saved);
    },
    'products.import': async (rows) => {
      const result = await db.call(
        'products.import',
        rows.map((row) => ({ ...row, id: newId(now()) })),
      );
      changed();
      return ok(result);
    },
    'products.remove': async (input) => {
      await db.call('products.remove', input);
      changed();
      return ok(undefined);
    },
    'products.learnSku': async (input) => {
      await db.call('products.learnSku', input);
      changed();
      return ok(undefined);
    },
  });
};
