import type { Migration } from './migration.ts';

/**
 * PDFs on the desk, mailings and the steps of each mailing. A step is one call that changes something at the
 * service: it is on disk, with its Operation-ID and our token, before its first byte leaves.
 */
export const mailings: Migration = {
  version: 20,
  name: 'mailings',
  sql: `
CREATE TABLE cards (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  original_sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  state TEXT NOT NULL CHECK (state IN ('checking', 'ready', 'unreadable')),
  facts TEXT,
  findings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
  address_read TEXT,
  remedies_done TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(remedies_done)),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  dropped_at INTEGER NOT NULL,
  -- The mailing that took it; such a card is on the desk no more.
  mailing_id TEXT
) STRICT;
CREATE INDEX cards_desk ON cards (dropped_at, id) WHERE mailing_id IS NULL;

CREATE TABLE mailings (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  service TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('post', 'email', 'emailThenPost')),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  -- Our short unique token in the order's clientReference.
  token TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  service_status TEXT NOT NULL DEFAULT '',
  status_detail TEXT NOT NULL DEFAULT '',
  order_number TEXT NOT NULL DEFAULT '',
  accepted_at INTEGER NOT NULL,
  placed_at INTEGER,
  cancel_wanted INTEGER NOT NULL DEFAULT 0,
  -- When uploaded documents are asked about next, before the order is placed.
  watch_at INTEGER NOT NULL DEFAULT 0,
  -- 1 while the saga has work: steps, waiting for validation, a wish to cancel.
  active INTEGER NOT NULL DEFAULT 1,
  -- 1 while refresh follows it at the service.
  followed INTEGER NOT NULL DEFAULT 0,
  last_checked_at INTEGER
) STRICT;
CREATE INDEX mailings_active ON mailings (account_id, accepted_at) WHERE active = 1;
CREATE INDEX mailings_followed ON mailings (account_id, accepted_at) WHERE followed = 1;
CREATE INDEX mailings_number ON mailings (order_number) WHERE order_number <> '';
CREATE INDEX mailings_time ON mailings (accepted_at);

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  mailing_id TEXT NOT NULL REFERENCES mailings (id),
  position INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  card_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  token TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  service_status TEXT NOT NULL DEFAULT '',
  status_detail TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  tracking_id TEXT NOT NULL DEFAULT '',
  step TEXT NOT NULL,
  -- Left out of the order: replaced by another document or taken out by the user.
  left_out INTEGER NOT NULL DEFAULT 0,
  UNIQUE (mailing_id, position)
) STRICT;
CREATE INDEX documents_number ON documents (number) WHERE number <> '';
CREATE INDEX documents_sha ON documents (sha256);

CREATE TABLE mailing_steps (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  mailing_id TEXT NOT NULL REFERENCES mailings (id),
  -- The document it is about; the mailing's id when it is about the order.
  item_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('upload', 'order', 'deleteDocument', 'deleteOrder', 'reschedule')),
  operation_id TEXT NOT NULL UNIQUE,
  argument TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unconfirmed', 'accepted', 'refused', 'cancelled')),
  ready_at INTEGER NOT NULL,
  sent_before INTEGER NOT NULL DEFAULT 0,
  unconfirmed_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  trouble_code TEXT NOT NULL DEFAULT '',
  trouble_detail TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
-- One live step of a kind per thing: an upload or an order cannot exist twice.
CREATE UNIQUE INDEX steps_once ON mailing_steps (item_id, kind)
  WHERE state IN ('waiting', 'sending', 'unconfirmed') OR (state = 'accepted' AND kind IN ('upload', 'order'));
CREATE INDEX steps_mailing ON mailing_steps (mailing_id);
CREATE INDEX steps_under_way ON mailing_steps (state) WHERE state IN ('waiting', 'sending', 'unconfirmed');

CREATE TABLE presets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, document TEXT NOT NULL, mailing TEXT NOT NULL
) STRICT;
CREATE TABLE letter_profiles (id TEXT PRIMARY KEY, profile TEXT NOT NULL CHECK (json_valid(profile))) STRICT;

-- Every event ever delivered, for good: the same one again changes nothing.
CREATE TABLE webhook_events (
  event_id TEXT PRIMARY KEY, type TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
