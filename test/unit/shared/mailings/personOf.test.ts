import { expect, test } from 'vitest';
import { personOf } from '../../../../shared/mailings/personOf.ts';

test.each([
  [['Frau', 'Anna Muster', 'Weg 1', '3007 Bern'], 'Anna Muster', 'Weg 1'],
  [['Anna Muster', 'Weg 1', '3007 Bern'], 'Anna Muster', 'Weg 1'],
  [['Frau Anna Muster', 'Weg 1', '3007 Bern'], 'Frau Anna Muster', 'Weg 1'],
  [['Frau'], 'Frau', ''],
])('a salutation alone on a line is not the name: %j', (addressLines, name, address) => {
  expect(personOf({ addressLines, country: 'CH', to: [] })).toMatchObject({ name, address });
});

test('an e-mail without address lines goes by its address', () => {
  expect(personOf({ addressLines: [], country: 'CH', to: ['a@example.com'] }).name).toBe('a@example.com');
});
