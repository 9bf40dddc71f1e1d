-- What every data file has: what it is, the steps that built it, the runs that changed it, and the head they move.
-- Times are microseconds since 1970 UTC. Hashes are SHA-256 in hexadecimal.

CREATE TABLE db_meta (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(4096) NOT NULL
);

CREATE TABLE schema_step (
  number INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  applied BIGINT NOT NULL
);

CREATE TABLE run (
  id BIGINT NOT NULL PRIMARY KEY,
  actor VARCHAR(200) NOT NULL,
  command VARCHAR(1000) NOT NULL,
  program_hash VARCHAR(64) NOT NULL,
  input_hash VARCHAR(64) NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  started BIGINT NOT NULL,
  finished BIGINT NOT NULL,
  head_before VARCHAR(64) NOT NULL,
  head_after VARCHAR(64) NOT NULL
);

-- One row; a change locks it first, so changes are one after the other on any database.
CREATE TABLE head (
  id INTEGER NOT NULL PRIMARY KEY,
  run BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);

INSERT INTO head VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
