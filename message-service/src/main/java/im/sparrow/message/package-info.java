/**
 * Newcomers look for the class that saves a message when a request comes in; there is none. A message is a command in a
 * topic, and one thread per instance ({@link im.sparrow.message.writer}) turns whole batches of commands into numbered
 * rows in one transaction each. REST here only reads. What a batch comes to is decided by pure code
 * ({@link im.sparrow.message.log}); this service never decides who belongs to a conversation, it only puts social-service's
 * decisions in order.
 *
 * <pre>
 * conversation     id (PK) · kind · title · photo · state · muted_until · version            as social-service says it
 *                  last_seq · last_change_seq · last_countable_no · last_activity            heads, moved by the writer only
 *    │
 *    ├─ message          (conversation_id, seq) PK · UNIQUE (…, sender_id, client_msg_id) · KEY (…, change_seq)
 *    │                   id · type · body · hash · countable_no · created_at · recalled_by/at · command_offset
 *    ├─ member           (conversation_id, user_id) PK · KEY (user_id, …)
 *    │                   role · can_send · version · newest interval from_seq..to_seq
 *    │                   marks: read_seq with read_countable_no and read_own_no · delivered_seq · own_no · last_own_seq
 *    ├─ member_interval  (conversation_id, user_id, to_seq) PK      earlier intervals of those who came back
 *    ├─ op               (conversation_id, actor_id, client_op_id) PK   outcomes of recalls and of what services applied
 *    └─ refusal          (conversation_id, actor_id, client_id) PK      final refusals, 30 days
 * log_epoch        one row: which life of this log it is; a restore gives it a new one
 * node_lease       who may make ids (platform/database)
 * known_account    read model of accounts, for peers' names (platform/readmodel)
 * </pre>
 */
@NullMarked
package im.sparrow.message;

import org.jspecify.annotations.NullMarked;
