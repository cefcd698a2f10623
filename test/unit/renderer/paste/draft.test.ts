import { describe, expect, it, vi } from 'vitest';
import type { DraftHead } from '../../../../renderer/paste/protocol.ts';
import { PasteSession } from '../../../../renderer/paste/worker/pasteSession.ts';
import { draftOf, handedOver } from '../../../fixtures/handedOver.ts';

const heads = 'Order no,SKU,Qty,Ship Name,Address 1,ZIP,City,Ctry,E-Mail';
const line = (n: number): string =>
  `RV-${n},66750,1,"Person ""Nr${n}"" Müller",Lindenweg ${n + 1},10115,Berlin,DE,p${n}@example.org`;
const rows = 6000;
const head: DraftHead = {
  batchId: 'batch-0001',
  nextRow: 7,
  label: 'Paste "5"',
  accountId: 'a',
  mode: 'live',
  step: 'rows',
  sending: null,
  sent: { orders: 7, copies: 9, mode: 'live', at: 1, invoices: ['A-1'] },
};

async function opened(count = rows): Promise<PasteSession> {
  const session = new PasteSession(() => undefined);
  session.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
  const text = [heads, ...Array.from({ length: count }, (_, n) => line(n))].join('\n');
  await session.open({ kind: 'text', text, html: '' });
  await session.whole();
  return session;
}
const names = (text: string): string[] =>
  (JSON.parse(text) as { sheet: { rows: { cells: string[] }[] } }).sheet.rows.map(
    ({ cells }) => cells[3] ?? '',
  );

describe('a draft', () => {
  it('has all rows, and comes back as it was', async () => {
    const session = await opened();
    session.change([{ row: 4000, column: 3, value: 'Ada "Byron"' }]);
    const text = await draftOf(session, head);
    expect(names(text)).toHaveLength(rows);
    const again = new PasteSession(() => undefined);
    again.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
    handedOver({ kept: text });
    expect(await again.restoreFrom('kept')).toMatchObject({ ok: true, value: { head } });
    await again.whole();
    const all = { top: 0, bottom: rows - 1, left: 0, right: 8 };
    expect(again.copyText(all).text).toBe(session.copyText(all).text);
    expect(again.state()?.counts).toEqual(session.state()?.counts);
    expect((await again.restoreFrom('gone')).ok).toBe(false);
  });

  it('of no rows at all still says what was sent', async () => {
    const session = await opened(3);
    session.deleteRows(0, 2);
    const again = new PasteSession(() => undefined);
    expect(again.restore(await draftOf(session, head))).toEqual({ ok: true, value: head });
    expect(again.state()?.rowCount).toBe(0);
  });

  it('is of one moment, whatever is typed while it is written', async () => {
    const session = await opened();
    const { posted } = handedOver();
    // So slow a machine that there is a pause after every piece.
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 20));
    let writing = true;
    const written = session.writeDraft(head).finally(() => (writing = false));
    let typed = 0;
    // The first and the last row always change together.
    while (writing) {
      typed += 1;
      const value = `typed ${typed}`;
      session.change([
        { row: 0, column: 3, value },
        { row: rows - 1, column: 3, value },
      ]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await written).toBe(true);
    vi.restoreAllMocks();
    await session.postDraft('t');
    const found = names(posted.get('t') ?? '');
    expect(found).toHaveLength(rows);
    expect(found[0]).toMatch(/^typed \d+$/);
    expect(found[0]).toBe(found.at(-1));
  });

  it('is none when another sheet takes the place, or it was closed', async () => {
    const session = await opened();
    const { posted } = handedOver();
    const written = session.writeDraft(head);
    session.close();
    expect(await written).toBe(false);
    expect((await session.postDraft('t')).ok).toBe(false);
    expect(await session.writeDraft(head)).toBe(false);
    expect(posted.size).toBe(0);
  });
});
