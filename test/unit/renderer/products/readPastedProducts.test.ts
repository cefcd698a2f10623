import { expect, it } from 'vitest';
import { readPastedProducts } from '../../../../renderer/products/readPastedProducts.ts';

it('reads id, title, price and packaging, and counts what it leaves out', () => {
  const { products, leftOut } = readPastedProducts(
    'ProductID\tTitle\tPrice\r\n40350\tStimmen am Fluss, 2 CD\t19.95\tsleeve\n\n40360\t"Regen"\tfree\n',
    'a',
  );
  expect(leftOut).toBe(1);
  expect(products).toEqual([
    {
      accountId: 'a',
      productId: '40350',
      title: 'Stimmen am Fluss, 2 CD',
      price: '19.95',
      packaging: 'sleeve',
    },
    { accountId: 'a', productId: '40360', title: 'Regen', price: '', packaging: '' },
  ]);
});
