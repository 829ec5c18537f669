-- Accounts that were brought into the groups where everybody begins: once, so that who leaves one stays away. Rows go after
-- a day; who is that old is no newcomer any more.
CREATE TABLE newcomer (
    account_id BIGINT NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id),
    KEY newcomer_age (seen_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
