import { readTrouble, type Trouble } from './networkTrouble.ts';

export interface BodyLimits {
  /** The longest silence between two pieces of the answer; ms. */
  stallMs: number;
  /** The longest time for the whole of it; ms. */
  wholeMs: number;
  /** A longer answer is not one of the service's. */
  maxBytes: number;
}

export interface Body {
  /** What came, also when the rest did not. */
  bytes: Uint8Array;
  trouble: Trouble | null;
}

/**
 * Reads an answer to its end, within the limits. A body that breaks off, stalls or never ends is trouble, and what
 * came so far is kept for the history. Never rejects.
 */
export async function readBody(response: Response, limits: BodyLimits, stop: AbortController): Promise<Body> {
  if (response.body === null) return { bytes: new Uint8Array(), trouble: null };
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let trouble: Trouble | null = null;
  const end = Date.now() + limits.wholeMs;
  while (trouble === null) {
    const piece = await nextPiece(reader, Math.min(limits.stallMs, end - Date.now()), stop.signal);
    if (piece === 'done') break;
    if (!(piece instanceof Uint8Array)) {
      trouble = piece;
      break;
    }
    size += piece.byteLength;
    if (size > limits.maxBytes)
      trouble = { cause: 'unreadable-answer', bodyLeft: 'maybe', detail: 'too large' };
    else pieces.push(piece);
  }
  // A stream that failed rejects its cancellation with the failure we have already noted.
  if (trouble !== null) void reader.cancel().catch(() => undefined);
  return { bytes: joined(pieces), trouble };
}

/** The next piece, the end, or what went wrong; whichever comes first of data, time and cancellation. */
function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  ms: number,
  signal: AbortSignal,
): Promise<Uint8Array | 'done' | Trouble> {
  return new Promise((resolve) => {
    const finish = (result: Uint8Array | 'done' | Trouble) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const onAbort = () =>
      finish({ cause: 'cancelled', bodyLeft: 'maybe', detail: 'cancelled during the answer' });
    const timer = setTimeout(
      () => finish({ cause: 'timeout', bodyLeft: 'maybe', detail: 'the answer stopped' }),
      Math.max(0, ms),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    reader.read().then(
      ({ done, value }) => finish(done || value === undefined ? 'done' : value),
      (error: unknown) => finish({ ...readTrouble(error), bodyLeft: 'maybe' }),
    );
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}
