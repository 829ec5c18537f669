-- The schema of auth-service: accounts, what they may do, sessions, keys. Additive only; MySQL 8.0, MariaDB 11.4 and TiDB.
-- Texts that people search or compare exactly are utf8mb4_bin.

-- One row per account. ver: what the account may do; version: its public record; sessions_version: its list of sessions.
CREATE TABLE account (
    id BIGINT NOT NULL,
    username VARCHAR(32) NOT NULL,
    nickname VARCHAR(64) NOT NULL,
    photo VARCHAR(200),
    signature VARCHAR(200),
    password_hash VARCHAR(200),
    status VARCHAR(16) NOT NULL,
    findable BOOLEAN NOT NULL,
    ver BIGINT NOT NULL,
    version BIGINT NOT NULL,
    sessions_version BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY account_username (username),
    -- Search by prefix reads a page of this and nothing else's.
    KEY account_search (findable, username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rights that exist; built-in ones cannot be deleted.
CREATE TABLE rights (
    name VARCHAR(64) NOT NULL,
    built_in BOOLEAN NOT NULL,
    PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE role (
    id BIGINT NOT NULL,
    name VARCHAR(64) NOT NULL,
    built_in BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY role_name (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- effect: grant or take; right_name '*' with take = every right.
CREATE TABLE role_right (
    role_id BIGINT NOT NULL,
    right_name VARCHAR(64) NOT NULL,
    effect VARCHAR(8) NOT NULL,
    PRIMARY KEY (role_id, right_name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE account_role (
    account_id BIGINT NOT NULL,
    role_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, role_id),
    KEY account_role_role (role_id, account_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row: the version of the role table, and the lock under which roles and their holders change.
CREATE TABLE role_table (
    id TINYINT NOT NULL,
    rv BIGINT NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A log-in on a device. Its refresh token is not stored: the token of a generation is derived from the master key, the
-- session and its salt, so the newest generation and the times of the last two rotations are all there is to know.
CREATE TABLE session (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    device_id VARCHAR(64) NOT NULL,
    device_name VARCHAR(200) NOT NULL,
    salt VARBINARY(32) NOT NULL,
    generation INT NOT NULL,
    rotated_at DATETIME(6) NOT NULL,
    rotated_before_at DATETIME(6) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    idle_until DATETIME(6) NOT NULL,
    ends_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6),
    end_reason VARCHAR(16),
    PRIMARY KEY (id),
    KEY session_account (account_id, ended_at, id),
    KEY session_idle (idle_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Keys that sign access tokens; the private half is AES-256-GCM under a key derived from the master key.
CREATE TABLE signing_key (
    kid VARCHAR(64) NOT NULL,
    public_jwk VARCHAR(1000) NOT NULL,
    private_key VARBINARY(1000) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (kid)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was seeded, so that what was removed since is never added again.
CREATE TABLE seed_mark (
    name VARCHAR(64) NOT NULL,
    seeded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO role_table (id, rv) VALUES (1, 1);

INSERT INTO rights (name, built_in) VALUES
    ('login', TRUE), ('speak', TRUE), ('profile', TRUE), ('contact', TRUE), ('admin', TRUE);

INSERT INTO role (id, name, built_in) VALUES
    (1, 'administrator', TRUE), (2, 'user', TRUE), (3, 'muted', TRUE), (4, 'banned', TRUE);

INSERT INTO role_right (role_id, right_name, effect) VALUES
    (1, 'login', 'grant'), (1, 'profile', 'grant'), (1, 'contact', 'grant'), (1, 'admin', 'grant'),
    (2, 'login', 'grant'), (2, 'profile', 'grant'), (2, 'contact', 'grant'), (2, 'speak', 'grant'),
    (3, 'login', 'grant'), (3, 'profile', 'grant'), (3, 'contact', 'grant'), (3, 'speak', 'take'),
    (4, '*', 'take');

-- Who may make ids with a node number, until when (database time).
CREATE TABLE node_lease (
    node SMALLINT NOT NULL,
    owner CHAR(36) NOT NULL,
    lease_until DATETIME(6) NOT NULL,
    PRIMARY KEY (node)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

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
