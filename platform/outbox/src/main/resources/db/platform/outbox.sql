-- What this service says, written with the change it tells of; sent_at is null until the broker has it.
CREATE TABLE outbox (
    id BIGINT NOT NULL,
    topic VARCHAR(100) NOT NULL,
    record_key VARCHAR(64) NOT NULL,
    version BIGINT NOT NULL,
    record_value MEDIUMTEXT NOT NULL,
    headers TEXT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY outbox_in_order (sent_at, record_key, version)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row: which instance's relay may publish, until when (database time); and, unless null, since when sent rows may be
-- lost with the broker.
CREATE TABLE outbox_lease (
    id TINYINT NOT NULL,
    holder CHAR(36) NOT NULL,
    lease_until DATETIME(6) NOT NULL,
    again_from DATETIME(6) NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO outbox_lease (id, holder, lease_until) VALUES (1, '', '2000-01-01');
