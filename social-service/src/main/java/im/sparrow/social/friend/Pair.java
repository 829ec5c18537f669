package im.sparrow.social.friend;

import im.sparrow.contracts.Id;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Two people, whoever comes first.
 *
 * @param userLow the smaller id
 * @param userHigh the larger id
 */
@Embeddable
public record Pair(long userLow, long userHigh) {

    public Pair {
        if (userLow >= userHigh) {
            throw new IllegalArgumentException("a pair is two people, the smaller id first");
        }
    }

    /** The pair of two different people. */
    public static Pair of(Id one, Id other) {
        return new Pair(Math.min(one.value(), other.value()), Math.max(one.value(), other.value()));
    }

    /** The one who is not {@code me}. */
    public Id other(Id me) {
        return Id.of(userLow == me.value() ? userHigh : userLow);
    }

    /** Both, the smaller id first. */
    List<Id> both() {
        return List.of(low(), high());
    }

    Id low() {
        return Id.of(userLow);
    }

    Id high() {
        return Id.of(userHigh);
    }
}
