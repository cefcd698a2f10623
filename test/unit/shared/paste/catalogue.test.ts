import { describe, expect, it } from 'vitest';
import { catalogue, generatePaste } from '../../../bench/generatePaste.ts';
import { makeReport } from '../../../../shared/paste/checkReport.ts';
import { readTable } from '../../../../shared/paste/readTable.ts';

describe('10,000 orders from 40 countries with the catalogue of dirt planted', () => {
  // Every kind that waits for a fitting row gets one: the share is high enough for several rounds.
  const paste = generatePaste(10_000, 7, 0.6);
  const report = makeReport({
    table: readTable(paste.text),
    products: [],
    history: null,
    today: 20_000,
    withinDays: 30,
    words: (code) => code,
  });
  const flagged = new Map<number, typeof report.flags>();
  for (const flag of report.flags) flagged.set(flag.record, [...(flagged.get(flag.record) ?? []), flag]);

  it('plants every kind', () => {
    expect(new Set(paste.planted.map((one) => one.kind)).size).toBe(catalogue.length);
  });

  it('has orders from at least 40 countries', () => {
    expect(new Set(report.orders.map((order) => order.country)).size).toBeGreaterThanOrEqual(40);
  });

  it('finds every planted fault, with the right repair where there is one', () => {
    const missed = paste.planted.filter((one) => {
      const flags = flagged.get(one.record)?.filter((flag) => flag.field === one.field) ?? [];
      return !flags.some((flag) => flag.repair === one.right);
    });
    expect(missed.map((one) => ({ ...one, flags: flagged.get(one.record) }))).toEqual([]);
  });

  it('flags at most 0.5 % of clean rows', () => {
    const wrong = paste.clean.filter((record) => flagged.has(record));
    expect(wrong.length / paste.clean.length).toBeLessThanOrEqual(0.005);
  });

  it('leaves every hard negative alone', () => {
    expect(paste.hardNegatives.length).toBeGreaterThan(20);
    expect(paste.hardNegatives.flatMap((record) => flagged.get(record) ?? [])).toEqual([]);
  });
});
