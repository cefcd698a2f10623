import { fail } from '../../shared/contract/result.ts';
import type { Result } from '../../shared/contract/result.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';

/** What a failed read or write of a user's file means. Throws what is no file trouble: a bug. */
export function fileTrouble(error: unknown): Result<never> {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return fail('disk-full', code);
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code)) return fail('read-only', code);
  if (code === 'ENOENT') return fail('not-found', code);
  if (['EISDIR', 'EIO', 'ENAMETOOLONG', 'ENOTDIR', 'EINVAL'].includes(code))
    return fail('file-unreadable', code);
  throw error;
}
