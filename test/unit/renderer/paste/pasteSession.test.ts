import { describe, expect, it } from 'vitest';
import type { DraftHead, SendTerms } from '../../../../renderer/paste/protocol.ts';
import { draftOf } from '../../../fixtures/handedOver.ts';
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
  sent: null,
};

async function opened(lines: readonly string[]): Promise<PasteSession> {
  const session = new PasteSession(() => undefined);
  session.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
  const read = await session.open({ kind: 'text', text: [heads, ...lines].join('\n'), html: '' });
  expect(read.ok).toBe(true);
  return session;
}
const four = () => [line(0), line(1, ''), line(2, 'Person Nr2', '1099'), line(3)];

describe('a paste', () => {
  it('has what is seen first in its answer, with the meanings that were remembered for its headers', async () => {
    const text = [heads, ...four()].join('\n');
    const first = await opened(four());
    first.setRole(3, 'company');
    const remembered = first.mappingText();
    for (const known of [[], [remembered]]) {
      const session = new PasteSession(() => undefined);
      session.knowMappings(known);
      const answer = await session.open({ kind: 'text', text, html: '' });
      if (!answer.ok) throw new Error(answer.error.code);
      const { state, firstRows } = answer.value;
      expect(state.columns[3]?.role).toBe(known.length === 0 ? 'name' : 'company');
      expect(firstRows).toEqual(session.rows(0, 3));
      expect(state.version).toBe(firstRows.version);
    }
    // What was chosen here needs not be told again.
    const again = await first.open({ kind: 'text', text, html: '' });
    expect(again).toMatchObject({ value: { state: { columns: { 3: { role: 'company' } } } } });
  });

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

  it('takes back other meanings of columns too, with what was typed into columns that went', async () => {
    const session = await opened(four());
    const all = { top: 0, bottom: 9, left: 0, right: 20 };
    session.setRole(7, 'none');
    session.change([{ row: 0, column: 3, value: 'Ada Byron' }]);
    const before = session.copyText(all).text;
    session.setRole(4, 'text');
    session.setRole(4, 'company');
    session.undo();
    session.undo();
    expect(session.state()?.columns[4]?.role).toBe('addr');
    expect(session.copyText(all).text).toBe(before);
    session.undo();
    expect(session.copyText(all).text).toContain('Person Nr0');
    session.undo();
    expect(session.state()?.columns[7]?.role).toBe('state');
    for (let step = 0; step < 4; step += 1) session.redo();
    expect(session.state()?.columns[4]?.role).toBe('company');
    expect(session.copyText(all).text).toContain('Ada Byron');
  });

  it('keeps what was typed into an added column when another column takes its field, and brings it back', async () => {
    const session = await opened(four());
    session.setRole(8, 'none');
    const country = (): number => {
      const state = session.state();
      return state?.shown.findIndex((at) => state.columns[at]?.role === 'country') ?? -1;
    };
    session.change([{ row: 1, column: country(), value: 'AT' }]);
    const filled = session.copyText({ top: 0, bottom: 3, left: country(), right: country() }).text;
    expect(filled).toContain('AT');
    session.setRole(8, 'country');
    expect(session.copyText({ top: 1, bottom: 1, left: country(), right: country() }).text).toBe('DE');
    session.undo();
    expect(session.copyText({ top: 0, bottom: 3, left: country(), right: country() }).text).toBe(filled);
    // The same after a restart, when the rows come out of the draft.
    const again = new PasteSession(() => undefined);
    again.restore(await draftOf(session, head));
    again.setRole(7, 'none');
    const state = again.state();
    const at = state?.shown.findIndex((one) => state.columns[one]?.role === 'country') ?? -1;
    expect(again.copyText({ top: 0, bottom: 3, left: at, right: at }).text).toBe(filled);
  });

  it('knows whether the first row is a header after a restart, and can still change its mind', async () => {
    const session = await opened(four());
    session.change([{ row: 2, column: 3, value: 'Ada Byron' }]);
    session.setHeader(false);
    expect(session.state()).toMatchObject({ headerRecord: 0, rowCount: 5 });
    const again = new PasteSession(() => undefined);
    again.restore(await draftOf(session, head));
    expect(again.state()).toMatchObject({ headerRecord: 0, rowCount: 5 });
    const names = { top: 0, bottom: 4, left: 3, right: 3 };
    expect(again.copyText(names).text.split('\r\n')).toEqual([
      'Ship Name',
      'Person Nr0',
      '',
      'Ada Byron',
      'Person Nr3',
    ]);
    again.setHeader(true);
    expect(again.state()).toMatchObject({ headerRecord: 1, rowCount: 4 });
    expect(again.state()?.columns[3]).toMatchObject({ header: 'Ship Name', role: 'name' });
    expect(again.copyText(names).text.split('\r\n')).toEqual(['Person Nr0', '', 'Ada Byron', 'Person Nr3']);
  });

  it('leaves a mended row in the view that was chosen by problems', async () => {
    const session = await opened(four());
    session.showRows({ kind: 'attention' });
    expect(session.rows(0, 9).rows.map(({ number }) => number)).toEqual([2, 3]);
    session.change([{ row: 0, column: 3, value: 'Ada Byron' }]);
    expect(session.rows(0, 9).rows.map(({ number, mark }) => [number, mark])).toEqual([
      [2, ''],
      [3, 'repair'],
    ]);
    // Two rows pasted into two rows that do not stand together.
    session.paste({ top: 0, bottom: 1, left: 6, right: 6 }, 'Bonn\nKassel');
    session.showRows({ kind: 'all' });
    expect(session.copyText({ top: 0, bottom: 3, left: 6, right: 6 }).text).toBe(
      'Berlin\r\nBonn\r\nKassel\r\nBerlin',
    );
    session.showRows({ kind: 'attention' });
    expect(session.rows(0, 9).rows.map(({ number }) => number)).toEqual([3]);
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

  it('knows whether what would be sent is what was looked at', async () => {
    const session = await opened(four());
    session.plan(terms, []);
    expect(session.plan(terms, [])).toEqual({ orders: 2, isSame: true });
    expect(session.plan({ ...terms, mode: 'test' }, [])).toEqual({ orders: 2, isSame: false });
    session.plan(terms, []);
    session.change([{ row: 0, column: 3, value: 'Ada Byron' }]);
    expect(session.plan(terms, [])).toEqual({ orders: 2, isSame: false });
  });

  it('plans an interrupted submit again with the same orders in the same sequence', async () => {
    const session = await opened([...four(), line(4)]);
    session.plan(terms, []);
    const before = session.batch(0, 10).map(({ order }) => order);
    const text = await draftOf(session, { ...head, sending: terms });
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
    const text = await draftOf(session, head);
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
    expect(session.replace(query, 'Potsdam', { row: 1, column: 0 })).toBe(0);
    expect(session.replace(query, 'Potsdam', null)).toBe(4);
    session.undo();
    const column = session.find(query, { row: 0, column: 0 }, false)?.column ?? -1;
    expect(session.replace(query, 'Potsdam', { row: 2, column })).toBe(1);
    expect(session.copyText({ top: 1, bottom: 2, left: column, right: column }).text).toBe(
      'Berlin\r\nPotsdam',
    );
    session.undo();
    expect(session.replace(query, 'Potsdam', null)).toBe(4);
  });

  it('says that there is nothing in a blank paste', async () => {
    const session = new PasteSession(() => undefined);
    const read = await session.open({ kind: 'text', text: ' \n\t\n', html: '' });
    expect(read).toMatchObject({ ok: false, error: { code: 'bad-input', detail: 'noRows' } });
  });
});
