package im.sparrow.platform.identity;

import im.sparrow.contracts.Claims;
import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/** Reads our claims out of a token whose signature and registered claims are already found good. */
final class CallerClaims {

    private static final String SERVICE_RIGHT = "service.";

    private CallerClaims() {}

    /**
     * The caller the claims name.
     *
     * @param shared where equal sets of rights are one
     * @throws MalformedClaimException when a claim is of another type
     * @throws IllegalArgumentException when one is missing or out of bounds
     */
    static Caller read(JwtClaims claims, SharedRights shared) throws MalformedClaimException {
        String subject = claims.getSubject();
        Set<String> rights = shared.shared(texts(claims, Claims.RIGHTS));
        Instant end = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        if (subject.startsWith(Claims.SERVICE_SUBJECT)) {
            return service(subject.substring(Claims.SERVICE_SUBJECT.length()), rights, end);
        }
        if (rights.stream().anyMatch(right -> right.startsWith(SERVICE_RIGHT))) {
            throw new IllegalArgumentException("a person has no right of a service");
        }
        Set<Id> roles = texts(claims, Claims.ROLES).stream().map(Id::of).collect(Collectors.toSet());
        var person = new Caller.Person(
                Id.of(subject),
                Id.of(text(claims, Claims.SESSION)),
                number(claims, Claims.USER_VERSION),
                number(claims, Claims.ROLES_VERSION),
                roles,
                until(claims));
        return Caller.person(person, rights, end);
    }

    private static Caller service(String name, Set<String> rights, Instant end) {
        if (!rights.equals(Set.of(SERVICE_RIGHT + name))) {
            throw new IllegalArgumentException("a service has its own right and no other");
        }
        return Caller.service(name, rights, end);
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        return present(claims.getStringClaimValue(name));
    }

    private static Set<String> texts(JwtClaims claims, String name) throws MalformedClaimException {
        if (!(present(claims.getClaimValue(name)) instanceof List<?>)) {
            throw new IllegalArgumentException("not a list");
        }
        return Set.copyOf(present(claims.getStringListClaimValue(name)));
    }

    private static long number(JwtClaims claims, String name) throws MalformedClaimException {
        long value = present(claims.getClaimValue(name, Long.class));
        if (value < 0) {
            throw new IllegalArgumentException("negative");
        }
        return value;
    }

    private static @Nullable Instant until(JwtClaims claims) throws MalformedClaimException {
        Long seconds = claims.getClaimValue(Claims.UNTIL, Long.class);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a claim is missing");
        }
        return value;
    }
}
