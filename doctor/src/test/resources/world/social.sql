-- Ann and Ben are friends (conversation 501); Ann's group "Walk" (conversation 502) has all three. Ann and Cat never met.
INSERT INTO friendship (user_low, user_high, conversation_id, friends, since, pending_request_id, version) VALUES
    (101, 102, 501, TRUE, '2026-01-02', NULL, 2),
    (101, 103, 503, FALSE, NULL, 77, 0);
INSERT INTO chat_group (id, conversation_id, name, photo, introduction, owner_id, state, member_count, version, created_at) VALUES
    (301, 502, 'Walk', NULL, NULL, 101, 'OPEN', 3, 4, '2026-01-03');
INSERT INTO group_member (group_id, user_id, role, version, gone, joined_at) VALUES
    (301, 101, 'OWNER', 2, FALSE, '2026-01-03'),
    (301, 102, 'MEMBER', 2, FALSE, '2026-01-03'),
    (301, 103, 'MEMBER', 4, FALSE, '2026-01-03');
INSERT INTO known_account (id, username, nickname, photo, signature, status, role_ids, findable, version) VALUES
    (101, 'ann', 'Ann', NULL, 'on a walk', 'ACTIVE', '1,2', TRUE, 3),
    (102, 'ben', 'Ben', '/media/ben', NULL, 'ACTIVE', '2', TRUE, 1),
    (103, 'cat', 'Cat', NULL, NULL, 'ACTIVE', '2', FALSE, 1);
