-- The engines that scalers have started: what tells a lock that one of them has left from anybody else's.
CREATE TABLE engine_runs (
    host       TEXT   NOT NULL,
    pid        BIGINT NOT NULL,
    started_at TEXT   NOT NULL,
    ended_at   TEXT,
    PRIMARY KEY (host, pid, started_at)
);
