/** The code that Node, SQLite and Chromium put on an error (`ENOENT`, `SQLITE_FULL`); '' = it has none. Anything can be thrown. */
export const systemCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
