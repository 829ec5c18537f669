package im.sparrow.gateway.socket;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a socket, and with the listed ones which may ask over REST from elsewhere. A browser names the page's origin and a page cannot forge it; what is no browser names
 * none and needs no such protection, since it has no one else's cookies.
 */
public final class Origins {

    private final Set<String> allowed;

    /** These, as {@code https://chat.example.org}; letters of any size are the same. */
    public Origins(Collection<String> allowed) {
        this.allowed = allowed.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a request may become a socket.
     *
     * @param origin its {@code Origin}, or null
     * @param host its {@code Host}, or null
     */
    boolean allow(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        String named = origin.toLowerCase(Locale.ROOT);
        return allowed.contains(named) || own(named, host);
    }

    /** All that are listed, in small letters. */
    public Set<String> listed() {
        return allowed;
    }

    /** Whether an origin is listed. */
    public boolean lists(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static boolean own(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && host.toLowerCase(Locale.ROOT).equals(uri.getAuthority());
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
