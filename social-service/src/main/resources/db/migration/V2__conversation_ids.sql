-- Conversations are read in ranges of their ids when the log's copy is compared with what was decided.
CREATE INDEX friendship_conversation ON friendship (conversation_id);
CREATE INDEX chat_group_conversation ON chat_group (conversation_id);
