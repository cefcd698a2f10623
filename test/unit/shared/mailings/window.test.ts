import { expect, it } from 'vitest';
import type { TextLine } from '../../../../shared/mailings/facts.ts';
import {
  din5008b,
  letterProfiles,
  letterProfileSchema,
  profileById,
  swissLeft,
  swissRight,
  zonesOf,
} from '../../../../shared/mailings/letterProfiles.ts';
import { contains } from '../../../../shared/mailings/box.ts';
import { neededShift } from '../../../../shared/mailings/shift.ts';
import { overshoot, readWindow } from '../../../../shared/mailings/window.ts';

const line = (text: string, x: number, y: number, height = 2.7): TextLine => ({
  text,
  x,
  y,
  width: text.length * 1.8,
  height,
});
const address = (x: number, y: number): TextLine[] =>
  ['Frau', 'Lea Probe', 'Musterweg 12', '8005 Zürich'].map((t, i) => line(t, x, y + i * 4.6));
const read = (lines: TextLine[], profile = swissRight) => readWindow({ lines }, profile);

it('reads the address in the window and nothing else', () => {
  expect(
    read([line('Verlag', 25, 20), ...address(122, 58), line('Basel, 20. November', 122, 101)]),
  ).toMatchObject({
    lines: ['Frau', 'Lea Probe', 'Musterweg 12', '8005 Zürich'],
    foreign: [],
    sender: null,
  });
});

it('takes a small sender line and a franking mark for what they are', () => {
  const sender = line('Verlag, Ring 1, 4051 Basel', 122, 54, 1.6);
  const mark = line('P.P. CH-3001 Bern Post CH AG', 122, 53, 1.7);
  expect(read([sender, ...address(122, 58)])).toMatchObject({
    sender: sender.text,
    foreign: [],
    lines: { length: 4 },
  });
  expect(read([mark, ...address(122, 58)])).toMatchObject({ foreign: [], lines: { length: 4 } });
});

it('reads a clipped address whole, so that it can be measured', () => {
  const [zone] = zonesOf(swissRight, 'address');
  const { box, lines } = read(address(122, 47.5));
  expect(lines).toHaveLength(4);
  expect(zone && box && overshoot(zone.box, box)).toEqual({ side: 'high', mm: 4.5 });
  expect(neededShift({ lines: address(122, 47.5) }, swissRight)).toEqual({ x: 0, y: 6.5 });
});

it('names text that may show beside the address, and keeps body text out', () => {
  expect(read([...address(122, 58), line('Kundennummer 17', 150, 90)]).foreign).toMatchObject([
    { text: 'Kundennummer 17' },
  ]);
  const wide = Array.from({ length: 6 }, (_, i) => ({ ...line('Lauftext', 25, 50 + i * 5), width: 160 }));
  expect(read(wide)).toMatchObject({ lines: [], box: null });
});

it('stops at the place, even when text follows closely', () => {
  expect(read([...address(122, 58), line('Rechnung 4711', 122, 58 + 4 * 4.6)]).lines.at(-1)).toBe(
    '8005 Zürich',
  );
  expect(read([...address(122, 58), line('Schweiz', 122, 58 + 4 * 4.6)]).lines.at(-1)).toBe('Schweiz');
});

it('allows the return line of DIN 5008', () => {
  const back = line('Verlag · Ring 1 · 4051 Basel', 25, 47, 1.6);
  expect(read([back, ...address(25, 64)], din5008b)).toMatchObject({ foreign: [], lines: { length: 4 } });
});

it('has profiles that are sound data: in A4, with a source, the address inside what may show', () => {
  for (const profile of letterProfiles) {
    expect(letterProfileSchema.parse(profile)).toEqual(profile);
    for (const zone of profile.zones) {
      expect(contains({ x: 0, y: 0, width: 210, height: 297 }, zone.box), `${profile.id} ${zone.kind}`).toBe(
        true,
      );
      expect(zone.source).not.toBe('');
    }
    const [address, visible] = [zonesOf(profile, 'address')[0], zonesOf(profile, 'visible')[0]];
    expect(address && visible && contains(visible.box, address.box)).toBe(true);
  }
  expect(zonesOf(swissLeft, 'punch').every((z) => z.assumed)).toBe(true);
  expect(profileById('own', [{ ...swissLeft, id: 'own' }]).id).toBe('own');
  expect(profileById('nobody').id).toBe('swiss-right');
});
