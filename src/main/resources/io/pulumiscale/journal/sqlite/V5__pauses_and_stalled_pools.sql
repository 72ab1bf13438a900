-- A person's word, while the scaler runs, that alerts and schedules leave a pool alone in a direction.
CREATE TABLE pauses (
    pool      TEXT NOT NULL,
    direction TEXT NOT NULL,
    reason    TEXT NOT NULL,
    said_by   TEXT NOT NULL,
    since     TEXT NOT NULL,
    PRIMARY KEY (pool, direction)
);

-- How the pool's last update ended, if without success.
ALTER TABLE pool_history ADD COLUMN failed_as TEXT;
