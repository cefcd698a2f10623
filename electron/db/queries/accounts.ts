import {
  accountSettingsSchema,
  type AccountSettings,
  type Service,
} from '../../../shared/contract/accounts.ts';
import { idsOfLogin } from '../../../shared/accounts/loginOf.ts';
import { DbError } from '../dbError.ts';
import type { Db } from '../open.ts';
import { all, one, run } from '../statements.ts';

/** An account as stored: without any secret. */
export interface StoredAccount {
  id: string;
  service: Service;
  name: string;
  settings: AccountSettings;
  createdAt: number;
}

interface Row {
  id: string;
  service: Service;
  name: string;
  settings: string;
  created_at: number;
}

const fromRow = (row: Row): StoredAccount => ({
  id: row.id,
  service: row.service,
  name: row.name,
  settings: accountSettingsSchema.parse(JSON.parse(row.settings)),
  createdAt: row.created_at,
});

/** Accounts in use, oldest first. */
export function listAccounts(db: Db): StoredAccount[] {
  return all<Row>(db, `SELECT * FROM accounts WHERE removed_at IS NULL ORDER BY created_at, id`).map(fromRow);
}

/** Also finds removed ones, so that history can still name them. */
export function getAccount(db: Db, { id }: { id: string }): StoredAccount | null {
  const row = one<Row>(db, `SELECT * FROM accounts WHERE id = ?`, id);
  return row === undefined ? null : fromRow(row);
}

/** Adds or changes an account; service and time of creation stay as they were. Answers it as stored. */
export function saveAccount(db: Db, account: StoredAccount): StoredAccount {
  run(
    db,
    `INSERT INTO accounts (id, service, name, settings, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings`,
    account.id,
    account.service,
    account.name,
    JSON.stringify(account.settings),
    account.createdAt,
  );
  const saved = getAccount(db, { id: account.id });
  if (saved === null) throw new Error('the account just saved is gone');
  return saved;
}

/**
 * The account and all others of the same login, removed ones among them: to the service they are one, so an invoice
 * or a status call of any of them counts for each.
 */
export const accountsOfLogin = (db: Db, id: string): string[] =>
  idsOfLogin(all<Row>(db, `SELECT * FROM accounts`).map(fromRow), id);

/** Refuses to keep something for an account that was removed meanwhile: nothing would ever send it. */
export function needAccount(db: Db, id: string, field: string): void {
  if (one(db, `SELECT 1 FROM accounts WHERE id = ? AND removed_at IS NULL`, id) === undefined)
    throw new DbError('conflict', 'the account was removed', field);
}

/** Whether letters that have not begun to leave were meant for another mode than this. */
export function waitsOtherwise(db: Db, { id, mode }: { id: string; mode: 'live' | 'test' }): boolean {
  return (
    one(
      db,
      `SELECT 1 FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND account_id = ? AND kind = 'mailing'
         AND state = 'waiting' AND mode <> ?`,
      id,
      mode,
    ) !== undefined
  );
}

/** Takes an account out of use; refused while something of it is under way. Its history stays. */
export function removeAccount(db: Db, { id, now }: { id: string; now: number }): void {
  db.transaction(() => {
    const live = one<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM outbox INDEXED BY outbox_ready WHERE active = 1 AND account_id = ?`,
      id,
    );
    if ((live?.n ?? 0) > 0)
      throw new DbError('conflict', `${live?.n} items of the account wait in the outbox`);
    run(db, `UPDATE accounts SET removed_at = ? WHERE id = ?`, now, id);
    run(db, `UPDATE orders SET next_check_at = NULL WHERE account_id = ? AND next_check_at IS NOT NULL`, id);
  })();
}
