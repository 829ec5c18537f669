package im.sparrow.message.copy;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.message.sql.Database;
import im.sparrow.message.sql.Jdbc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads conversations with their members of now, by ranges of ids: two statements a range. */
@Singleton
class CopyRepository {

    private final Database database;

    CopyRepository(Database database) {
        this.database = database;
    }

    private record Membership(Id conversation, ConversationRecord.Member member) {}

    private record Described(
            Id id,
            ConversationKind kind,
            @Nullable String title,
            @Nullable String photo,
            ConversationState state) {

        ConversationRecord with(List<ConversationRecord.Member> members) {
            return new ConversationRecord(id, kind, title, photo, state, members);
        }
    }

    List<ConversationRecord> between(long after, long upTo) {
        return database.with(connection -> {
            Map<Id, List<ConversationRecord.Member>> members = new HashMap<>();
            for (Membership each : members(connection, after, upTo)) {
                members.computeIfAbsent(each.conversation(), none -> new ArrayList<>())
                        .add(each.member());
            }
            return described(connection, after, upTo).stream()
                    .map(each -> each.with(members.getOrDefault(each.id(), List.of())))
                    .toList();
        });
    }

    private static List<Described> described(Connection connection, long after, long upTo) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT /* copy.conversations */ id, kind, title, photo, state FROM conversation"
                        + " WHERE id > ? AND id <= ? ORDER BY id",
                p -> p.number(after).number(upTo),
                c -> new Described(
                        c.id(),
                        ConversationKind.valueOf(upper(c.text())),
                        c.maybeText(),
                        c.maybeText(),
                        ConversationState.valueOf(upper(c.text()))));
    }

    private static List<Membership> members(Connection connection, long after, long upTo) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT /* copy.members */ conversation_id, user_id, role, can_send FROM member"
                        + " WHERE conversation_id > ? AND conversation_id <= ? AND to_seq IS NULL",
                p -> p.number(after).number(upTo),
                c -> new Membership(
                        c.id(), new ConversationRecord.Member(c.id(), MemberRole.valueOf(upper(c.text())), c.flag())));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
