import Database from 'better-sqlite3';

export type Db = Database.Database;

/**
 * Opens a database file and keeps its promises: WAL, every commit on the platter before it is answered
 * (`synchronous = FULL`; WAL's default would lose the last orders at a power failure), foreign keys, and a probe
 * so that a file that is no database fails here and not later. On any failure the file is closed again.
 */
export function openDatabase(file: string, options: { maxPages?: number } = {}): Db {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    // What is erased must not live on in the free space of the file.
    db.pragma('secure_delete = ON');
    db.pragma('busy_timeout = 5000');
    // The operating system keeps the file's pages anyway; the library's own default would hold 16 MB of them again.
    db.pragma('cache_size = -1000');
    db.pragma('temp_store = MEMORY');
    db.pragma('checkpoint_fullfsync = ON');
    if (options.maxPages !== undefined) db.pragma(`max_page_count = ${options.maxPages}`);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (reason) {
    db.close();
    throw reason;
  }
}

/** Opens a file only to read it, e.g. a backup to be judged. */
export function openReadOnly(file: string): Db {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 1000 });
}
