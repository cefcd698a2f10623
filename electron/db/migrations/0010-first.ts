import type { Migration } from './migration.ts';

/**
 * The first shape. Bad states are forbidden here, not only in code: one invoice per account, one live outbox row
 * per step, one order per batch row, one use of an operation id. Secrets have no column on purpose.
 */
export const first: Migration = {
  version: 10,
  name: 'first',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  service TEXT NOT NULL CHECK (service IN ('trepstar', 'tcgate', 'practice')),
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE products (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  product_id TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  price TEXT NOT NULL DEFAULT '',
  default_method TEXT,
  packaging TEXT NOT NULL DEFAULT '',
  times_ordered INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER,
  hidden INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account_id, product_id)
) STRICT;

CREATE TABLE product_skus (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  sku TEXT NOT NULL COLLATE NOCASE,
  product_id TEXT NOT NULL,
  PRIMARY KEY (account_id, sku)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_skus_product ON product_skus (account_id, product_id);

CREATE TABLE recipients (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  orders INTEGER NOT NULL DEFAULT 0,
  documents INTEGER NOT NULL DEFAULT 0,
  last_at INTEGER NOT NULL DEFAULT 0,
  merged_into TEXT,
  erased_at INTEGER
) STRICT;
CREATE UNIQUE INDEX recipients_key ON recipients (key) WHERE erased_at IS NULL;
CREATE INDEX recipients_latest ON recipients (last_at, seq) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX recipients_merged ON recipients (merged_into) WHERE merged_into IS NOT NULL;
CREATE VIRTUAL TABLE recipients_fts USING fts5 (text, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2');

CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  batch_id TEXT REFERENCES batches (id),
  row_no INTEGER,
  invoice TEXT NOT NULL CHECK (length(invoice) BETWEEN 1 AND 50),
  -- 0 when the service never took this invoice (undone, or refused for another reason than a duplicate).
  invoice_used INTEGER NOT NULL DEFAULT 1,
  recipient_id TEXT,
  shipping_method TEXT NOT NULL,
  name TEXT NOT NULL, company TEXT NOT NULL, address TEXT NOT NULL, city TEXT NOT NULL,
  state TEXT NOT NULL, postcode TEXT NOT NULL, country TEXT NOT NULL, email TEXT NOT NULL,
  special_text TEXT NOT NULL, price TEXT NOT NULL,
  use_price_on_customs INTEGER NOT NULL, email_customer TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('live', 'test')),
  status TEXT NOT NULL,
  status_detail TEXT NOT NULL DEFAULT '',
  ship_date TEXT,
  tracking_id TEXT NOT NULL DEFAULT '',
  accepted_at INTEGER NOT NULL,
  sent_at INTEGER,
  shipped_at INTEGER,
  last_checked_at INTEGER,
  -- When the next status question is due; NULL = never again.
  next_check_at INTEGER,
  refusal_code TEXT,
  refusal_message TEXT,
  replaced_by TEXT
) STRICT;
CREATE UNIQUE INDEX orders_invoice ON orders (account_id, invoice COLLATE NOCASE) WHERE invoice_used = 1;
CREATE UNIQUE INDEX orders_batch_row ON orders (batch_id, row_no) WHERE batch_id IS NOT NULL;
CREATE INDEX orders_next_check ON orders (account_id, next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX orders_person ON orders (name COLLATE NOCASE, postcode COLLATE NOCASE);
CREATE INDEX orders_email ON orders (email COLLATE NOCASE) WHERE email <> '';
CREATE INDEX orders_account_time ON orders (account_id, accepted_at);
CREATE INDEX orders_recipient ON orders (recipient_id) WHERE recipient_id IS NOT NULL;

CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders (id),
  line_no INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 250),
  PRIMARY KEY (order_id, line_no)
) STRICT, WITHOUT ROWID;

-- The wishes. A row is never deleted by the machine; 'kind' and 'step' leave room for mailings.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('order', 'mailing')),
  step TEXT NOT NULL DEFAULT 'order',
  item_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  batch_id TEXT,
  -- The key at the service: invoice or client reference.
  reference TEXT NOT NULL,
  operation_id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unconfirmed', 'accepted', 'refused', 'cancelled')),
  -- End of the undo time, for the countdown.
  due_at INTEGER NOT NULL,
  -- May be claimed or asked about from then on; NULL = held back (waits for another step).
  ready_at INTEGER,
  -- 1 once an attempt may have reached the service.
  sent_before INTEGER NOT NULL DEFAULT 0,
  -- Since when the outcome is unknown; a "not found" counts only some time after it.
  unconfirmed_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  trouble_code TEXT NOT NULL DEFAULT '',
  trouble_detail TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  -- A refused row that was put away or replaced.
  closed_at INTEGER,
  -- Has no outcome yet.
  active INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('waiting', 'sending', 'unconfirmed')) VIRTUAL,
  -- Stands in the Outbox: without an outcome, or refused and not dealt with.
  open INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('waiting', 'sending', 'unconfirmed')
    OR (state = 'refused' AND closed_at IS NULL)) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX outbox_live ON outbox (item_id, step) WHERE state IN ('waiting', 'sending', 'unconfirmed', 'accepted');
CREATE INDEX outbox_ready ON outbox (account_id, state, ready_at) WHERE active = 1;
CREATE INDEX outbox_open ON outbox (due_at, seq) WHERE open = 1;
CREATE INDEX outbox_item ON outbox (item_id);
CREATE INDEX outbox_batch ON outbox (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX outbox_reference ON outbox (account_id, reference);

CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  outbox_id TEXT NOT NULL REFERENCES outbox (id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attempts_outbox ON attempts (outbox_id);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  raw TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX events_item ON events (item_id, at);

CREATE TABLE status_calls (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  purpose TEXT NOT NULL
) STRICT;
CREATE INDEX status_calls_account ON status_calls (account_id, at);

-- News for the user; shown_at is set after the desktop showed it (or when nobody wants to see it).
CREATE TABLE notifications (
  id INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('shipped', 'delivered', 'problem', 'nothingMoved')),
  detail TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  shown_at INTEGER,
  UNIQUE (item_id, kind, detail)
) STRICT;
CREATE INDEX notifications_new ON notifications (created_at) WHERE shown_at IS NULL;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (name TEXT PRIMARY KEY, text TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT;

CREATE TABLE header_mappings (
  header_key TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_views (id TEXT PRIMARY KEY, name TEXT NOT NULL, filter TEXT NOT NULL CHECK (json_valid(filter))) STRICT;

-- One line of History per order or document, kept in the same transactions as what it shows.
CREATE TABLE history_items (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('order', 'document')),
  item_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  service TEXT NOT NULL,
  at INTEGER NOT NULL,
  reference TEXT NOT NULL COLLATE NOCASE,
  recipient TEXT NOT NULL COLLATE NOCASE,
  recipient_id TEXT,
  city TEXT NOT NULL COLLATE NOCASE,
  country TEXT NOT NULL,
  summary TEXT NOT NULL COLLATE NOCASE,
  method TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  status_detail TEXT NOT NULL DEFAULT '',
  tracking_id TEXT NOT NULL DEFAULT '',
  batch_id TEXT,
  pieces INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  bad INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX history_at ON history_items (at, seq);
CREATE INDEX history_reference ON history_items (reference, seq);
CREATE INDEX history_recipient ON history_items (recipient, seq);
CREATE INDEX history_city ON history_items (city, seq);
CREATE INDEX history_summary ON history_items (summary, seq);
CREATE INDEX history_status ON history_items (status, seq);
CREATE INDEX history_account ON history_items (account_id, at, seq);
CREATE INDEX history_item ON history_items (item_id);
CREATE INDEX history_batch ON history_items (batch_id, seq) WHERE batch_id IS NOT NULL;
CREATE INDEX history_person ON history_items (recipient_id, seq) WHERE recipient_id IS NOT NULL;
CREATE INDEX history_bad ON history_items (at, seq) WHERE bad = 1;
CREATE INDEX history_country ON history_items (country, pieces);
CREATE VIRTUAL TABLE history_fts USING fts5 (text, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2', prefix='3');

CREATE TABLE history_products (
  product_id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES history_items (seq),
  pieces INTEGER NOT NULL,
  PRIMARY KEY (product_id, seq)
) STRICT, WITHOUT ROWID;
`,
};
