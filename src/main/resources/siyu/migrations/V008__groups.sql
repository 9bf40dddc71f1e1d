-- Groups of customers, and who was in them when. A customer's number is his dense one; days are days since 1970-01-01.

-- number is dense, in order of arrival. Places are WGS-84 degrees. code is the live code that fills the group, place its turn.
CREATE TABLE customer_group (
  number INTEGER NOT NULL PRIMARY KEY,
  id VARCHAR(1000) NOT NULL UNIQUE,
  name VARCHAR(65536),
  kind VARCHAR(64) NOT NULL,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  region VARCHAR(65536),
  capacity INTEGER NOT NULL,
  owner VARCHAR(65536),
  code VARCHAR(65536),
  place BIGINT,
  closed BOOLEAN NOT NULL,
  run_id BIGINT NOT NULL
);

-- left_day is the first day on which he is not in it any more, null while he is.
CREATE TABLE group_stay (
  customer INTEGER NOT NULL,
  group_no INTEGER NOT NULL,
  joined_day INTEGER NOT NULL,
  left_day INTEGER,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (customer, group_no, joined_day)
);
