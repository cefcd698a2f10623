import type { ErrorCode } from '../../shared/contract/result.ts';
import { systemCode } from '../../shared/lib/systemCode.ts';

/** Trouble of the database or its disk, with a code that the page has words for. */
export class DbError extends Error {
  readonly code: ErrorCode;
  /** The input field concerned, when one is. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, field?: string) {
    super(message);
    this.name = 'DbError';
    this.code = code;
    this.field = field;
  }
}

/**
 * Says what a failure of SQLite or the file system means (result codes: sqlite.org/rescode.html).
 * A full disk shows as SQLITE_FULL, or as an IOERR while the log or its index grows.
 */
function classifyDbError(reason: unknown): ErrorCode {
  if (reason instanceof DbError) return reason.code;
  const code = systemCode(reason);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (/^SQLITE_IOERR_(WRITE|FSYNC|SHMSIZE|SHMMAP|TRUNCATE|DIR_FSYNC)/.test(code)) return 'disk-full';
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_PERM')
  ) {
    return 'read-only';
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return 'read-only';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'database-damaged';
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'conflict';
  return 'internal';
}

/** Any failure as a DbError; the message keeps SQLite's own words for the log. */
export function toDbError(reason: unknown): DbError {
  if (reason instanceof DbError) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return new DbError(classifyDbError(reason), `${systemCode(reason) || 'error'}: ${message}`);
}
