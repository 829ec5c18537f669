-- The schema of social-service: who belongs to whom. Additive only; MySQL 8.0, MariaDB 11.4 and TiDB.

-- One row per pair of people, made with their first request and locked by all that concerns the pair. The conversation is
-- the pair's for ever; version counts what was said to it, 0 = its log has never heard of it.
CREATE TABLE friendship (
    user_low BIGINT NOT NULL,
    user_high BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL,
    friends BOOLEAN NOT NULL,
    since DATETIME(6) NULL,
    pending_request_id BIGINT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (user_low, user_high),
    KEY friendship_by_high (user_high, user_low)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Requests, whatever became of them; state: pending, accepted, rejected, cancelled.
CREATE TABLE friend_request (
    id BIGINT NOT NULL,
    from_id BIGINT NOT NULL,
    to_id BIGINT NOT NULL,
    greeting VARCHAR(200) NULL,
    state VARCHAR(16) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    decided_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY friend_request_incoming (to_id, id),
    KEY friend_request_outgoing (from_id, id),
    KEY friend_request_pending (from_id, state),
    KEY friend_request_age (decided_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- state: OPEN, DISSOLVED. version counts what was said to the conversation's log.
CREATE TABLE chat_group (
    id BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL,
    name VARCHAR(64) NOT NULL,
    photo VARCHAR(500) NULL,
    introduction VARCHAR(500) NULL,
    owner_id BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    member_count INT NOT NULL,
    version BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A row outlives the membership (gone), so that a member who comes back has a newer version. role: OWNER, ADMIN,
-- MEMBER.
CREATE TABLE group_member (
    group_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role VARCHAR(16) NOT NULL,
    version BIGINT NOT NULL,
    gone BOOLEAN NOT NULL,
    joined_at DATETIME(6) NOT NULL,
    PRIMARY KEY (group_id, user_id),
    KEY group_member_mine (user_id, gone, group_id),
    KEY group_member_eldest (group_id, gone, joined_at, user_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The version of each user's contacts; changes below floor_version are no longer all there.
CREATE TABLE contact_state (
    user_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    floor_version BIGINT NOT NULL,
    PRIMARY KEY (user_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The newest change of each contact of each user. area: friends, groups, requests; item_id: user, group, request.
CREATE TABLE contact_change (
    user_id BIGINT NOT NULL,
    area VARCHAR(16) NOT NULL,
    item_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    gone BOOLEAN NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id, area, item_id),
    KEY contact_change_since (user_id, version),
    KEY contact_change_age (gone, changed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was seeded once is never seeded again.
CREATE TABLE seed_mark (
    name VARCHAR(32) NOT NULL,
    seeded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The platform's tables, as their own rooms describe them.

-- Who may make ids with a node number, until when (database time).
CREATE TABLE node_lease (
    node SMALLINT NOT NULL,
    owner CHAR(36) NOT NULL,
    lease_until DATETIME(6) NOT NULL,
    PRIMARY KEY (node)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

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
