import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PracticeMemory, PracticeOrder } from './practiceOrder.ts';
import { systemCode } from '../../../shared/lib/systemCode.ts';

const orderSchema: z.ZodType<PracticeOrder> = z.object({
  invoice: z.string(),
  email: z.string(),
  productIds: z.array(z.string()),
  name: z.string(),
  country: z.string(),
  method: z.string(),
  mode: z.string(),
  quantity: z.number(),
  at: z.number(),
});

/** The memory of the practice TrepStar as a file: one JSON order a line, appended and flushed to disk. */
export function practiceFile(path: string): PracticeMemory {
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (systemCode(error) === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap(readLine);
    },
    async save(order) {
      const file = await open(path, 'a');
      try {
        // The line break comes first, so that a line cut off by a crash spoils no other.
        await file.appendFile(`\n${JSON.stringify(order)}`);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
  };
}

/** A line cut off by a crash was never answered with success: it is left out. */
function readLine(line: string): PracticeOrder[] {
  try {
    const order = orderSchema.safeParse(JSON.parse(line));
    return order.success ? [order.data] : [];
  } catch {
    return [];
  }
}
