import { open, rename, rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';
import { fromSystem } from '../pdf/archive.ts';

/** Writes a stream to a file as it comes: beside it first, then in its place, so that a half file never looks whole. */
export async function saveStream(stream: AsyncIterable<Uint8Array>, file: string): Promise<Result<number>> {
  const partial = `${file}.part`;
  let bytes = 0;
  try {
    const handle = await open(partial, 'w');
    try {
      for await (const piece of stream) {
        await handle.writeFile(piece);
        bytes += piece.byteLength;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    return ok(bytes);
  } catch (error) {
    await rm(partial, { force: true });
    if (/^E[A-Z]+$/.test(systemCode(error))) return fromSystem(error);
    return fail('connection-lost', 'the download broke off');
  }
}
