-- Lotteries: rows are added and never changed. Times are microseconds since 1970 UTC; a customer's number is his dense one.

-- What was committed to: the bytes of rules.json, and the secrets, hexadecimal. salt is empty when customers are published by ids.
CREATE TABLE lottery (
  number INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(64) NOT NULL UNIQUE,
  run_id BIGINT NOT NULL,
  committed BIGINT NOT NULL,
  rules VARCHAR(1000000) NOT NULL,
  rules_hash VARCHAR(64) NOT NULL,
  seed VARCHAR(64) NOT NULL,
  salt VARCHAR(64) NOT NULL,
  commitment VARCHAR(64) NOT NULL
);

-- A closed lottery: how many draws there were, and the last head of its chain.
CREATE TABLE lottery_reveal (
  lottery INTEGER NOT NULL PRIMARY KEY,
  run_id BIGINT NOT NULL,
  revealed BIGINT NOT NULL,
  draws BIGINT NOT NULL,
  head VARCHAR(64) NOT NULL
);

-- What was asked for at once. idempotency_key is null for none; customers is a hash of their ids, empty for everybody;
-- times is how often each draws, 0 for as often as he may.
CREATE TABLE lottery_batch (
  lottery INTEGER NOT NULL,
  first_draw BIGINT NOT NULL,
  draws BIGINT NOT NULL,
  run_id BIGINT NOT NULL,
  idempotency_key VARCHAR(1000),
  customers VARCHAR(64) NOT NULL,
  times BIGINT NOT NULL,
  PRIMARY KEY (lottery, first_draw)
);

CREATE UNIQUE INDEX lottery_batch_by_key ON lottery_batch (idempotency_key);

-- prize is its place in the rules, from 0; head is the chain's after the draw.
CREATE TABLE lottery_draw (
  lottery INTEGER NOT NULL,
  number BIGINT NOT NULL,
  customer INTEGER NOT NULL,
  drawn_at BIGINT NOT NULL,
  prize INTEGER NOT NULL,
  head VARCHAR(64) NOT NULL,
  PRIMARY KEY (lottery, number)
);

CREATE INDEX lottery_draw_by_customer ON lottery_draw (lottery, customer);
