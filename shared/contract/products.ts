import { z } from 'zod';
import { shippingMethods } from '../orders/order.ts';
import { entry, instant, nothing } from './entry.ts';

const productSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  /** TrepStar's product (project) id. */
  productId: z.string(),
  title: z.string(),
  /** Decimal text, '' = none. */
  price: z.string(),
  defaultMethod: z.enum(shippingMethods).nullable(),
  packaging: z.string(),
  /** SKUs of shops that mean this product, learned from pastes. */
  skus: z.array(z.string()),
  timesOrdered: z.number().int(),
  lastUsedAt: instant.nullable(),
});
export type Product = z.infer<typeof productSchema>;

export const products = {
  'products.list': entry(z.object({ accountId: z.string().optional() }), z.array(productSchema)),
  'products.save': entry(
    productSchema
      .omit({ id: true, timesOrdered: true, lastUsedAt: true })
      .extend({ id: z.string().optional() }),
    productSchema,
  ),
  /** Many at once, e.g. pasted; same product id = changed. Returns how many were new. */
  'products.import': entry(
    z
      .array(
        productSchema.pick({ accountId: true, productId: true, title: true, price: true, packaging: true }),
      )
      .max(5000),
    z.object({ added: z.number().int(), changed: z.number().int() }),
  ),
  /** Takes it out of the list; what was ordered stays. It comes back when it is ordered or saved again. */
  'products.remove': entry(z.object({ id: z.string() }), nothing),
  /** "This SKU is that product", remembered for the next paste. */
  'products.learnSku': entry(
    z.object({ accountId: z.string(), sku: z.string().max(200), productId: z.string() }),
    nothing,
  ),
};
