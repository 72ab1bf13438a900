-- What people asked to be told of, written with what it is about. Its subject keeps it from being written twice.
CREATE TABLE notices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    subject     TEXT    NOT NULL UNIQUE,
    kind        TEXT    NOT NULL,
    pool        TEXT    NOT NULL,
    from_size   INTEGER NOT NULL,
    to_size     INTEGER NOT NULL,
    reason      TEXT    NOT NULL,
    problem     TEXT,
    update_id   BIGINT,
    approval_id BIGINT,
    noticed_at  TEXT    NOT NULL
);

CREATE INDEX notices_of_pool ON notices (pool, kind, id);

-- How far each receiver is. It is a digest of a URL, which may be a secret.
CREATE TABLE notice_cursors (
    receiver TEXT   NOT NULL PRIMARY KEY,
    done     BIGINT NOT NULL
);
