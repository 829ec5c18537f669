-- A coarse place of a log-in, if the proxy in front knows one.
ALTER TABLE session ADD COLUMN place VARCHAR(64);

-- The newest link by which somebody may choose another password; only its hash.
CREATE TABLE password_reset (
    account_id BIGINT NOT NULL,
    token_hash VARBINARY(32) NOT NULL,
    author_id BIGINT NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id),
    KEY password_reset_age (expires_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The secret of an authenticator app, AES-256-GCM; last_step: the newest time step whose code was used.
CREATE TABLE second_factor (
    account_id BIGINT NOT NULL,
    secret VARBINARY(100) NOT NULL,
    confirmed BOOLEAN NOT NULL,
    last_step BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Codes for who lost his app; each is used once and goes with it. Only hashes of 80 random bits.
CREATE TABLE recovery_code (
    account_id BIGINT NOT NULL,
    code_hash VARBINARY(32) NOT NULL,
    PRIMARY KEY (account_id, code_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
