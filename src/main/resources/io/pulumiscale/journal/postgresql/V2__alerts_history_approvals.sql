-- The alert behind an automatic intent.
ALTER TABLE intents ADD COLUMN alert TEXT;
ALTER TABLE intents ADD COLUMN alert_since TEXT;

-- How an update went on the engine.
ALTER TABLE updates ADD COLUMN started_at TEXT;
ALTER TABLE updates ADD COLUMN engine_version TEXT;
ALTER TABLE updates ADD COLUMN stack_version INTEGER;

-- Two marks by the sender's clock, each the latest heard of: an alert is on if it began after it ended. So it makes no
-- difference in which order messages come. An end may be heard of first; then the rest is not there yet.
CREATE TABLE alerts (
    alert        TEXT NOT NULL PRIMARY KEY,
    pool         TEXT NOT NULL,
    source       TEXT NOT NULL,
    action       TEXT,
    amount       INTEGER,
    reason       TEXT,
    since        TEXT,
    heard_at     TEXT,
    ended        TEXT,
    end_heard_at TEXT
);

-- What cooldowns count from. It outlives the updates themselves.
CREATE TABLE pool_history (
    pool       TEXT NOT NULL PRIMARY KEY,
    resized_at TEXT,
    failed_at  TEXT
);

-- Resizes that wait, or waited, for a person's word.
CREATE TABLE approvals (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool       TEXT    NOT NULL,
    from_size  INTEGER NOT NULL,
    to_size    INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    asked_at   TEXT    NOT NULL,
    expires_at TEXT    NOT NULL,
    status     TEXT    NOT NULL
);

CREATE INDEX approvals_of_pool ON approvals (pool, id);
