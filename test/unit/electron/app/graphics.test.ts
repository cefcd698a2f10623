import { beforeEach, expect, it, vi } from 'vitest';

const switches = new Map<string, string>();
const commandLine = {
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  appendSwitch: (name: string, value: string) => void switches.set(name, value),
};
vi.mock('electron', () => ({ app: { commandLine } }));
const { drawWhenReady } = await import('../../../../electron/app/graphics.ts');

beforeEach(() => switches.clear());

it('lets the page begin before the process that draws has started', () => {
  drawWhenReady();
  expect(switches.get('enable-features')).toBe('EstablishGpuChannelAsync');
});

it('keeps the features the app was started with', () => {
  switches.set('enable-features', 'One,Two');
  drawWhenReady();
  drawWhenReady();
  expect(switches.get('enable-features')).toBe('One,Two,EstablishGpuChannelAsync');
});
