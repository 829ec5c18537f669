-- Three people; nothing is wrong with them.
INSERT INTO account (id, username, nickname, photo, signature, password_hash, status, findable, ver, version, sessions_version, created_at) VALUES
    (101, 'ann', 'Ann', NULL, 'on a walk', 'x', 'ACTIVE', TRUE, 1, 3, 1, '2026-01-01'),
    (102, 'ben', 'Ben', '/media/ben', NULL, 'x', 'ACTIVE', TRUE, 1, 1, 1, '2026-01-01'),
    (103, 'cat', 'Cat', NULL, NULL, 'x', 'ACTIVE', FALSE, 1, 1, 1, '2026-01-01');
INSERT INTO account_role (account_id, role_id) VALUES (101, 1), (101, 2), (102, 2), (103, 2);
INSERT INTO outbox (id, topic, record_key, version, record_value, headers, created_at, sent_at) VALUES
    (1, 'im.account.v1', '101', 3, '{}', '{}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (2, 'im.account.v1', '103', 1, '{}', '{}', UTC_TIMESTAMP(6), NULL);
