/** The parts of a frame that the check reads; Electron's WebFrameMain fits. */
export interface Frame {
  readonly origin: string;
  readonly url: string;
  readonly parent: Frame | null;
}

/** The parts of an IPC event that the check reads; Electron's IpcMainInvokeEvent fits. */
export interface Knock {
  readonly senderFrame: Frame | null;
}

/**
 * Whether a message comes from the main frame of our own page. Read it first thing, before any await:
 * after a navigation the frame is null, and a frame that is gone throws; both are strangers.
 */
export function isOurPage(event: Knock, origin: string): boolean {
  try {
    const frame = event.senderFrame;
    return (
      frame !== null && frame.parent === null && frame.origin === origin && frame.url.startsWith(`${origin}/`)
    );
  } catch {
    // Electron throws when the frame was disposed of meanwhile.
    return false;
  }
}
