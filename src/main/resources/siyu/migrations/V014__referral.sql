-- What was paid for referrals and what people decided about them: rows are added and never changed. Where a referral is follows
-- from these, the events and the program. Times are microseconds since 1970 UTC; a customer's number is his dense one.

-- invitation is the external id of the event. side: 0 referrer, 1 referee, 2 who had brought the referrer. back: what an earlier
-- row gave is taken back. unit: 0 points (then the ledger has it too), 1 money in minor units, 2 coupons. refused: a limit or the
-- budget left nothing. qualified: when the referee had qualified; effective: when it counts.
CREATE TABLE referral_reward (
  number BIGINT NOT NULL PRIMARY KEY,
  invitation VARCHAR(65536) NOT NULL,
  side SMALLINT NOT NULL,
  back BOOLEAN NOT NULL,
  customer INTEGER NOT NULL,
  unit SMALLINT NOT NULL,
  coupon VARCHAR(64) NOT NULL,
  amount BIGINT NOT NULL,
  refused BOOLEAN NOT NULL,
  qualified BIGINT NOT NULL,
  effective BIGINT NOT NULL,
  run_id BIGINT NOT NULL
);

CREATE UNIQUE INDEX referral_reward_once ON referral_reward (invitation, side, back);

CREATE INDEX referral_reward_by_customer ON referral_reward (customer);

-- The last decision about an invitation holds.
CREATE TABLE referral_decision (
  number BIGINT NOT NULL PRIMARY KEY,
  invitation VARCHAR(65536) NOT NULL,
  accepted BOOLEAN NOT NULL,
  decided BIGINT NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  run_id BIGINT NOT NULL
);
