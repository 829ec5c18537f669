package im.sparrow.social.request;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody to be my friend.
 *
 * @param toUserId whom
 * @param greeting a line to him, at most {@value Bounds#NOTE_MAX} characters; needs the right to speak
 */
public record AskFriend(
        @NotNull Id toUserId,
        @Nullable @Size(max = Bounds.NOTE_MAX) String greeting) {

    /** The greeting, unless it says nothing. */
    Optional<String> words() {
        return Optional.ofNullable(greeting).map(String::strip).filter(words -> !words.isEmpty());
    }
}
