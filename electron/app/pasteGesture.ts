import type { Input, InputEvent } from 'electron';
import { isPasteKey } from '../../shared/lib/pasteKey.ts';

/** So long may the page take to ask after the keys were pressed, in ms. */
const patience = 10_000;

/** The part of Electron's WebContents that is listened to. */
interface Contents {
  on: (event: 'input-event', listener: (event: unknown, input: InputEvent) => void) => unknown;
}

/**
 * The keys for "paste" as the system delivers them, which no script can make up. Each lets the page have the clipboard
 * once; without them it stays as closed to the page as its permissions say.
 */
export class PasteGesture {
  #pressedAt = Number.NEGATIVE_INFINITY;

  /** Listens to the keys of a window. */
  follow(contents: Contents, now: () => number = Date.now): void {
    contents.on('input-event', (_event, input) => {
      // 'rawKeyDown' from the system and tests, 'keyDown' where there is no character of its own.
      if (input.type !== 'rawKeyDown' && input.type !== 'keyDown') return;
      // A key's event carries all of Input; the types know only what an event made by a program may have.
      if (isPasteKey(input as unknown as Input)) this.#pressedAt = now();
    });
  }

  /** Whether the keys were pressed just now; true once for each time. */
  take(now = Date.now()): boolean {
    const fresh = now - this.#pressedAt < patience;
    this.#pressedAt = Number.NEGATIVE_INFINITY;
    return fresh;
  }
}
