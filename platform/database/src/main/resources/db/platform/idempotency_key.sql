-- What a creating request was answered, kept for a day: the same key gets the same answer.
CREATE TABLE idempotency_key (
    user_id BIGINT NOT NULL,
    route VARCHAR(64) NOT NULL,
    request_key VARCHAR(64) NOT NULL,
    body_hash CHAR(64) NOT NULL,
    answer MEDIUMTEXT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, route, request_key),
    KEY idempotency_key_age (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
