-- The message log: see the package doc of im.sparrow.message, where this schema is drawn.
-- Only what MySQL 8.0, MariaDB 11.4 and TiDB share. No foreign keys, no auto-increment.

CREATE TABLE conversation (
    id BIGINT NOT NULL,
    kind VARCHAR(8) NOT NULL,
    title VARCHAR(64) NULL,
    photo VARCHAR(500) NULL,
    state VARCHAR(10) NOT NULL,
    muted_until DATETIME(6) NULL,
    version BIGINT NOT NULL,
    last_seq BIGINT NOT NULL,
    last_change_seq BIGINT NOT NULL,
    last_countable_no BIGINT NOT NULL,
    last_activity DATETIME(6) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE member (
    conversation_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    role VARCHAR(8) NOT NULL,
    muted_until DATETIME(6) NULL,
    can_send TINYINT NOT NULL,
    reason VARCHAR(32) NULL,
    version BIGINT NOT NULL,
    -- The newest interval; to_seq and the other heads of its end are null while it is open.
    from_seq BIGINT NOT NULL,
    to_seq BIGINT NULL,
    to_change_seq BIGINT NULL,
    to_countable_no BIGINT NULL,
    to_activity DATETIME(6) NULL,
    earlier_intervals INT NOT NULL DEFAULT 0,
    -- Marks, each with the numbers that stand at it. They only grow.
    read_seq BIGINT NOT NULL,
    read_countable_no BIGINT NOT NULL,
    read_own_no BIGINT NOT NULL,
    delivered_seq BIGINT NOT NULL,
    own_no BIGINT NOT NULL DEFAULT 0,
    last_own_seq BIGINT NOT NULL DEFAULT 0,
    hidden_at_seq BIGINT NOT NULL DEFAULT 0,
    refused_at DATETIME(6) NULL,
    PRIMARY KEY (conversation_id, user_id),
    KEY member_of_user (user_id, to_seq, from_seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Intervals before the newest one, for those who came back.
CREATE TABLE member_interval (
    conversation_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    from_seq BIGINT NOT NULL,
    to_seq BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, user_id, to_seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE message (
    conversation_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- 0 = the log itself (system)
    sender_id BIGINT NOT NULL,
    client_msg_id BINARY(16) NOT NULL,
    type VARCHAR(16) NOT NULL,
    -- null once recalled: the text is gone
    body MEDIUMTEXT NULL,
    reply_to BIGINT NULL,
    mentions TEXT NULL,
    hash BINARY(16) NOT NULL,
    countable TINYINT NOT NULL,
    -- countable messages up to and with this one
    countable_no BIGINT NOT NULL,
    change_seq BIGINT NULL,
    created_at DATETIME(6) NOT NULL,
    recalled_by BIGINT NULL,
    recalled_at DATETIME(6) NULL,
    -- where its command stood first: tells a replay from a repeat
    command_offset BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE KEY message_client_id (conversation_id, sender_id, client_msg_id),
    KEY message_change (conversation_id, change_seq)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Outcomes of commands that are no messages; actor 0 = a service.
CREATE TABLE op (
    conversation_id BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    client_op_id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    -- recall: the message; apply: the system message, if one was made
    seq BIGINT NULL,
    change_seq BIGINT NULL,
    -- apply: who came and went (+id, -id, -*)
    effect TEXT NULL,
    created_at DATETIME(6) NOT NULL,
    command_offset BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, actor_id, client_op_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Final refusals, kept 30 days.
CREATE TABLE refusal (
    conversation_id BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    client_id BINARY(16) NOT NULL,
    code VARCHAR(32) NOT NULL,
    ends_at DATETIME(6) NULL,
    hash BINARY(16) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (conversation_id, actor_id, client_id),
    KEY refusal_of_actor (actor_id, created_at),
    KEY refusal_age (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row. Raised by a restore: under another epoch a client throws its cache away.
CREATE TABLE log_epoch (
    id TINYINT NOT NULL,
    epoch VARCHAR(36) NOT NULL,
    PRIMARY KEY (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO log_epoch (id, epoch) VALUES (1, UUID());

-- Who may make ids with a node number, until when (database time).
CREATE TABLE node_lease (
    node SMALLINT NOT NULL,
    owner CHAR(36) NOT NULL,
    lease_until DATETIME(6) NOT NULL,
    PRIMARY KEY (node)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

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
