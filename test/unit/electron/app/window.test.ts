import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, screen: {}, protocol: {} }));
const { pagePreferences } = await import('../../../../electron/app/window.ts');

it('gives the page no power, said aloud', () => {
  expect(pagePreferences('/p/preload.cjs', true)).toEqual({
    preload: '/p/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

it('has developer tools only when it is not packaged', () => {
  expect(pagePreferences('', false).devTools).toBe(true);
});
