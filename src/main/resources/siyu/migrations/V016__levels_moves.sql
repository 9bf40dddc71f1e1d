-- Moves are packed as facts are (package siyu.store says how): to read them one row after the other was nearly all of the time
-- of whoever asked for the levels of all customers. Rows are added and never changed.

-- What blocks know levels by: their names, from 1; 0 is the empty one.
CREATE TABLE level_name (
  number INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(64) NOT NULL
);

-- The moves of one change within one range of customers, by customer. id is the range * 2^32 + the change, so that a range is one
-- read and what happened first comes first. customers are places in the range; levels_from and levels_to are numbers of names;
-- deadlines count from the day of the move: 0 for none, below 0 as it is, from 0 on with one added.
CREATE TABLE level_block (
  id BIGINT NOT NULL PRIMARY KEY,
  customers VARBINARY(1048576) NOT NULL,
  numbers VARBINARY(1048576) NOT NULL,
  kinds VARBINARY(1048576) NOT NULL,
  levels_from VARBINARY(1048576) NOT NULL,
  levels_to VARBINARY(1048576) NOT NULL,
  days VARBINARY(1048576) NOT NULL,
  growth VARBINARY(1048576) NOT NULL,
  needed VARBINARY(1048576) NOT NULL,
  deadlines VARBINARY(1048576) NOT NULL
);

CREATE ALIAS IF NOT EXISTS level_pack FOR 'siyu.level.MoveStore.pack';

CALL level_pack();

DROP ALIAS level_pack;

DROP TABLE level_move;
