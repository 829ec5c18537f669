-- Rights and roles are made and edited at run time: a version for each, which an editor must name.
ALTER TABLE rights ADD COLUMN description VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE rights ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE role ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- A timed taking of rights. state: pending, live, over or lifted; due_at: when it changes by itself, null when it does not.
CREATE TABLE sanction (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    author_id BIGINT NOT NULL,
    begins_at DATETIME(6) NOT NULL,
    ends_at DATETIME(6),
    state VARCHAR(16) NOT NULL,
    due_at DATETIME(6),
    created_at DATETIME(6) NOT NULL,
    lifted_at DATETIME(6),
    lifted_by BIGINT,
    PRIMARY KEY (id),
    KEY sanction_account (account_id, id),
    KEY sanction_due (due_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
