-- Levels by growth, and levels that were bought. Rows are added and never changed.
-- A customer's number is his dense one; days are days since 1970-01-01, times microseconds since 1970 UTC, money minor units.

-- The steps in force are those of the scheme of the last change. growth is SHA-256 of what growth says.
CREATE TABLE level_scheme (
  number INTEGER NOT NULL PRIMARY KEY,
  growth VARCHAR(64) NOT NULL
);

-- place is from 0, the lowest; growth is null for a step that is only sold.
CREATE TABLE level_step (
  scheme INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  growth BIGINT,
  PRIMARY KEY (scheme, place)
);

-- One run or review that was stored, as of a day; the day never goes back.
CREATE TABLE level_change (
  number INTEGER NOT NULL PRIMARY KEY,
  review BOOLEAN NOT NULL,
  as_of_day BIGINT NOT NULL,
  scheme INTEGER NOT NULL,
  move_count BIGINT NOT NULL,
  run_id BIGINT NOT NULL
);

-- What happened to a customer, numbered from 1: where he stands is these one after the other. from_level is empty when he had
-- none yet; deadline is null for none.
CREATE TABLE level_move (
  customer INTEGER NOT NULL,
  number INTEGER NOT NULL,
  change INTEGER NOT NULL,
  kind SMALLINT NOT NULL,
  from_level VARCHAR(64) NOT NULL,
  to_level VARCHAR(64) NOT NULL,
  move_day BIGINT NOT NULL,
  growth BIGINT NOT NULL,
  needed BIGINT NOT NULL,
  deadline BIGINT,
  PRIMARY KEY (customer, number)
);

-- A level that was bought for a term; last_day is inclusive, idempotency_key null for none.
CREATE TABLE level_membership (
  number BIGINT NOT NULL PRIMARY KEY,
  customer INTEGER NOT NULL,
  level VARCHAR(64) NOT NULL,
  idempotency_key VARCHAR(1000),
  price BIGINT NOT NULL,
  first_day BIGINT NOT NULL,
  last_day BIGINT NOT NULL,
  bought BIGINT NOT NULL,
  run_id BIGINT NOT NULL
);

CREATE UNIQUE INDEX level_membership_by_key ON level_membership (idempotency_key);

CREATE INDEX level_membership_by_customer ON level_membership (customer);
