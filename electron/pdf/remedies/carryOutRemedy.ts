import { createHash, randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { assertNever } from '../../../shared/lib/assertNever.ts';
import { systemCode } from '../../../shared/lib/systemCode.ts';
import type { RemedyOutcome, RemedyRequest } from '../../../shared/mailings/remedy.ts';
import { examine } from '../preflight.ts';
import { coverSheet } from './coverSheet.ts';
import { dropBlankLast } from './dropBlankLast.ts';
import { fitA4 } from './fitA4.ts';
import { flatten } from './flatten.ts';
import { CannotOpen, nothing, type Remedied } from './piece.ts';
import { recompress } from './recompress.ts';
import { rewrite } from './rewrite.ts';
import { shift } from './shift.ts';
import { splitAtAddress, splitEvery } from './split.ts';
import { stripJavascript } from './stripJavascript.ts';

/** Bytes → new bytes. Pure: the original is not touched. */
export async function remedyBytes(
  bytes: Uint8Array,
  request: RemedyRequest,
  wasmPath: string | null,
): Promise<Remedied> {
  switch (request.remedy) {
    case 'coverSheet':
      return coverSheet(bytes, request.lines, request.sender, request.profile);
    case 'shift':
      return shift(bytes, request.profile, request.by, wasmPath);
    case 'fitA4':
      return fitA4(bytes, wasmPath);
    case 'flatten':
      return wasmPath === null ? nothing('nothingToDo') : flatten(bytes, wasmPath);
    case 'split':
      if ('every' in request.at) return splitEvery(bytes, request.at.every);
      return wasmPath === null
        ? nothing('noAddressFound')
        : splitAtAddress(bytes, request.at.address, wasmPath);
    case 'dropBlankLast':
      return dropBlankLast(bytes);
    case 'recompress':
      return wasmPath === null ? nothing('nothingToDo') : recompress(bytes, request.below, wasmPath);
    case 'stripJavascript':
      return stripJavascript(bytes);
    case 'rewrite':
      return rewrite(bytes);
    default:
      return assertNever(request);
  }
}

/** Carries out a remedy and writes what comes of it into the folder `into`, with facts before and after. */
export async function carryOutRemedy(
  bytes: Uint8Array,
  request: RemedyRequest,
  into: string,
  wasmPath: string | null,
): Promise<Result<RemedyOutcome>> {
  try {
    const before = await examine(bytes, wasmPath);
    const { pieces, notes } = await remedyBytes(bytes, request, wasmPath);
    const files: RemedyOutcome['files'] = [];
    for (const piece of pieces) {
      const sha256 = createHash('sha256').update(piece.bytes).digest('hex');
      const file = path.join(into, `${sha256}.pdf`);
      // Two files may become the same: each is there whole, or not at all.
      const part = path.join(into, `${randomUUID()}.part`);
      const handle = await open(part, 'wx');
      try {
        await handle.writeFile(piece.bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, file);
      const facts = await examine(piece.bytes, wasmPath);
      files.push({ path: file, sha256, facts, first: piece.first, last: piece.last });
    }
    return ok({ files, before, notes });
  } catch (error) {
    if (error instanceof CannotOpen) return fail('file-not-supported');
    const code = systemCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail('disk-full');
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return fail('read-only');
    if (code === 'ENOENT') return fail('not-found');
    throw error;
  }
}
