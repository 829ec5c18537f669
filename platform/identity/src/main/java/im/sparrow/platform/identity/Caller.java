package im.sparrow.platform.identity;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as a verified token says it: a person on one of his devices, or one of our services.
 *
 * <p>What only a person has ({@link #userId()}, {@link #sid()}) is refused when a service calls, so a resource for
 * people needs no check of its own.
 */
public final class Caller {

    private final @Nullable Person person;
    private final @Nullable String service;
    private final Set<String> rights;
    private final Instant expiresAt;

    private Caller(@Nullable Person person, @Nullable String service, Set<String> rights, Instant expiresAt) {
        this.person = person;
        this.service = service;
        this.rights = Set.copyOf(rights);
        this.expiresAt = expiresAt;
    }

    /**
     * What a person's token says beside rights and end.
     *
     * @param userId the account
     * @param sid the session (a log-in on a device)
     * @param ver the version of what the user may do
     * @param rv the version of the role table
     * @param roleIds the user's roles
     * @param until the end of the live sanction that takes something, or null
     */
    public record Person(
            Id userId,
            Id sid,
            long ver,
            long rv,
            Set<Id> roleIds,
            @Nullable Instant until) {

        public Person {
            roleIds = Set.copyOf(roleIds);
        }
    }

    /** A person with these effective rights, until the token's end. */
    public static Caller person(Person person, Set<String> rights, Instant expiresAt) {
        return new Caller(person, null, rights, expiresAt);
    }

    /** One of our services by its name, such as {@code gateway}. */
    public static Caller service(String name, Set<String> rights, Instant expiresAt) {
        return new Caller(null, name, rights, expiresAt);
    }

    /**
     * The calling account.
     *
     * @throws Refused {@code right_missing} when a service calls
     */
    public Id userId() {
        return asPerson().userId();
    }

    /**
     * The calling session.
     *
     * @throws Refused {@code right_missing} when a service calls
     */
    public Id sid() {
        return asPerson().sid();
    }

    /** The version of what the user may do, as the token says it. */
    public long ver() {
        return asPerson().ver();
    }

    /** The version of the role table, as the token says it. */
    public long rv() {
        return asPerson().rv();
    }

    /** The user's roles. */
    public Set<Id> roleIds() {
        return asPerson().roleIds();
    }

    /** The end of the live sanction that takes something from the user. */
    public Optional<Instant> until() {
        return Optional.ofNullable(asPerson().until());
    }

    /** The effective rights. */
    public Set<String> rights() {
        return rights;
    }

    /** Whether the caller has a right. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** When the token ends. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** The calling service's name; empty when a person calls. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /**
     * The person's half.
     *
     * @throws Refused {@code right_missing} when a service calls
     */
    public Person asPerson() {
        if (person == null) {
            throw new Refused(Problem.RIGHT_MISSING, "Only a person may do this, not a service.");
        }
        return person;
    }

    /** Says who, never the token. */
    @Override
    public String toString() {
        return person == null ? "service " + service : "user " + person.userId();
    }
}
