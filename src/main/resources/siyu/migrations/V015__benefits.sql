-- Benefits that customers got. Rows are added and never changed.
-- A customer's number is his dense one; days are days since 1970-01-01, times microseconds since 1970 UTC, money minor units.

-- unit_name says which units of the period they are: 2026-Q1/1 is its first. bought tells that the customer had the level only
-- by a membership; idempotency_key is null for none.
CREATE TABLE benefit_use (
  number BIGINT NOT NULL PRIMARY KEY,
  benefit VARCHAR(64) NOT NULL,
  customer INTEGER NOT NULL,
  level VARCHAR(64) NOT NULL,
  bought BOOLEAN NOT NULL,
  unit_name VARCHAR(40) NOT NULL,
  units BIGINT NOT NULL,
  cost BIGINT NOT NULL,
  points BIGINT NOT NULL,
  used_day BIGINT NOT NULL,
  used_at BIGINT NOT NULL,
  idempotency_key VARCHAR(1000),
  run_id BIGINT NOT NULL
);

CREATE UNIQUE INDEX benefit_use_by_key ON benefit_use (idempotency_key);

CREATE INDEX benefit_use_by_customer ON benefit_use (customer);

CREATE INDEX benefit_use_by_benefit ON benefit_use (benefit, used_day);
