import { app } from 'electron';

/**
 * Before ready: the page does not stand still until the process that draws has started. Without this, Chromium on
 * desktops holds up the page's only thread for it (0.3 s, more where there is no graphics processor), just when the
 * page could be reading its scripts. On phones it is Chromium's default; a version that does not know it ignores it.
 */
export function drawWhenReady(): void {
  const asked = app.commandLine.getSwitchValue('enable-features');
  app.commandLine.appendSwitch('enable-features', withFeature(asked, 'EstablishGpuChannelAsync'));
}

/** A switch's list of features with one more; whoever starts the app may have asked for some. */
export const withFeature = (features: string, more: string): string =>
  [...features.split(',').filter((name) => name !== '' && name !== more), more].join(',');
