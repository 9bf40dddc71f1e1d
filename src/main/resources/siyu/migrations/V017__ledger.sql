-- The entries of the points ledger once more, packed as facts are (package siyu.store says how), for whoever reads the entries of many
-- customers. points_entry is the ledger; 'points verify' holds the one against the other.

-- Entries of one range of customers. id is the range * 2^32 + the number of the block in it. A block has entries of its posting, or
-- of it and earlier ones; places are the customers in the range, the others columns of points_entry.
-- Blocks of a higher posting than the last one were put there ahead of one that never came to its end.
CREATE TABLE ledger_block (
  id BIGINT NOT NULL PRIMARY KEY,
  posting INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  places VARBINARY(1048576) NOT NULL,
  numbers VARBINARY(1048576) NOT NULL,
  kinds VARBINARY(1048576) NOT NULL,
  points VARBINARY(1048576) NOT NULL,
  lots VARBINARY(1048576) NOT NULL,
  effectives VARBINARY(1048576) NOT NULL,
  ends VARBINARY(1048576) NOT NULL
);
