package im.sparrow.message.resume;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.message.inbox.Inbox;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a gateway asks. */
final class Questions {

    /** Users of one question for rooms. */
    static final int ROOMS_USERS_MAX = 500;

    /** Devices of one question for what changed; as many as come in a crowd, and no more than an answer can hold. */
    static final int CHANGED_MAX = 32;

    /** Pages of one question, and the items of all of them. */
    static final int PAGES_MAX = 32;

    static final int ITEMS_MAX = 2 * Bounds.PAGE_MAX;

    /** Heads of one device: several frames of them. */
    static final int HEADS_MAX = 20 * Bounds.HEADS_PER_FRAME;

    private Questions() {}

    /** Whose rooms. */
    record Rooms(
            @NotNull @Size(min = 1, max = ROOMS_USERS_MAX) List<@NotNull Id> userIds) {}

    /** What changed for each of some devices. */
    record Changes(
            @NotNull @Size(min = 1, max = CHANGED_MAX) List<@NotNull @Valid Changed> devices) {}

    /**
     * What changed since.
     *
     * @param epoch the epoch the device knows, or null
     * @param heads what the device holds; null = nothing
     */
    record Changed(
            @NotNull Id userId,
            @Nullable String epoch,

            @Size(max = HEADS_MAX) @Nullable Map<Id, ClientFrame.Head> heads) {

        Inbox.Device device() {
            return new Inbox.Device(userId, epoch, heads == null ? Map.of() : heads);
        }
    }

    /** Some pages. */
    record Pages(@NotNull @Size(min = 1, max = PAGES_MAX) List<@NotNull @Valid Page> pages) {}

    /** One page; exactly one of the three positions is set. */
    record Page(
            @NotNull Id userId,
            @NotNull Id conversationId,
            @Min(0) @Nullable Long afterSeq,
            @Min(0) @Nullable Long afterChangeSeq,
            @Min(0) @Nullable Long beforeSeq,
            @Min(1) @Max(Bounds.PAGE_MAX) int limit) {

        /** Whether exactly one position is set. */
        boolean onePosition() {
            return Stream.of(afterSeq, afterChangeSeq, beforeSeq)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }
    }
}
