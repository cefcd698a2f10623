import { useEffect, useState } from 'react';
import type { Product } from '../../shared/contract/products.ts';
import { api } from '../lib/ipc.ts';
import { usePush } from '../lib/usePush.ts';
import { usePaste } from './pasteStore.ts';

/** The products of the paste's account, kept up to date. */
export function useProducts(): Product[] {
  const accountId = usePaste((state) => state.accountId);
  const [products, setProducts] = useState<Product[]>([]);
  const [turn, setTurn] = useState(0);
  usePush('products.changed', () => setTurn((now) => now + 1));
  useEffect(() => {
    let current = true;
    void api.products.list(accountId === '' ? {} : { accountId }).then((answer) => {
      if (current && answer.ok) setProducts(answer.value);
    });
    return () => {
      current = false;
    };
  }, [accountId, turn]);
  return products;
}
