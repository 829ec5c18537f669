-- From when on a key signs: it is published before, so that every verifier knows it by then.
ALTER TABLE signing_key ADD COLUMN signs_from DATETIME(6);
UPDATE signing_key SET signs_from = created_at;

-- What a user name looks like; null where an older account looks like another one.
ALTER TABLE account ADD COLUMN skeleton VARCHAR(64);
ALTER TABLE account ADD UNIQUE KEY account_skeleton (skeleton);

-- Codes by which somebody may register; uses_left counts down to 0.
CREATE TABLE invitation (
    id BIGINT NOT NULL,
    code_hash VARBINARY(32) NOT NULL,
    note VARCHAR(200) NOT NULL,
    uses INT NOT NULL,
    uses_left INT NOT NULL,
    author_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY invitation_code (code_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- People who wait for an administrator to let them in; decided ones are deleted.
CREATE TABLE registration (
    id BIGINT NOT NULL,
    username VARCHAR(32) NOT NULL,
    nickname VARCHAR(64) NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    note VARCHAR(200) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY registration_username (username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
