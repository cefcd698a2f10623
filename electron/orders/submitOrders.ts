import { createHash } from 'node:crypto';
import type { CheckedInput, Output } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { encodeOrder } from '../../shared/orders/encodeOrder.ts';
import type { OrderInput } from '../../shared/orders/order.ts';
import { mergeLines } from '../../shared/orders/rules/lines.ts';
import { tidyOrder } from '../../shared/orders/tidy.ts';
import { newInvoice, validateOrder } from '../../shared/orders/validate.ts';
import type { DbClient } from '../db/client.ts';
import type { AcceptRow } from '../db/queries/acceptOrders.ts';
import type { StoredAccount } from '../db/queries/accounts.ts';

export interface SubmitParts {
  db: Pick<DbClient, 'call'>;
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/**
 * Accepts orders from the user: checks them by the same rules as the page, gives an invoice to those without, fixes
 * the exact body of each wish, and keeps all of it in one transaction. When this answers, they are on disk.
 */
export async function submitOrders(
  { db, now, random }: SubmitParts,
  input: CheckedInput<'orders.submitBatch'>,
): Promise<Result<Output<'orders.submitBatch'>>> {
  const accounts = new Map((await db.call('accounts.list')).map((account) => [account.id, account]));
  const at = now();
  const rows: AcceptRow[] = [];
  for (const [index, order] of input.orders.entries()) {
    const row = prepare(order, index, accounts, () => newInvoice(new Date(at), random));
    if (!row.ok) return row;
    rows.push({ ...row.value, rowNo: input.firstRow + index });
  }
  const { undoTime } = await db.call('settings.get');
  const dueAt = at + undoTime * 1000;
  const {
    ids,
    invoices,
    dueAt: leavesAt,
  } = await db.call('orders.accept', {
    now: at,
    dueAt,
    batchId: input.batchId,
    label: input.label,
    rows,
  });
  return ok({ ids, invoices, dueAt: leavesAt });
}

function prepare(
  raw: OrderInput,
  index: number,
  accounts: ReadonlyMap<string, StoredAccount>,
  makeInvoice: () => string,
): Result<Omit<AcceptRow, 'rowNo'>> {
  const account = accounts.get(raw.accountId);
  if (account === undefined || account.service === 'tcgate') {
    return fail('bad-input', 'accountMissing', { field: `rows.${index}.accountId` });
  }
  const [fault] = validateOrder(raw);
  if (fault !== undefined) return fail('bad-input', fault.code, { field: `rows.${index}.${fault.field}` });
  const tidy = tidyOrder(raw);
  const order: OrderInput = {
    ...tidy,
    invoice: tidy.invoice === '' ? makeInvoice() : tidy.invoice,
    lines: mergeLines(tidy.lines),
  };
  const body = encodeOrder(order);
  return ok({
    service: account.service,
    order,
    body,
    bodyHash: createHash('sha256').update(body).digest('hex'),
  });
}
