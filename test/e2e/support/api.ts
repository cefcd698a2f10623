import type { Page } from '@playwright/test';
import { trepstarAccount } from '../../fixtures/trepstar/account.ts';
import type { Account } from '../../../shared/contract/accounts.ts';
import type { Input, Output, RequestName } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/contract/result.ts';
import { anOrder as usualOrder } from '../../fixtures/trepstar/order.ts';
import type { OrderInput } from '../../../shared/orders/order.ts';
import type { TrepstarServer } from '../../fakes/trepstarServer.ts';

/** Makes a request exactly as the page does. */
export function ask<N extends RequestName>(
  page: Page,
  name: N,
  ...input: undefined extends Input<N> ? [] : [input: Input<N>]
): Promise<Result<Output<N>>> {
  return page.evaluate(
    ([path, args]) => {
      const [subject = '', verb = ''] = path.split('.');
      type Group = Record<string, (...given: unknown[]) => Promise<unknown>>;
      const group = (window as unknown as { postroom: Record<string, Group> }).postroom[subject];
      return group?.[verb]?.(...args) as never;
    },
    [name, input] as [string, unknown[]],
  );
}

/** The same, for what must go well; throws with the error's code otherwise. */
export async function get<N extends RequestName>(
  page: Page,
  name: N,
  ...input: undefined extends Input<N> ? [] : [input: Input<N>]
): Promise<Output<N>> {
  const answer = await ask(page, name, ...input);
  if (answer.ok) return answer.value;
  throw new Error(`${name}: ${answer.error.code} ${answer.error.detail ?? ''}`);
}

/** Saves an account that speaks to the fake, without undo time. */
export async function addTrepstar(
  page: Page,
  fake: TrepstarServer,
  secret = fake.login.password,
): Promise<Account> {
  await get(page, 'settings.change', { undoTime: 0 });
  return get(page, 'accounts.save', trepstarAccount(fake, {}, secret));
}

/** An order without a fault. */
export const anOrder = (accountId: string, changes: Partial<OrderInput> = {}): OrderInput =>
  usualOrder({ accountId, invoice: 'A-1001', name: 'Zoë Müller', ...changes });

/** Places it; answers its id. */
export async function placeOrder(page: Page, order: OrderInput): Promise<string> {
  const batch = await get(page, 'orders.submitBatch', {
    batchId: `e2e-${order.invoice}-${Math.random().toString(36).slice(2)}`,
    label: '',
    orders: [order],
  });
  const [id] = batch.ids;
  if (id === undefined) throw new Error('no id');
  return id;
}

/** The status of an order now. */
export const statusOf = async (page: Page, id: string): Promise<string> =>
  (await get(page, 'orders.get', { id })).order.status;
