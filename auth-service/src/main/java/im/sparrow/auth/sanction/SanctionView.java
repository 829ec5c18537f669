package im.sparrow.auth.sanction;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sanction, as administrators see it.
 *
 * @param id the sanction
 * @param userId whose
 * @param kind what it does
 * @param reason why
 * @param authorId who imposed it
 * @param beginsAt from when on
 * @param endsAt until when; absent when only somebody can lift it
 * @param state {@code pending}, {@code live}, {@code over} or {@code lifted}
 * @param liftedAt when somebody lifted it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SanctionView(
        Id id,
        Id userId,
        SanctionKind kind,
        String reason,
        Id authorId,
        Instant beginsAt,
        @Nullable Instant endsAt,
        String state,
        @Nullable Instant liftedAt) {

    static SanctionView of(Sanction sanction) {
        return new SanctionView(
                sanction.id(),
                sanction.accountId(),
                sanction.kind(),
                sanction.reason(),
                sanction.authorId(),
                sanction.beginsAt(),
                sanction.endsAt(),
                sanction.state().name(),
                sanction.liftedAt());
    }
}
