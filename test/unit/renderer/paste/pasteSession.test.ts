import { describe, expect, it } from 'vitest';
import type { DraftHead, SendTerms } from '../../../../renderer/paste/protocol.ts';
import { PasteSession } from '../../../../renderer/paste/worker/pasteSession.ts';

const heads = 'Order no\tSKU\tQty\tShip Name\tAddress 1\tZIP\tCity\tProvince\tCtry\tE-Mail';
const line = (index: number, name = `Person Nr${index}`, zip = String(10_115 + index)): string =>
  `RV-${100 + index}\t66750\t1\t${name}\tLindenweg ${index + 1}\t${zip}\tBerlin\t\tDE\tp${index}@example.org`;
const terms: SendTerms = { accountId: 'a', mode: 'live', method: 'standard' };
const head: DraftHead = {
  batchId: 'batch-0001',
  nextRow: 0,
  label: 'Paste',
  accountId: 'a',
  mode: 'live',
  step: 'rows',
  sending: null,
};

async function opened(lines: readonly string[]): Promise<PasteSession> {
  const session = new PasteSession(() => undefined);
  session.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
  const read = await session.open({ kind: 'text', text: [heads, ...lines].join('\n'), html: '' }, []);
  expect(read.ok).toBe(true);
  return session;
}
const four = () => [line(0), line(1, ''), line(2, 'Person Nr2', '1099'), line(3)];

describe('a paste', () => {
  it('counts what is ready and shows the offered repair at its cell', async () => {
    const session = await opened(four());
    expect(session.state()?.counts).toMatchObject({ ready: 2, attention: 2 });
    const [row] = session.rows(2, 2).rows;
    expect(row?.mark).toBe('repair');
    expect(row?.problems[0]?.repair?.value).toBe('01099');
    expect(session.nextProblem({ row: 0, column: 0 }, false)).toMatchObject({ row: 1 });
    expect(session.nextProblem({ row: 0, column: 0 }, true)).toMatchObject({ row: 2 });
  });

  it('takes every change back, repairs and rows included', async () => {
    const session = await opened(four());
    const all = { top: 0, bottom: 9, left: 0, right: 9 };
    const before = session.copyText(all).text;
    session.change([{ row: 1, column: 3, value: 'Ada Byron' }]);
    session.takeAll('zipLeadingZero');
    session.deleteRows(0, 0);
    session.insertRows(1, 2);
    session.paste({ top: 4, bottom: 4, left: 3, right: 3 }, 'one\ntwo\nthree');
    session.fill({ top: 0, bottom: 1, left: 4, right: 5 }, '');
    const after = session.copyText(all).text;
    expect(after).not.toEqual(before);
    for (let step = 0; step < 6; step += 1) session.undo();
    expect(session.copyText(all).text).toEqual(before);
    for (let step = 0; step < 6; step += 1) session.redo();
    expect(session.copyText(all).text).toEqual(after);
  });

  it('sends only what is ready; the rest stays, and undo does not bring the sent rows back', async () => {
    const session = await opened(four());
    expect(session.plan(terms, []).orders).toBe(2);
    const batch = session.batch(0, 10);
    expect(batch.map(({ order }) => order.invoice)).toEqual(['RV-100', 'RV-103']);
    session.sent(batch.flatMap(({ rows }) => rows));
    session.undo();
    expect(session.state()?.counts).toMatchObject({ rows: 2, ready: 0, attention: 2 });
  });

  it('keeps orders whose invoice was used before in the sheet', async () => {
    const session = await opened(four());
    const review = session.review(terms, ['rv-100']);
    expect(review.orders).toBe(1);
    expect(review.barred).toEqual([{ number: 2, code: 'invoiceUsed' }]);
    expect(session.plan(terms, ['rv-100']).orders).toBe(1);
  });

  it('plans an interrupted submit again with the same orders in the same sequence', async () => {
    const session = await opened([...four(), line(4)]);
    session.plan(terms, []);
    const before = session.batch(0, 10).map(({ order }) => order);
    const text = session.draft({ ...head, sending: terms }, true);
    const again = new PasteSession(() => undefined);
    again.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
    const restored = again.restore(text);
    expect(restored.ok && restored.value.sending).toEqual(terms);
    expect(again.batch(0, 10).map(({ order }) => order)).toEqual(before);
  });

  it('restores edits and what was left as it is, and refuses a draft that is cut off', async () => {
    const session = await opened(four());
    session.change([{ row: 1, column: 3, value: 'Ada Byron' }]);
    session.leaveAll('zipLeadingZero');
    const counts = session.state()?.counts;
    const text = session.draft(head, false);
    const again = new PasteSession(() => undefined);
    again.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
    expect(again.restore(text).ok).toBe(true);
    expect(again.state()?.counts).toEqual(counts);
    expect(again.restore(text.slice(0, -5)).ok).toBe(false);
  });

  it('never makes a live order of a row that says test, nor of a paste in test mode', async () => {
    const session = await opened([line(0)]);
    session.plan({ ...terms, mode: 'test' }, []);
    expect(session.batch(0, 1)[0]?.order.mode).toBe('test');
  });

  it('finds and replaces over all rows', async () => {
    const session = await opened(four());
    const query = { text: 'berlin', matchCase: false, wholeCell: false };
    expect(session.find(query, { row: 0, column: 0 }, false)).toMatchObject({ row: 0 });
    expect(session.replaceAll(query, 'Potsdam')).toBe(4);
    session.undo();
    expect(session.replaceAll(query, 'Potsdam')).toBe(4);
  });

  it('says that there is nothing in a blank paste', async () => {
    const session = new PasteSession(() => undefined);
    const read = await session.open({ kind: 'text', text: ' \n\t\n', html: '' }, []);
    expect(read).toMatchObject({ ok: false, error: { code: 'bad-input', detail: 'noRows' } });
  });
});
