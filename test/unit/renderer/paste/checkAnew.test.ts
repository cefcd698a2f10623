import { expect, it } from 'vitest';
import type { CallName, DraftHead, FromWorker } from '../../../../renderer/paste/protocol.ts';
import { answerCalls } from '../../../../renderer/paste/worker/answerCalls.ts';
import { PasteSession } from '../../../../renderer/paste/worker/pasteSession.ts';
import { draftOf } from '../../../fixtures/handedOver.ts';

const rows = 100_000;
const head = 'Order no,SKU,Qty,Ship Name,Address 1,ZIP,City,Ctry,E-Mail,Status';
const line = (n: number): string =>
  `RV-${n},${n % 1000 === 7 ? 'LAMP' : '66750'},1,Person Nr${n},Lindenweg ${n + 1},10115,Berlin,DE,p${n}@example.org,`;
const text = [head, ...Array.from({ length: rows }, (_, n) => line(n)), 'Total,,,,,,,,,'].join('\n');
const known = (skus: string[]) => [{ productId: '66750', title: 'Lamp Light', skus }];
const today = 20_000;
const draftHead: DraftHead = {
  batchId: 'batch-0001',
  nextRow: 0,
  label: 'Paste',
  accountId: 'a',
  mode: 'live',
  step: 'rows',
  sending: null,
  sent: null,
};

/** The worker's side of a paste of 100,000 rows, and what it sends to the page. */
async function opened() {
  const sent: FromWorker[] = [];
  const session = new PasteSession(() => undefined);
  const answer = answerCalls(session, (message) => sent.push(message));
  let id = 0;
  const ask = (call: CallName, ...args: unknown[]) => answer({ id: (id += 1), call, args });
  session.setProducts(known([]), today, 30);
  await session.open({ kind: 'text', text, html: '' });
  await session.whole();
  const values = () => sent.flatMap((one) => (one.kind === 'answer' ? [one.value] : []));
  return { session, ask, values };
}

it('answers for rows and takes edits while 100,000 rows are checked against new products', async () => {
  const { session, ask, values } = await opened();
  expect(session.state()?.counts).toMatchObject({ orders: rows, attention: rows / 1000 });

  void ask('setProducts', known(['LAMP']), today, 30);
  expect(session.isBusy).toBe(true);
  // Rows at the end, whose turn has not come: they know the new product already, and the totals are no order.
  await ask('rows', 99_007, 99_007);
  await ask('rows', rows, rows);
  expect(values().slice(1)).toMatchObject([
    { rows: [{ key: 99_007, problems: [], notOrder: '' }] },
    { rows: [{ notOrder: 'totals' }] },
  ]);
  // A message that comes later is heard between the slices, long before the end.
  await new Promise<void>((heard) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      heard();
    };
    port2.postMessage(null);
  });
  expect(session.isBusy).toBe(true);
  expect(session.state()).toMatchObject({ counts: { attention: rows / 1000 } });
  expect(session.state()?.checking).not.toBeNull();

  // An edit is there at once, checked, and so it is when all is done.
  await ask('change', [{ row: 50, column: 5, value: '1234' }]);
  expect(session.isBusy).toBe(true);
  await ask('rows', 50, 50);
  const row = { key: 50, problems: [{ field: 'zip' }] };
  expect(values().at(-1)).toMatchObject({ rows: [row] });
  // What asks about all rows waits for them.
  await ask('nextProblem', { row: 90_000, column: 0 }, false);
  expect(session.isBusy).toBe(false);
  expect(values().at(-1)).toMatchObject({ row: 50, column: 5 });
  expect(session.state()).toMatchObject({ checking: null, counts: { orders: rows, attention: 1 } });
  session.undo();
  expect(session.state()?.counts).toMatchObject({ orders: rows, attention: 0 });
}, 120_000);

it('takes a draft of 100,000 rows back, and its first row for a header, without standing still', async () => {
  const { session } = await opened();
  const draft = await draftOf(session, draftHead);
  const again = new PasteSession(() => undefined);
  again.setProducts(known([]), today, 30);
  expect(again.restore(draft).ok).toBe(true);
  expect(again.isBusy).toBe(true);
  expect(again.rows(99_007, 99_007).rows).toMatchObject([{ problems: [{ code: 'productUnknown' }] }]);
  expect(again.state()).toMatchObject({ rowCount: rows + 1, counts: { orders: 0, ready: 0 } });
  await again.whole();
  expect(again.state()?.counts).toEqual(session.state()?.counts);

  again.setHeader(false);
  expect(again.isBusy).toBe(true);
  // Counts of a moment ago, until all is known.
  expect(again.state()?.counts).toEqual(session.state()?.counts);
  await again.whole();
  expect(again.state()?.rowCount).toBe(rows + 2);
}, 120_000);
