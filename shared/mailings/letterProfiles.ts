import { z } from 'zod';

/**
 * Letter profiles: where the address stands and what must stay empty, as data with a source.
 * Millimetres from the top left of an A4 page.
 */
const box = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

export const zoneKinds = [
  'address', // always visible in the window: the address goes here
  'visible', // may show in the window when the sheet slides: nothing else here
  'return', // a return line is allowed here
  'keepEmpty', // franking and the like
  'edge', // cannot be printed
  'fold',
  'punch',
  'dmc', // the inserter's data matrix
] as const;
export type ZoneKind = (typeof zoneKinds)[number];

const zoneSchema = z.object({
  kind: z.enum(zoneKinds),
  box,
  /** Where the measures come from. */
  source: z.string(),
  /** Nobody has confirmed it: the page says so beside it. */
  assumed: z.boolean(),
});
export type Zone = z.infer<typeof zoneSchema>;

export const letterProfileSchema = z.object({
  id: z.string().min(1),
  /** Shown for own profiles; the built-in ones are named by the catalogue (mailings subject). */
  name: z.string().min(1),
  envelope: z.string(),
  zones: z.array(zoneSchema),
});
export type LetterProfile = z.infer<typeof letterProfileSchema>;

const zone = (
  kind: ZoneKind,
  x: number,
  y: number,
  width: number,
  height: number,
  source: string,
  assumed = false,
): Zone => ({ kind, box: { x, y, width, height }, source, assumed });

const sn = 'SN 010130 window table, less the play of a folded A4 sheet in a C5 envelope (19 x 13.5 mm)';
const edges = [
  zone('edge', 0, 0, 210, 5, 'Unprintable edge of 5 mm'),
  zone('edge', 0, 292, 210, 5, 'Unprintable edge of 5 mm'),
  zone('edge', 0, 0, 5, 297, 'Unprintable edge of 5 mm'),
  zone('edge', 205, 0, 5, 297, 'Unprintable edge of 5 mm'),
];
const punchHoles = [
  zone('punch', 9, 105.5, 6, 6, 'ISO 838: two holes of 6 mm, 80 mm apart, 12 mm from the edge', true),
  zone('punch', 9, 185.5, 6, 6, 'ISO 838: two holes of 6 mm, 80 mm apart, 12 mm from the edge', true),
];
const dmcBottom = zone(
  'dmc',
  0,
  287,
  40,
  10,
  'The service gives no measures: 10 mm at the bottom left',
  true,
);
const foldC5 = zone('fold', 0, 148, 210, 1, 'A4 folded once into C5', true);

export const swissRight: LetterProfile = {
  id: 'swiss-right',
  name: 'Switzerland, window right (C5)',
  envelope: 'C5 229 x 162',
  zones: [
    zone('address', 117, 52, 81, 31.5, sn),
    zone('visible', 98, 38.5, 107, 58.5, sn),
    zone('keepEmpty', 136, 5, 69, 33, 'Swiss Post franking zone 74 x 38, top right of the envelope', true),
    ...edges,
    foldC5,
    ...punchHoles,
    dmcBottom,
  ],
};

export const swissLeft: LetterProfile = {
  id: 'swiss-left',
  name: 'Switzerland, window left (C5)',
  envelope: 'C5 229 x 162',
  zones: [
    zone('address', 20, 52, 81, 31.5, sn),
    zone('visible', 5, 38.5, 115, 58.5, sn),
    ...edges,
    foldC5,
    ...punchHoles,
    dmcBottom,
  ],
};

const din = 'DIN 5008 form B: address field 85 x 45 mm, 20 mm from the left, 45 mm from the top';
export const din5008b: LetterProfile = {
  id: 'din-5008-b',
  name: 'DIN 5008, form B (DL)',
  envelope: 'DL 220 x 110',
  zones: [
    zone('address', 20, 50, 85, 40, din),
    zone('return', 20, 45, 85, 17.7, 'DIN 5008 form B: return and remarks zone of 17.7 mm'),
    zone('visible', 20, 45, 90, 47, 'DL window of 90 x 45 mm, 20 mm from the left', true),
    ...edges,
    zone('fold', 0, 104.5, 210, 1, 'DIN 5008 form B: fold marks at 105 and 210 mm'),
    zone('fold', 0, 209.5, 210, 1, 'DIN 5008 form B: fold marks at 105 and 210 mm'),
    ...punchHoles,
    dmcBottom,
  ],
};

export const letterProfiles: readonly LetterProfile[] = [swissRight, swissLeft, din5008b];
export const defaultProfile = swissRight;

/** A built-in profile by id, or the default one. */
export function profileById(id: string, own: readonly LetterProfile[] = []): LetterProfile {
  return [...own, ...letterProfiles].find((p) => p.id === id) ?? defaultProfile;
}

/** The zones of one kind. */
export function zonesOf(profile: LetterProfile, kind: ZoneKind): Zone[] {
  return profile.zones.filter((z) => z.kind === kind);
}
