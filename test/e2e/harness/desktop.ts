/**
 * The virtual desktops that `build/headless.mjs` made: what an app on one of them has in its environment. None on a real
 * screen.
 */
export const desktops: readonly Readonly<Record<string, string>>[] = JSON.parse(
  process.env['POSTROOM_DESKTOPS'] ?? '[]',
) as Record<string, string>[];

/** From now on everything this process starts or asks has that screen, session bus, keychain and notifications. */
export function moveTo(index: number): void {
  Object.assign(process.env, desktops[index]);
}
