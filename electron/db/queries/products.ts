import type { Product } from '../../../shared/contract/products.ts';
import type { ShippingMethod } from '../../../shared/orders/order.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';

interface Row {
  id: string;
  account_id: string;
  product_id: string;
  title: string;
  price: string;
  default_method: ShippingMethod | null;
  packaging: string;
  times_ordered: number;
  last_used_at: number | null;
  skus: string;
}

const select = `SELECT p.*, (SELECT json_group_array(sku) FROM product_skus s
  WHERE s.account_id = p.account_id AND s.product_id = p.product_id) AS skus FROM products p`;

const fromRow = (row: Row): Product => ({
  id: row.id,
  accountId: row.account_id,
  productId: row.product_id,
  title: row.title,
  price: row.price,
  defaultMethod: row.default_method,
  packaging: row.packaging,
  skus: JSON.parse(row.skus) as string[],
  timesOrdered: row.times_ordered,
  lastUsedAt: row.last_used_at,
});

/** Products of an account, or of all (null), by title. */
export function listProducts(db: Db, { accountId }: { accountId: string | null }): Product[] {
  const rows =
    accountId === null
      ? all<Row>(db, `${select} WHERE p.hidden = 0 ORDER BY p.title, p.product_id`)
      : all<Row>(
          db,
          `${select} WHERE p.account_id = ? AND p.hidden = 0 ORDER BY p.title, p.product_id`,
          accountId,
        );
  return rows.map(fromRow);
}

/** Adds or changes a product; its SKUs become exactly those given. Answers it as stored. */
export function saveProduct(db: Db, product: Omit<Product, 'timesOrdered' | 'lastUsedAt'>): Product {
  return db.transaction(() => {
    const { id, accountId, productId, title, price, defaultMethod, packaging } = product;
    const before = one<{ product_id: string }>(db, `SELECT product_id FROM products WHERE id = ?`, id);
    // A removed one does not keep its number from others.
    if (before !== undefined)
      run(
        db,
        `DELETE FROM products WHERE account_id = ? AND product_id = ? AND hidden = 1 AND id <> ?`,
        accountId,
        productId,
        id,
      );
    const changed = run(
      db,
      `UPDATE products SET product_id = ?, title = ?, price = ?, default_method = ?, packaging = ?, hidden = 0 WHERE id = ?`,
      productId,
      title,
      price,
      defaultMethod,
      packaging,
      id,
    );
    if (changed === 0) {
      run(
        db,
        `INSERT INTO products (id, account_id, product_id, title, price, default_method, packaging) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (account_id, product_id) DO UPDATE SET title = excluded.title, price = excluded.price,
           default_method = excluded.default_method, packaging = excluded.packaging, hidden = 0`,
        id,
        accountId,
        productId,
        title,
        price,
        defaultMethod,
        packaging,
      );
    }
    for (const named of new Set([productId, before?.product_id ?? productId]))
      run(db, `DELETE FROM product_skus WHERE account_id = ? AND product_id = ?`, accountId, named);
    for (const sku of product.skus) learnSku(db, { accountId, sku, productId });
    const row = one<Row>(db, `${select} WHERE p.account_id = ? AND p.product_id = ?`, accountId, productId);
    if (row === undefined) throw new Error('the product just saved is gone');
    return fromRow(row);
  })();
}

/** Adds or changes many; a blank title or price leaves what is known. */
export function importProducts(
  db: Db,
  rows: readonly Pick<Product, 'id' | 'accountId' | 'productId' | 'title' | 'price' | 'packaging'>[],
): { added: number; changed: number } {
  return db.transaction(() => {
    let added = 0;
    for (const { id, accountId, productId, title, price, packaging } of rows) {
      const known = one(
        db,
        `SELECT 1 FROM products WHERE account_id = ? AND product_id = ?`,
        accountId,
        productId,
      );
      if (known === undefined) added += 1;
      run(
        db,
        `INSERT INTO products (id, account_id, product_id, title, price, packaging) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (account_id, product_id) DO UPDATE SET hidden = 0,
           title = CASE WHEN excluded.title = '' THEN title ELSE excluded.title END,
           price = CASE WHEN excluded.price = '' THEN price ELSE excluded.price END,
           packaging = CASE WHEN excluded.packaging = '' THEN packaging ELSE excluded.packaging END`,
        id,
        accountId,
        productId,
        title,
        price,
        packaging,
      );
    }
    return { added, changed: rows.length - added };
  })();
}

/** Hides a product; orders keep its id and title. It comes back when it is ordered or saved again. */
export function removeProduct(db: Db, { id }: { id: string }): void {
  run(db, `UPDATE products SET hidden = 1 WHERE id = ?`, id);
}

/** "This SKU is that product" of the account; a later lesson replaces an earlier one. */
export function learnSku(
  db: Db,
  { accountId, sku, productId }: { accountId: string; sku: string; productId: string },
): void {
  run(
    db,
    `INSERT INTO product_skus (account_id, sku, product_id) VALUES (?, ?, ?)
     ON CONFLICT (account_id, sku) DO UPDATE SET product_id = excluded.product_id`,
    accountId,
    sku,
    productId,
  );
}

/** The titles of an account's products by product id. */
export const productTitles = (db: Db, accountId: string): Map<string, string> =>
  new Map(
    all<{ product_id: string; title: string }>(
      db,
      `SELECT product_id, title FROM products WHERE account_id = ?`,
      accountId,
    ).map(({ product_id, title }) => [product_id, title]),
  );

/** What orders teach about products: that they exist, their titles, and how often they are used. */
export function noteProductUse(
  db: Db,
  use: { id: string; accountId: string; productId: string; title: string; times: number; now: number },
): void {
  run(
    db,
    `INSERT INTO products (id, account_id, product_id, title, times_ordered, last_used_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, product_id) DO UPDATE SET times_ordered = times_ordered + excluded.times_ordered,
       last_used_at = excluded.last_used_at, hidden = 0,
       title = CASE WHEN title = '' THEN excluded.title ELSE title END`,
    use.id,
    use.accountId,
    use.productId,
    use.title,
    use.times,
    use.now,
  );
}
