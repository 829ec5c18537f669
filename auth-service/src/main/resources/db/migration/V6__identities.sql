-- Accounts at other providers by which somebody logs in: by the provider's own id, never by a name, which can change hands.
CREATE TABLE identity (
    id BIGINT NOT NULL,
    provider VARCHAR(16) NOT NULL,
    subject VARCHAR(32) NOT NULL,
    account_id BIGINT NOT NULL,
    login VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY identity_subject (provider, subject),
    UNIQUE KEY identity_account (account_id, provider)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Pictures of people that came with them; the name says nothing and cannot be guessed.
CREATE TABLE photo (
    name VARCHAR(32) NOT NULL,
    account_id BIGINT NOT NULL,
    media_type VARCHAR(32) NOT NULL,
    content MEDIUMBLOB NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (name),
    KEY photo_account (account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
