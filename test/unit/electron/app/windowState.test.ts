import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  defaultSize,
  fitToScreens,
  minimumSize,
  readWindowState,
  writeWindowState,
} from '../../../../electron/app/windowState.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('fitToScreens', () => {
  it('starts in the middle at the default size', () => {
    expect(fitToScreens(null, [screen])).toEqual({ ...defaultSize, maximized: false });
  });

  it('keeps a place that is on a screen', () => {
    const state = { x: 2000, y: 40, width: 1000, height: 700, maximized: true };
    expect(fitToScreens(state, [screen, second])).toEqual(state);
  });

  it('forgets a place on a screen that is gone, and keeps the size', () => {
    const state = { x: 2000, y: 40, width: 1000, height: 700, maximized: false };
    expect(fitToScreens(state, [screen])).toEqual({ width: 1000, height: 700, maximized: false });
  });

  it('forgets a place whose title bar cannot be reached', () => {
    const state = { x: 100, y: -500, width: 1000, height: 700, maximized: false };
    expect(fitToScreens(state, [screen])).not.toHaveProperty('x');
  });

  it('is never smaller than usable nor larger than the screen', () => {
    expect(fitToScreens({ x: 0, y: 0, width: 10, height: 10, maximized: false }, [screen])).toMatchObject(
      minimumSize,
    );
    expect(fitToScreens({ x: 0, y: 0, width: 9000, height: 9000, maximized: false }, [screen])).toMatchObject(
      {
        width: 1920,
        height: 1040,
      },
    );
  });
});

describe('the file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'postroom-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('comes back as it was', () => {
    const file = path.join(folder, 'window.json');
    const state = { x: 5, y: 6, width: 1000, height: 700, maximized: false };
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each(['', '{', '[]', '{"width":"wide"}', '{"width":-1,"height":5,"maximized":false}'])(
    'is nothing when damaged: %s',
    (text) => {
      const file = path.join(folder, 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toBeNull();
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('is nothing when missing', () => {
    expect(readWindowState(path.join(folder, 'none.json'))).toBeNull();
  });
});
