-- What auth-service has told of accounts (im.account.v1); the newest version wins. Deleted accounts stay, and say so.
CREATE TABLE known_account (
    id BIGINT NOT NULL,
    username VARCHAR(32) NOT NULL,
    nickname VARCHAR(64) NOT NULL,
    photo VARCHAR(1000) NULL,
    signature VARCHAR(500) NULL,
    status VARCHAR(10) NOT NULL,
    role_ids VARCHAR(2000) NOT NULL,
    findable BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY known_account_username (username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
