-- Which of several scalers decides. One row. Times are this server's, so that no scaler's clock matters; epochs grow, so
-- that writes of an earlier holder are told apart.
CREATE TABLE lease (
    id         INTEGER     NOT NULL PRIMARY KEY CHECK (id = 1),
    holder     TEXT        NOT NULL,
    epoch      BIGINT      NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

INSERT INTO lease (id, holder, epoch, expires_at) VALUES (1, '', 0, '-infinity');
