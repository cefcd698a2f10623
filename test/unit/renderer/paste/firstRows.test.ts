import { describe, expect, it } from 'vitest';
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
    const { session } = begun();
    await session.open(source(text(rows)), []);
    expect(session.isReading).toBe(true);
    expect(session.rows(7, 7).rows[0]?.problems[0]?.repair?.value).toBe('01099');
    const first = session.state();
    expect(first?.reading).not.toBeNull();
    expect(first?.rowCount).toBeGreaterThan(100);
    expect(first?.rowCount).toBeLessThan(rows);
    await session.whole();
    expect(session.isReading).toBe(false);
    expect(session.state()).toMatchObject({ reading: null, rowCount: rows, shown: first?.shown });
    expect(session.state()?.counts).toMatchObject({ orders: rows, attention: rows / 500 });
  });

  it('keeps what was typed while it was read, and takes it back afterwards', async () => {
    const { session } = begun();
    // A later row is wider: added columns move, edits in them must follow.
    await session.open(source(`${text(rows)}\n${line(rows)},more,and more`), []);
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
    await session.open(source(text(rows)), []);
    const first = session.whole();
    await session.open(source(text(10)), []);
    await first;
    await session.whole();
    expect(session.state()).toMatchObject({ reading: null, rowCount: 10 });
    expect(told).not.toContain(rows);
  });

  it('is refused only when nothing but blanks was read to the end', async () => {
    const { session } = begun();
    const blank = `${' \n'.repeat(60_000)}\n`;
    expect(await session.open(source(blank), [])).toMatchObject({ ok: false, error: { detail: 'noRows' } });
    expect((await session.open(source(`${blank}${text(5)}`), [])).ok).toBe(true);
  });
});
