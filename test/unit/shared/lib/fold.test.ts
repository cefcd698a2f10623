import { expect, test } from 'vitest';
import { fold } from '../../../../shared/lib/fold.ts';
import { newId } from '../../../../shared/lib/newId.ts';

test('letter case, accents, special letters and spaces are folded', () => {
  expect(fold('  Žofia   GRÜẞ ')).toBe('zofia gruss');
  expect(fold('Łódź Ærø')).toBe('lodz aero');
});

test('ids sort by age and do not repeat', () => {
  expect(newId(1000) < newId(2000)).toBe(true);
  expect(new Set(Array.from({ length: 5000 }, () => newId(1))).size).toBe(5000);
});
