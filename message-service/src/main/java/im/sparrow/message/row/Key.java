package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rows are found by. */
public final class Key {

    private Key() {}

    /** A member. */
    public record Member(Id conversationId, Id userId) {

        /** The order in which member rows are changed. */
        public static final Comparator<Member> ORDER =
                Comparator.comparing(Member::conversationId).thenComparing(Member::userId);
    }

    /** A message by its place. */
    public record Message(Id conversationId, long seq) {}

    /** A command by its maker's id; actor null = a service, or the log itself. */
    public record Command(Id conversationId, @Nullable Id actor, UUID clientId) {}

    /** A seq that somebody has shown. */
    public record Mark(Id conversationId, Id userId, long seq) {}
}
