-- Facts about customers and events, as packed column blocks (package siyu.store says how a block is packed).
-- range_no counts ranges of customers; of event blocks the last ones hold events whose customer is not known.
-- row_count is how many rows a block holds; part numbers the pieces of what is too long for one block.
-- Times are microseconds since 1970 UTC.

-- Small numbers: how many customers there are, when one was last changed, the layout's size of a range.
CREATE TABLE fact_number (
  name VARCHAR(40) NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

-- What the numbers in blocks stand for: attributes of customers and of events with their types, kinds of events.
CREATE TABLE fact_word (
  subject VARCHAR(20) NOT NULL,
  number INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  type VARCHAR(100000) NOT NULL,
  PRIMARY KEY (subject, number)
);

-- The values now of one attribute of one range. Rows that a block does not reach are unknown.
CREATE TABLE customer_block (
  range_no INTEGER NOT NULL,
  attribute INTEGER NOT NULL,
  part INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  data VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (range_no, attribute, part)
);

-- What values were before a run changed them: the places of the customers in the range, and their old values.
CREATE TABLE customer_change (
  range_no INTEGER NOT NULL,
  attribute INTEGER NOT NULL,
  run_id BIGINT NOT NULL,
  part INTEGER NOT NULL,
  changed BIGINT NOT NULL,
  row_count INTEGER NOT NULL,
  customers VARBINARY(1048576) NOT NULL,
  data VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (range_no, attribute, run_id, part)
);

-- One column of the events of one range that came with one run, by customer, time and arrival. Negative attributes are what
-- every event has: -1 the customer's place in the range, -2 the kind, -3 the external id of a customer who is not known.
CREATE TABLE event_block (
  range_no INTEGER NOT NULL,
  attribute INTEGER NOT NULL,
  run_id BIGINT NOT NULL,
  part INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  data VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (range_no, attribute, run_id, part)
);

-- Where external ids are: 40 bits of their hash, ascending, and the range of each. Space 1: customers, 2: events by kind and id.
CREATE TABLE key_block (
  space INTEGER NOT NULL,
  low BIGINT NOT NULL,
  high BIGINT NOT NULL,
  run_id BIGINT NOT NULL,
  part INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  hashes VARBINARY(1048576) NOT NULL,
  ranges VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (space, low, high, run_id, part)
);
