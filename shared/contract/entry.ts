import { z } from 'zod';

/** One request of the page to the main process: what goes in, what comes out (inside a Result). */
export interface Entry<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}

/** Declares a request; the schemas are both its type and its check at the door. */
export const entry = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Entry<I, O> => ({
  input,
  output,
});

/** For requests without input or without an answer. */
export const nothing = z.void();

/** Milliseconds since 1970, UTC. */
export const instant = z.number().int().nonnegative();

/** Keyset pages: `cursor` is opaque; null means the first page going in and the last page coming out. */
export const cursorSchema = z.string().max(500).nullable();
