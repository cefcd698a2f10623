import { describe, expect, it } from 'vitest';
import { PasteGesture } from '../../../../electron/app/pasteGesture.ts';

const none = { control: false, meta: false, shift: false, alt: false };

/** A gesture that follows a window whose keys are pressed here, at a time that is set here. */
function followed() {
  let time = 1000;
  let press: (input: object) => void = () => undefined;
  const gesture = new PasteGesture();
  gesture.follow(
    { on: (_event, listener) => (press = (input) => listener(undefined, input as never)) },
    () => time,
  );
  return {
    press: (input: object) => press({ type: 'rawKeyDown', ...none, ...input }),
    take: (after = 0) => gesture.take((time += after)),
  };
}

describe('the keys for "paste"', () => {
  it.each([
    { key: 'v', control: true },
    { key: 'V', control: true, shift: true },
    { key: 'v', meta: true },
    { key: 'Insert', shift: true },
    { type: 'keyDown', key: 'v', control: true },
  ])('%o let the page have the clipboard once', (input) => {
    const { press, take } = followed();
    expect(take()).toBe(false);
    press(input);
    expect(take()).toBe(true);
    expect(take()).toBe(false);
  });

  it.each([
    { key: 'v' },
    { key: 'c', control: true },
    { key: 'v', control: true, alt: true },
    { key: 'Insert', control: true, shift: true },
    { key: 'Insert' },
    { type: 'keyUp', key: 'v', control: true },
    { type: 'char', key: 'v', control: true },
    { type: 'mouseDown', button: 'middle' },
  ])('%o are others', (input) => {
    const { press, take } = followed();
    press(input);
    expect(take()).toBe(false);
  });

  it('are forgotten', () => {
    const { press, take } = followed();
    press({ key: 'v', control: true });
    expect(take(10_001)).toBe(false);
    press({ key: 'v', control: true });
    expect(take(9000)).toBe(true);
  });
});
