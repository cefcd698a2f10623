import { expect, test } from 'vitest';
import { swissRight, zoneKinds } from '../../../../shared/mailings/letterProfiles.ts';
import { copyOf, newZone, profileFaults, readMillimetres } from '../../../../shared/mailings/ownProfile.ts';

test('a copy is good at once and leaves the given one alone', () => {
  const own = copyOf(swissRight, 'own-1', 'Ours');
  expect(profileFaults(own)).toEqual([]);
  const [first] = own.zones;
  if (first === undefined) throw new Error('no zone');
  first.box.x = 1;
  expect(swissRight.zones[0]?.box.x).toBe(117);
  expect(
    zoneKinds.map(newZone).flatMap((zone) => profileFaults({ ...own, zones: [...own.zones, zone] })),
  ).toEqual([]);
});

test('what keeps a profile from being used is named with its zone', () => {
  const own = copyOf(swissRight, 'own-1', ' ');
  const box = { x: 200, y: 10, width: 20, height: 5 };
  const zones = [
    { ...newZone('visible'), box },
    { ...newZone('visible'), box: { ...box, width: 0 } },
    { ...newZone('visible'), box: { ...box, x: Number.NaN } },
  ];
  expect(profileFaults({ ...own, zones })).toEqual([
    { what: 'nameMissing' },
    { what: 'addressMissing' },
    { what: 'outside', zone: 0 },
    { what: 'empty', zone: 1 },
    { what: 'empty', zone: 2 },
  ]);
});

test.each([
  ['12.5', 12.5],
  [' 12,5 ', 12.5],
  ['0', 0],
  ['-3', -3],
])('%s are millimetres', (text, value) => expect(readMillimetres(text)).toBe(value));

test.each(['', 'x', '1.2.3', '1e3', '5 mm'])('"%s" is no measure', (text) =>
  expect(readMillimetres(text)).toBeNaN(),
);
