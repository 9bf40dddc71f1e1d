-- What customers have done of tasks, which badges they bear, and leaderboards that were closed.
-- A customer's number is his dense one; days are days since 1970-01-01, times microseconds since 1970 UTC.

-- period is the task's: 2026-02-28, 2026-W09, 2026-02, 2026-Q1, 2026, or once.
CREATE TABLE task_done (
  task VARCHAR(64) NOT NULL,
  period VARCHAR(10) NOT NULL,
  customer INTEGER NOT NULL,
  done_day BIGINT NOT NULL,
  reward BIGINT NOT NULL,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (task, period, customer)
);

CREATE INDEX task_done_by_customer ON task_done (customer);

CREATE TABLE badge_award (
  badge VARCHAR(64) NOT NULL,
  customer INTEGER NOT NULL,
  award_day BIGINT NOT NULL,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (badge, customer)
);

CREATE INDEX badge_award_by_customer ON badge_award (customer);

-- A closed leaderboard stays as it was, whatever comes in late.
CREATE TABLE board_close (
  board VARCHAR(64) NOT NULL,
  period VARCHAR(10) NOT NULL,
  run_id BIGINT NOT NULL,
  PRIMARY KEY (board, period)
);

CREATE TABLE board_place (
  board VARCHAR(64) NOT NULL,
  period VARCHAR(10) NOT NULL,
  place INTEGER NOT NULL,
  customer INTEGER NOT NULL,
  score BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  PRIMARY KEY (board, period, place)
);
