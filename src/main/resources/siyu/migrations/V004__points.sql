-- The points ledger: rows are added and never changed.
-- Times are microseconds since 1970 UTC, days are days since 1970-01-01. A customer's number is his dense one.

-- How far things are: the last posting staged, up to where events were considered, through which day it is closed.
CREATE TABLE points_number (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

-- What entries know a rule by: its name and the kind of event it is about, for ever.
CREATE TABLE points_rule (
  number INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL UNIQUE,
  kind VARCHAR(200) NOT NULL,
  posting INTEGER NOT NULL
);

-- One run of posting: a block of the chain. head_after is SHA-256 over head_before and everything the posting says.
-- Entries of a higher posting than the last one here were put there ahead of one that never came to its end.
CREATE TABLE points_posting (
  number INTEGER NOT NULL PRIMARY KEY,
  run_id BIGINT NOT NULL,
  type VARCHAR(40) NOT NULL,
  recorded BIGINT NOT NULL,
  program_hash VARCHAR(64) NOT NULL,
  entry_count BIGINT NOT NULL,
  operation_count BIGINT NOT NULL,
  points BIGINT NOT NULL,
  considered_batch BIGINT NOT NULL,
  considered_end BIGINT NOT NULL,
  closed_through BIGINT NOT NULL,
  content VARCHAR(64) NOT NULL,
  head_before VARCHAR(64) NOT NULL,
  head_after VARCHAR(64) NOT NULL
);

-- id is customer * 2^24 + number, so that the entries of a customer lie together and a range of customers is one read.
-- lot is the number of the entry that opened it, 0 for the customer's debt; an entry that opens a lot has its own number there.
CREATE TABLE points_entry (
  id BIGINT NOT NULL PRIMARY KEY,
  customer INTEGER NOT NULL,
  number INTEGER NOT NULL,
  posting INTEGER NOT NULL,
  kind SMALLINT NOT NULL,
  points BIGINT NOT NULL,
  lot INTEGER NOT NULL,
  effective BIGINT NOT NULL,
  origin BIGINT NOT NULL,
  available_from INTEGER NOT NULL,
  expires_on INTEGER NOT NULL,
  rule INTEGER NOT NULL,
  operation BIGINT NOT NULL,
  event VARCHAR(65536) NOT NULL
);

-- What was asked for; idempotency_key is null for none.
CREATE TABLE points_operation (
  number BIGINT NOT NULL PRIMARY KEY,
  posting INTEGER NOT NULL,
  type SMALLINT NOT NULL,
  idempotency_key VARCHAR(66000),
  customer INTEGER NOT NULL,
  other_customer INTEGER NOT NULL,
  points BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  total BIGINT NOT NULL,
  event_kind VARCHAR(200) NOT NULL,
  event VARCHAR(65536) NOT NULL,
  of_operation BIGINT NOT NULL,
  effective BIGINT NOT NULL,
  reason VARCHAR(4000) NOT NULL
);

CREATE UNIQUE INDEX points_operation_by_key ON points_operation (idempotency_key);

CREATE INDEX points_operation_by_customer ON points_operation (customer);
