-- Who looks after customers, whom they look after, and how customers are handed over.
-- A customer's number is his dense one, and so is a person's; days are days since 1970-01-01, times microseconds since 1970 UTC.

-- weight 0 to 100; daily_cap and maximum_load are null for any number, hours for those of the program.
CREATE TABLE staff (
  number INTEGER NOT NULL PRIMARY KEY,
  id VARCHAR(200) NOT NULL UNIQUE,
  name VARCHAR(1000),
  phone VARCHAR(1000),
  region VARCHAR(1000),
  weight INTEGER NOT NULL,
  daily_cap BIGINT,
  maximum_load BIGINT,
  hours VARCHAR(40),
  active BOOLEAN NOT NULL,
  run_id BIGINT NOT NULL
);

-- The person who looks after a customer now. way: 1 by a live code, 2 as its backup, 3 by a handover, 4 by an import.
CREATE TABLE staff_owner (
  customer INTEGER NOT NULL PRIMARY KEY,
  staff INTEGER NOT NULL,
  begun BIGINT NOT NULL,
  way INTEGER NOT NULL,
  code VARCHAR(64),
  run_id BIGINT NOT NULL
);

-- Those who did before. parting: 1 the customer removed his staff member, 2 the other way round, 3 handed over, 4 said by nobody.
CREATE TABLE staff_past (
  customer INTEGER NOT NULL,
  begun BIGINT NOT NULL,
  staff INTEGER NOT NULL,
  ended BIGINT NOT NULL,
  way INTEGER NOT NULL,
  code VARCHAR(64),
  run_id BIGINT NOT NULL,
  parting INTEGER NOT NULL,
  ended_run BIGINT NOT NULL,
  PRIMARY KEY (customer, begun, staff)
);

-- Somebody asked a customer who parted why, and what came of it.
CREATE TABLE staff_follow_up (
  customer INTEGER NOT NULL,
  begun BIGINT NOT NULL,
  staff INTEGER NOT NULL,
  done BIGINT NOT NULL,
  result VARCHAR(1000) NOT NULL,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (customer, begun, staff)
);

-- Whose turn it is in a live code: the credits of smooth weighted round robin after the last customer. No row means 0.
CREATE TABLE staff_credit (
  code VARCHAR(64) NOT NULL,
  staff INTEGER NOT NULL,
  credit BIGINT NOT NULL,
  PRIMARY KEY (code, staff)
);

-- A plan to move customers away from somebody. leaving: whether he leaves, or only moves on.
CREATE TABLE staff_handover (
  number INTEGER NOT NULL PRIMARY KEY,
  staff INTEGER NOT NULL,
  leaving BOOLEAN NOT NULL,
  made BIGINT NOT NULL,
  run_id BIGINT NOT NULL
);

-- A customer of it. batch counts within the day and the person who gets him.
-- state: 1 planned, 2 waiting for the customer, 3 done, 4 refused by him, 5 failed, 6 cancelled before it was asked for.
CREATE TABLE staff_transfer (
  handover INTEGER NOT NULL,
  customer INTEGER NOT NULL,
  staff INTEGER NOT NULL,
  due_day BIGINT NOT NULL,
  batch INTEGER NOT NULL,
  state INTEGER NOT NULL,
  requested BIGINT,
  settled BIGINT,
  PRIMARY KEY (handover, customer)
);

CREATE INDEX staff_transfer_by_state ON staff_transfer (state);
