import type { LetterProfile } from '../../shared/mailings/letterProfiles.ts';

/** Given profiles are named by the catalogue, own ones by their owner. */
export const profileName = (
  profile: LetterProfile,
  t: (key: string, more: { defaultValue: string }) => string,
): string => t(`mailings.profiles.${profile.id}`, { defaultValue: profile.name });

export const isOwn = (profile: LetterProfile): boolean => profile.id.startsWith('own-');
