import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, trayTemplate } from '../../../../electron/app/menu.ts';
import { screens } from '../../../../shared/contract/screenNames.ts';
import { wordsFor } from '../../../../electron/app/words.ts';

const makeActions = () => ({
  go: vi.fn(),
  refreshNow: vi.fn(),
  quit: vi.fn(),
  openGuide: vi.fn(),
  openLogFolder: vi.fn(),
  show: vi.fn(),
});

function* entries(items: MenuItemConstructorOptions[]): Generator<MenuItemConstructorOptions> {
  for (const item of items) {
    yield item;
    if (Array.isArray(item.submenu)) yield* entries(item.submenu);
  }
}

const press = (item: MenuItemConstructorOptions | undefined): void => {
  (item?.click as (() => void) | undefined)?.();
};

describe.each(['linux', 'win32', 'darwin'] as const)('on %s', (platform) => {
  const actions = makeActions();
  const items = [...entries(menuTemplate(wordsFor('en', ''), actions, platform, true))];

  it('leads to every screen', () => {
    for (const screen of screens) {
      press(items.find(({ label }) => label === wordsFor('en', '')[screen]));
      expect(actions.go).toHaveBeenLastCalledWith(screen);
    }
  });

  it('has no shortcut twice', () => {
    const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [String(accelerator)]));
    const screensOnce = new Set(keys);
    // New order, Paste orders and Mail PDFs stand under File and Go with different shortcuts.
    expect(keys).toHaveLength(screensOnce.size);
  });

  it('has words for every entry that is not a role of the system', () => {
    for (const item of items) {
      if (item.type === 'separator' || item.role !== undefined) continue;
      expect(item.label).toBeTruthy();
    }
  });

  it('quits, refreshes and opens the guide', () => {
    press(items.find(({ label }) => label === 'Quit Postroom'));
    press(items.find(({ label }) => label === 'Refresh now'));
    press(items.find(({ label }) => label === 'User guide'));
    expect(actions.quit).toHaveBeenCalledOnce();
    expect(actions.refreshNow).toHaveBeenCalledOnce();
    expect(actions.openGuide).toHaveBeenCalledOnce();
  });
});

it('offers developer tools only where nothing is packaged', () => {
  const has = (packaged: boolean): boolean =>
    [...entries(menuTemplate(wordsFor('en', ''), makeActions(), 'linux', packaged))].some(
      ({ role }) => role === 'toggleDevTools',
    );
  expect(has(true)).toBe(false);
  expect(has(false)).toBe(true);
});

it('shows, goes and quits from the tray', () => {
  const actions = makeActions();
  const items = trayTemplate(wordsFor('de', ''), actions);
  press(items.find(({ label }) => label === 'Postroom zeigen'));
  press(items.find(({ label }) => label === 'Ausgang'));
  press(items.find(({ label }) => label === 'Postroom beenden'));
  expect(actions.show).toHaveBeenCalledOnce();
  expect(actions.go).toHaveBeenCalledWith('outbox');
  expect(actions.quit).toHaveBeenCalledOnce();
});

describe('wordsFor', () => {
  it.each([
    ['system', 'de-CH', 'Datei'],
    ['system', 'fr-CA', 'Fichier'],
    ['system', 'ja', 'File'],
    ['en', 'de-DE', 'File'],
    ['it', 'de-DE', 'Impostazioni'],
  ] as const)('%s on %s', (language, locale, word) => {
    expect(Object.values(wordsFor(language, locale))).toContain(word);
  });

  it('leaves no word empty in any language', () => {
    for (const language of ['en', 'de', 'fr', 'it'] as const)
      expect(Object.values(wordsFor(language, '')).every((word) => word !== '')).toBe(true);
  });
});
