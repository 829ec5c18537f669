-- Accounts that speak for the installation or for a product it is built into.
ALTER TABLE account ADD COLUMN official BOOLEAN NOT NULL DEFAULT FALSE;

-- Keys by which programs come in, each as one account; only a hash of 256 random bits. session_id: the session its tokens
-- name, so that they can be taken back at once.
CREATE TABLE server_key (
    id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    name VARCHAR(64) NOT NULL,
    secret_hash VARBINARY(32) NOT NULL,
    scopes VARCHAR(100) NOT NULL,
    account_id BIGINT NOT NULL,
    session_id BIGINT,
    author_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    used_at DATETIME(6),
    revoked_at DATETIME(6),
    revoked_by BIGINT,
    PRIMARY KEY (id),
    KEY server_key_account (account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
