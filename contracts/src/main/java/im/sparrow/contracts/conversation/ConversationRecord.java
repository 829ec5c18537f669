package im.sparrow.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as social-service has decided it: what the log's copy is compared with.
 *
 * @param id which
 * @param kind one-to-one or group
 * @param title a group's name, else null
 * @param photo a group's picture, or null
 * @param state whether it takes messages
 * @param members who is in it now; nobody once it is dissolved
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationRecord(
        Id id,
        ConversationKind kind,
        @Nullable String title,
        @Nullable String photo,
        ConversationState state,
        List<Member> members) {

    /** Conversations in one range: few, since each brings its members. */
    public static final int RANGE = 100;

    /**
     * Somebody who is in it.
     *
     * @param userId who
     * @param role what he is there
     * @param canSend whether he may speak to it
     */
    public record Member(Id userId, MemberRole role, boolean canSend) {}

    /** All of it as one text, whatever the order of its members: what a {@link im.sparrow.contracts.Digest} is made of. */
    public String content() {
        String people = members.stream()
                .sorted(Comparator.comparing(Member::userId))
                .map(member -> member.userId() + ":" + word(member.role()) + ":" + member.canSend())
                .collect(Collectors.joining(","));
        return String.join(
                "\u0001", id.toString(), word(kind), String.valueOf(title), String.valueOf(photo), word(state), people);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
