package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.message.member.Marks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member as the log holds him.
 *
 * @param conversationId where
 * @param userId who
 * @param standing what social-service says of him
 * @param interval the newest interval
 * @param earlierIntervals how many were before it
 * @param marks how far he has read
 * @param ownNo his countable messages here, in all
 * @param lastOwnSeq the newest of his messages here, 0 before the first
 * @param refusedAt when something of his was last refused here for good, or null
 */
public record MemberRow(
        Id conversationId,
        Id userId,
        Standing standing,
        Interval interval,
        int earlierIntervals,
        Marks marks,
        long ownNo,
        long lastOwnSeq,
        @Nullable Instant refusedAt) {

    /**
     * What social-service says of a member.
     *
     * @param role place in the group
     * @param mutedUntil until when he may not speak
     * @param canSend whether he may speak at all
     * @param reason why not: {@code blocked} or {@code not_friends}
     * @param version grows with each change
     */
    public record Standing(
            MemberRole role,
            @Nullable Instant mutedUntil,
            boolean canSend,
            @Nullable String reason,
            long version) {

        /** What a change says. */
        public static Standing of(MemberChange change) {
            return new Standing(
                    change.role(), change.mutedUntil(), change.canSend(), change.reason(), change.version());
        }

        /** Whether he helps to lead a group. */
        public boolean leads() {
            return role != MemberRole.MEMBER;
        }
    }

    /**
     * The newest interval of a membership.
     *
     * @param fromSeq the join, or 1 where newcomers may see what was before
     * @param end where it ended; null while it goes on
     */
    public record Interval(long fromSeq, @Nullable End end) {

        /** Whether it goes on. */
        public boolean open() {
            return end == null;
        }

        /** The last seq that may be seen, given the conversation's. */
        public long lastVisible(long lastSeq) {
            return end == null ? lastSeq : end.seq();
        }
    }

    /**
     * The heads when a membership ended.
     *
     * @param seq the leave itself, or the newest message before it
     * @param changeSeq the newest change before it
     * @param countableNo countable messages up to {@code seq}
     * @param activity when the newest message before it was stored
     */
    public record End(long seq, long changeSeq, long countableNo, Instant activity) {}
}
