/**
 * The closed list of what can go wrong in normal use. A code decides the words in the page
 * (renderer/words, subject `errors`); `detail` carries facts, never secrets.
 */
export const errorCodes = [
  'bad-input', // the message did not fit the contract
  'not-allowed', // a stranger knocked at the door
  'not-found',
  'conflict', // the thing changed meanwhile, or exists already
  'offline',
  'dns',
  'tls',
  'timeout',
  'connection-lost',
  'captive-portal', // an answer that is a web page, not the service
  'server-trouble', // 5xx
  'too-many-requests',
  'unreadable-answer',
  'wrong-login',
  'account-changed', // it went to another address or client than the account has now
  'missing-secret', // the account has no stored secret
  'keychain-missing',
  'keychain-locked',
  'keychain-refused',
  'refused', // the service said no
  'not-accepted-yet',
  'budget-used-up', // the free status calls of the last 24 h are used
  'disk-full',
  'read-only',
  'database-damaged',
  'database-newer',
  'file-unreadable',
  'file-too-large',
  'file-not-supported',
  'cancelled',
  'too-late', // it has left already, it cannot be undone
  'internal', // a bug; details are in the log
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface AppError {
  code: ErrorCode;
  /** Plain facts for the sentence or the details, e.g. the service's own message. Never a secret. */
  detail?: string | undefined;
  /** The input field concerned, by its contract name. */
  field?: string | undefined;
  /** Seconds until a new try makes sense. */
  retryAfter?: number | undefined;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** A good answer. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Expected trouble as a value. */
export const fail = (
  code: ErrorCode,
  detail?: string,
  more: Partial<Pick<AppError, 'field' | 'retryAfter'>> = {},
): Result<never> => ({ ok: false, error: { code, ...(detail === undefined ? {} : { detail }), ...more } });
