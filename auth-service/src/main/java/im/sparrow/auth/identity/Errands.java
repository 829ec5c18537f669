package im.sparrow.auth.identity;

import im.sparrow.auth.Mode;
import im.sparrow.auth.token.MasterKey;
import im.sparrow.auth.token.Sealed;
import im.sparrow.contracts.Id;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * What a browser is about while it leaves for GitHub and comes back: a note in a cookie that no script can read, sealed,
 * good for some minutes. The address says nothing of it, so nobody can be sent on somebody else's errand by a link.
 */
@Singleton
public class Errands {

    private static final String SECURE = "__Host-";
    private static final int BYTES = 3 * Long.BYTES;

    private final SecretKey key;
    private final InstantSource time;
    private final boolean secure;

    Errands(MasterKey master, Mode mode, InstantSource time) {
        this.key = master.derive("github errands");
        this.time = time;
        this.secure = !mode.local();
    }

    /** What for. */
    public enum Kind {
        /** To link who comes back to an account. Comes back from another site, so the cookie is lax. */
        LINK("sparrow-link", SameSite.LAX, Duration.ofMinutes(10)),
        /** Is back, and is asked for something more before he is in. */
        FINISH("sparrow-github", SameSite.STRICT, Duration.ofMinutes(5));

        private final String cookie;
        private final SameSite sameSite;
        private final Duration life;

        Kind(String cookie, SameSite sameSite, Duration life) {
            this.cookie = cookie;
            this.sameSite = sameSite;
            this.life = life;
        }
    }

    /**
     * Who is on it.
     *
     * @param accountId the account
     * @param sid the session it began in; the account's own id where there is none yet
     */
    public record Errand(Id accountId, Id sid) {}

    /** Sends a browser on an errand. */
    public NewCookie begun(Kind kind, Errand errand) {
        long end = time.instant().plus(kind.life).getEpochSecond();
        byte[] plain = ByteBuffer.allocate(BYTES)
                .putLong(errand.accountId().value())
                .putLong(errand.sid().value())
                .putLong(end)
                .array();
        String note = Base64.getUrlEncoder().withoutPadding().encodeToString(Sealed.seal(key, label(kind), plain));
        return cookie(kind, note, Math.toIntExact(kind.life.toSeconds()));
    }

    /** The errand that a browser is on; empty when it is on none, or its time is over. */
    public Optional<Errand> read(Kind kind, HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(name(kind));
        return cookie == null ? Optional.empty() : open(kind, cookie.getValue());
    }

    /** It is done. */
    public NewCookie done(Kind kind) {
        return cookie(kind, "", 0);
    }

    private Optional<Errand> open(Kind kind, String note) {
        try {
            var plain = ByteBuffer.wrap(
                    Sealed.open(key, label(kind), Base64.getUrlDecoder().decode(note)));
            var errand = new Errand(Id.of(plain.getLong()), Id.of(plain.getLong()));
            return time.instant().isBefore(Instant.ofEpochSecond(plain.getLong()))
                    ? Optional.of(errand)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private NewCookie cookie(Kind kind, String value, int age) {
        return new NewCookie.Builder(name(kind))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(kind.sameSite)
                .maxAge(age)
                .build();
    }

    private String name(Kind kind) {
        return secure ? SECURE + kind.cookie : kind.cookie;
    }

    private static byte[] label(Kind kind) {
        return kind.name().getBytes(StandardCharsets.US_ASCII);
    }
}
