import { z } from 'zod';

/** Makes and reads the opaque cursors of keyset pages; one that does not fit begins at the start. */
export function cursorOf<T>(schema: z.ZodType<T>): {
  write: (value: T | null) => string | null;
  read: (text: string | null) => T | null;
} {
  return {
    write: (value) => (value === null ? null : Buffer.from(JSON.stringify(value)).toString('base64url')),
    read: (text) => {
      if (text === null) return null;
      try {
        const parsed = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
        return parsed.success ? parsed.data : null;
      } catch {
        return null; // Not one of ours: begin at the start.
      }
    },
  };
}
