import { describe, expect, it } from 'vitest';
import { handedOver } from '../../../fixtures/handedOver.ts';
import { PasteSession } from '../../../../renderer/paste/worker/pasteSession.ts';

const heads = 'Order no,SKU,Qty,Ship Name,Address 1,ZIP,City,Ctry,E-Mail,Note';
const line = (n: number): string =>
  `RV-${n},66750,1,Person Nr${n},Lindenweg ${n + 1},${n % 500 === 7 ? '1099' : 10_115},Berlin,DE,p${n}@example.org,${'x'.repeat(40)}`;
const text = (rows: number): string => [heads, ...Array.from({ length: rows }, (_, n) => line(n))].join('\n');
const rows = 6000;

function begun(): { session: PasteSession; told: number[] } {
  const told: number[] = [];
  const session = new PasteSession((count) => told.push(count));
  session.setProducts([{ productId: '66750', title: 'Lamp Light', skus: [] }], 20_000, 30);
  return { session, told };
}
const source = (content: string) => ({ kind: 'text', text: content, html: '' }) as const;

describe('a large paste', () => {
  it('shows its first rows, checked, before the others are read', async () => {
    const { session, told } = begun();
    const before = session.version;
    await session.open(source(text(rows)));
    expect(session.isBusy).toBe(true);
    // The answer tells of it; news on top would have the page draw a picture without rows first.
    expect(told).toEqual([]);
    expect(session.version).toBeGreaterThan(before);
    expect(session.rows(7, 7).rows[0]?.problems[0]?.repair?.value).toBe('01099');
    const first = session.state();
    expect(first?.reading).not.toBeNull();
    expect(first?.rowCount).toBeGreaterThan(100);
    expect(first?.rowCount).toBeLessThan(rows);
    await session.whole();
    expect(session.isBusy).toBe(false);
    expect(session.state()).toMatchObject({ reading: null, rowCount: rows, shown: first?.shown });
    expect(session.state()?.counts).toMatchObject({ orders: rows, attention: rows / 500 });
  });

  it('keeps what was typed while it was read, and takes it back afterwards', async () => {
    const { session } = begun();
    // A later row is wider: added columns move, edits in them must follow.
    await session.open(source(`${text(rows)}\n${line(rows)},more,and more`));
    const shown = session.state()?.shown ?? [];
    session.change([{ row: 3, column: 3, value: 'Ada Byron' }]);
    session.change([
      { row: 7, column: 5, value: '01099' },
      { row: 8, column: shown.length - 1, value: 'typed' },
    ]);
    const before = session.copyText({ top: 0, bottom: 20, left: 0, right: shown.length - 1 }).text;
    await session.whole();
    expect(session.copyText({ top: 0, bottom: 20, left: 0, right: shown.length - 1 }).text).toEqual(before);
    expect(before).toContain('Ada Byron');
    expect(session.rows(7, 7).rows[0]?.problems).toEqual([]);
    session.undo();
    session.undo();
    expect(session.copyText({ top: 3, bottom: 3, left: 3, right: 3 }).text).toBe('Person Nr3');
    expect(session.state()?.counts.attention).toBe(rows / 500);
  });

  it('is forgotten when another paste comes between', async () => {
    const { session, told } = begun();
    await session.open(source(text(rows)));
    const first = session.whole();
    await session.open(source(text(10)));
    await first;
    await session.whole();
    expect(session.state()).toMatchObject({ reading: null, rowCount: 10 });
    expect(told).not.toContain(rows);
  });

  it('is refused only when nothing but blanks was read to the end', async () => {
    const { session } = begun();
    const blank = `${' \n'.repeat(60_000)}\n`;
    expect(await session.open(source(blank))).toMatchObject({ ok: false, error: { detail: 'noRows' } });
    expect((await session.open(source(`${blank}${text(5)}`))).ok).toBe(true);
  });
});

describe('a paste of which only the beginning came along', () => {
  const whole = text(rows);
  const cutAt = whole.indexOf('\n', 100_000) + 17;
  it('is shown at once, and read whole when the rest is here', async () => {
    handedOver({ t: whole });
    const { session } = begun();
    const rest = { text: 't', html: null };
    await session.open({ kind: 'text', text: whole.slice(0, cutAt), html: '', rest });
    expect(session.isBusy).toBe(true);
    expect(session.rows(7, 7).rows[0]?.problems[0]?.repair?.value).toBe('01099');
    session.change([{ row: 3, column: 3, value: 'Ada Byron' }]);
    await session.whole();
    expect(session.state()).toMatchObject({ reading: null, rowCount: rows });
    expect(session.state()?.counts).toMatchObject({ orders: rows, attention: rows / 500 });
    expect(session.copyText({ top: 3, bottom: 3, left: 3, right: 3 }).text).toBe('Ada Byron');
    expect(session.copyText({ top: rows - 1, bottom: rows - 1, left: 3, right: 3 }).text).toBe(
      `Person Nr${rows - 1}`,
    );
  });

  it('waits for the rest where its beginning has too few rows', async () => {
    handedOver({ t: whole, one: `${heads},${'y'.repeat(300_000)}\n${line(1)}` });
    for (const [token, beginning, count] of [
      ['t', whole.slice(0, 2000), rows],
      ['one', heads, 1],
    ] as const) {
      const { session } = begun();
      const rest = { text: token, html: null };
      expect((await session.open({ kind: 'text', text: beginning, html: '', rest })).ok).toBe(true);
      await session.whole();
      expect(session.state()?.rowCount).toBe(count);
    }
  });

  it('fetches the HTML only where it has columns that the text lost', async () => {
    const table = `<table>${[heads, ...Array.from({ length: 9 }, (_, n) => line(n))]
      .map((row) => `<tr><td>${row.replaceAll(',', '</td><td>')}</td></tr>`)
      .join('')}</table>`;
    handedOver({ page: table });
    const { session } = begun();
    const rest = { text: null, html: 'page' };
    const lost = 'Order no\nSKU\nRV-1';
    expect((await session.open({ kind: 'text', text: lost, html: table.slice(0, 900), rest })).ok).toBe(true);
    expect(session.state()?.rowCount).toBe(9);
    // The page was fetched once and would not be there again.
    handedOver({});
    expect((await session.open({ kind: 'text', text: text(9), html: table.slice(0, 900), rest })).ok).toBe(
      true,
    );
  });

  it('is not taken for all when the rest does not come', async () => {
    handedOver({});
    const failed: string[] = [];
    const session = new PasteSession(() => undefined, { failed: ({ code }) => failed.push(code) });
    const rest = { text: 't', html: null };
    await session.open({ kind: 'text', text: whole.slice(0, cutAt), html: '', rest });
    await session.whole();
    expect(failed).toEqual(['internal']);
    expect(session.state()).toBeNull();
  });
});
