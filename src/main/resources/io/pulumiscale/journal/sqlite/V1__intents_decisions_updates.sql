-- Times are text of one width (2026-11-24T04:17:38.000000000Z): exact, sortable, and readable by people.

CREATE TABLE updates (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    status     TEXT    NOT NULL,
    attempts   INTEGER NOT NULL,
    problem    TEXT,
    planned_at TEXT    NOT NULL,
    ended_at   TEXT
);

CREATE INDEX updates_unfinished ON updates (id) WHERE ended_at IS NULL;

-- Every decision, with the sizes written down before anything is done. A hold has no update.
CREATE TABLE decisions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    pool       TEXT    NOT NULL,
    from_size  INTEGER NOT NULL,
    to_size    INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    decided_at TEXT    NOT NULL,
    update_id  BIGINT  REFERENCES updates (id)
);

CREATE INDEX decisions_of_pool ON decisions (pool, id);
CREATE INDEX decisions_of_update ON decisions (update_id);

-- In order of arrival. One that waits is answered by nothing yet.
CREATE TABLE intents (
    sequence          INTEGER PRIMARY KEY AUTOINCREMENT,
    id                TEXT    NOT NULL UNIQUE,
    pool              TEXT    NOT NULL,
    action            TEXT    NOT NULL,
    amount            INTEGER NOT NULL,
    source            TEXT    NOT NULL,
    reason            TEXT    NOT NULL,
    deduplication_key TEXT    NOT NULL UNIQUE,
    received_at       TEXT    NOT NULL,
    answered_by       BIGINT  REFERENCES decisions (id)
);

CREATE INDEX intents_waiting ON intents (sequence) WHERE answered_by IS NULL;
CREATE INDEX intents_answered ON intents (answered_by);

-- What a decision was made from, which after a withdrawal is not what answers the intent.
CREATE TABLE decision_intents (
    decision_id BIGINT  NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    intent_id   TEXT    NOT NULL,
    PRIMARY KEY (decision_id, position)
);

CREATE INDEX decisions_of_intent ON decision_intents (intent_id);
