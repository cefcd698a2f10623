import { zonesOf, type LetterProfile, type Zone, type ZoneKind } from './letterProfiles.ts';
import { limits } from './limits.ts';

/** A profile of one's own begins as a copy of a given one; its measures are now the user's. */
export function copyOf(profile: LetterProfile, id: string, name: string): LetterProfile {
  return { ...profile, id, name, zones: profile.zones.map((zone) => ({ ...zone, box: { ...zone.box } })) };
}

/** Where a new zone of a kind begins, to be moved from there. */
const beginnings: Record<ZoneKind, Zone['box']> = {
  address: { x: 118, y: 52, width: 80, height: 30 },
  visible: { x: 98, y: 39, width: 107, height: 58 },
  return: { x: 118, y: 45, width: 80, height: 5 },
  keepEmpty: { x: 136, y: 5, width: 69, height: 33 },
  edge: { x: 0, y: 0, width: 210, height: 5 },
  fold: { x: 0, y: 148, width: 210, height: 1 },
  punch: { x: 9, y: 105.5, width: 6, height: 6 },
  dmc: { x: 0, y: 287, width: 40, height: 10 },
};

/** A zone with measures to begin from, in millimetres. */
export const newZone = (kind: ZoneKind): Zone => ({
  kind,
  box: { ...beginnings[kind] },
  source: '',
  assumed: false,
});

export type ProfileFault =
  | { what: 'nameMissing' | 'addressMissing' }
  | { what: 'outside' | 'empty'; /** Position of the zone. */ zone: number };

/** What keeps a profile from being used. Millimetres; a hundredth over the edge is rounding. */
export function profileFaults(profile: LetterProfile): ProfileFault[] {
  const faults: ProfileFault[] = [];
  if (profile.name.trim() === '') faults.push({ what: 'nameMissing' });
  if (zonesOf(profile, 'address').length === 0) faults.push({ what: 'addressMissing' });
  const { width, height } = limits.a4;
  profile.zones.forEach(({ box }, zone) => {
    const numbers = [box.x, box.y, box.width, box.height];
    if (!numbers.every(Number.isFinite) || box.width <= 0 || box.height <= 0)
      faults.push({ what: 'empty', zone });
    else if (box.x < 0 || box.y < 0 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01)
      faults.push({ what: 'outside', zone });
  });
  return faults;
}

/** "12,5" and "12.5" are both twelve and a half; anything else is NaN. */
export const readMillimetres = (text: string): number =>
  /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
