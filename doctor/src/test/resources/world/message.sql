-- 501: a line, then Ann, Ben, Ann, whose second text was recalled. 502: a line, Ann, Ben, Cat, Ann; Cat had left and came back.
INSERT INTO conversation (id, kind, title, photo, state, version, last_seq, last_change_seq, last_countable_no, last_activity, created_at) VALUES
    (501, 'direct', NULL, NULL, 'open', 1, 4, 1, 3, '2026-01-04', '2026-01-02'),
    (502, 'group', 'Walk', NULL, 'open', 1, 7, 0, 4, '2026-01-04', '2026-01-03');
INSERT INTO message (conversation_id, seq, id, sender_id, client_msg_id, type, body, hash, countable, countable_no, change_seq, created_at, command_offset) VALUES
    (501, 1, 1, 0, '0000000000000001', 'system', '{}', '0000000000000000', 0, 0, NULL, '2026-01-02', 1),
    (501, 2, 2, 101, '0000000000000002', 'text', '{}', '0000000000000000', 1, 1, NULL, '2026-01-03', 2),
    (501, 3, 3, 102, '0000000000000003', 'text', '{}', '0000000000000000', 1, 2, NULL, '2026-01-04', 3),
    (501, 4, 4, 101, '0000000000000004', 'text', NULL, '0000000000000000', 1, 3, 1, '2026-01-04', 4),
    (502, 1, 5, 0, '0000000000000005', 'system', '{}', '0000000000000000', 0, 0, NULL, '2026-01-03', 5),
    (502, 2, 6, 101, '0000000000000006', 'text', '{}', '0000000000000000', 1, 1, NULL, '2026-01-03', 6),
    (502, 3, 7, 0, '0000000000000007', 'system', '{}', '0000000000000000', 0, 1, NULL, '2026-01-03', 7),
    (502, 4, 8, 102, '0000000000000008', 'text', '{}', '0000000000000000', 1, 2, NULL, '2026-01-03', 8),
    (502, 5, 9, 0, '0000000000000009', 'system', '{}', '0000000000000000', 0, 2, NULL, '2026-01-03', 9),
    (502, 6, 10, 103, '0000000000000010', 'text', '{}', '0000000000000000', 1, 3, NULL, '2026-01-03', 10),
    (502, 7, 11, 101, '0000000000000011', 'text', '{}', '0000000000000000', 1, 4, NULL, '2026-01-04', 11);
INSERT INTO member (conversation_id, user_id, role, can_send, version, from_seq, earlier_intervals, read_seq, read_countable_no, read_own_no, delivered_seq, own_no, last_own_seq) VALUES
    (501, 101, 'member', 1, 2, 1, 0, 4, 3, 2, 4, 2, 4),
    (501, 102, 'member', 1, 2, 1, 0, 2, 1, 0, 4, 1, 3),
    (502, 101, 'owner', 1, 2, 1, 0, 7, 4, 2, 7, 2, 7),
    (502, 102, 'member', 1, 2, 1, 0, 4, 2, 1, 6, 1, 4),
    (502, 103, 'member', 1, 4, 5, 1, 5, 2, 0, 7, 1, 6);
INSERT INTO member_interval (conversation_id, user_id, from_seq, to_seq) VALUES (502, 103, 1, 3);
INSERT INTO known_account (id, username, nickname, photo, signature, status, role_ids, findable, version) VALUES
    (101, 'ann', 'Ann', NULL, 'on a walk', 'ACTIVE', '1,2', TRUE, 3),
    (102, 'ben', 'Ben', '/media/ben', NULL, 'ACTIVE', '2', TRUE, 1),
    (103, 'cat', 'Cat', NULL, NULL, 'ACTIVE', '2', FALSE, 1);
