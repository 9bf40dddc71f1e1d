-- Memberships: the current ones as blocks, every change of them in order, and pins made by hand.

CREATE TABLE segment_name (
    id INT NOT NULL PRIMARY KEY,
    segmentation VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    UNIQUE (segmentation, name)
);

-- One applied run of one segmentation: the version and text of its rules at that time.
CREATE TABLE segment_run (
    id BIGINT NOT NULL PRIMARY KEY,
    run_id BIGINT NOT NULL,
    segmentation VARCHAR(64) NOT NULL,
    as_of_day BIGINT NOT NULL,
    as_of_end BIGINT NOT NULL,
    rule_version VARCHAR(64) NOT NULL,
    rule_text VARCHAR(1000000) NOT NULL,
    moved BIGINT NOT NULL
);

CREATE INDEX segment_run_by_name ON segment_run (segmentation, id);

-- Current membership of one range of customers: a segment_name id per customer, 0 for none.
CREATE TABLE membership_block (
    segmentation VARCHAR(64) NOT NULL,
    range_no INT NOT NULL,
    data BINARY VARYING(1048576) NOT NULL,
    PRIMARY KEY (segmentation, range_no)
);

-- Who moved in one applied run, by range: offset in the range, segment left, segment entered, cause.
CREATE TABLE membership_change (
    segment_run BIGINT NOT NULL,
    range_no INT NOT NULL,
    customers BINARY VARYING(1048576) NOT NULL,
    segments_left BINARY VARYING(1048576) NOT NULL,
    segments_entered BINARY VARYING(1048576) NOT NULL,
    causes BINARY VARYING(1048576) NOT NULL,
    PRIMARY KEY (segment_run, range_no)
);

CREATE TABLE membership_cause (
    id INT NOT NULL PRIMARY KEY,
    segmentation VARCHAR(64) NOT NULL,
    text VARCHAR(100000) NOT NULL
);

-- Append-only: the last row of a customer and segment is in force.
CREATE TABLE segment_pin (
    id BIGINT NOT NULL PRIMARY KEY,
    run_id BIGINT NOT NULL,
    customer BIGINT NOT NULL,
    segmentation VARCHAR(64) NOT NULL,
    segment VARCHAR(64) NOT NULL,
    direction VARCHAR(3) NOT NULL,
    from_day BIGINT NOT NULL,
    until_day BIGINT,
    reason VARCHAR(1000) NOT NULL
);

CREATE INDEX segment_pin_by_customer ON segment_pin (customer);
