package im.sparrow.gateway.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who owns a path of the public REST interface. Pure: method and path in, owner out; a path that no entry names belongs
 * to the gateway itself or to nobody.
 */
final class RouteTable {

    private static final String API = "/api/v1";
    private static final String CONVERSATIONS = API + "/conversations";
    private static final String MEDIA = API + "/media";

    private static final List<Map.Entry<String, Upstream>> PREFIXES = List.of(
            Map.entry("/.well-known/jwks.json", Upstream.AUTH),
            Map.entry(API + "/auth", Upstream.AUTH),
            Map.entry(API + "/users", Upstream.AUTH),
            Map.entry(API + "/admin/users", Upstream.AUTH),
            Map.entry(API + "/admin/roles", Upstream.AUTH),
            Map.entry(API + "/admin/rights", Upstream.AUTH),
            Map.entry(API + "/admin/groups", Upstream.SOCIAL),
            Map.entry(API + "/admin/reports", Upstream.SOCIAL),
            Map.entry(API + "/friends", Upstream.SOCIAL),
            Map.entry(API + "/friend-requests", Upstream.SOCIAL),
            Map.entry(API + "/join-requests", Upstream.SOCIAL),
            Map.entry(API + "/groups", Upstream.SOCIAL),
            Map.entry(API + "/blocks", Upstream.SOCIAL),
            Map.entry(API + "/contacts", Upstream.SOCIAL),
            Map.entry(API + "/reports", Upstream.SOCIAL),
            Map.entry(API + "/messages", Upstream.MESSAGE),
            Map.entry(MEDIA, Upstream.MESSAGE));

    /** What message-service owns beside reads: one's own settings of a conversation, and hiding a message. */
    private static final Pattern OWN_MARKS =
            Pattern.compile("PATCH /api/v1/conversations/[^/]+|PUT /api/v1/conversations/[^/]+/[^/]+/hidden");

    /** What an address is, before anybody asks whose it is. */
    enum Address {
        /** Two servers may read it differently, so nobody does. */
        NOWHERE,
        /** It is there, but not for this method. */
        OTHER_METHOD,
        /** Its body may be of any size and is its owner's business. */
        STREAM,
        /** Anything else. */
        PLAIN
    }

    private RouteTable() {}

    /**
     * What the address of a request is.
     *
     * @param method the HTTP method, upper case
     * @param path the path as it came, without query
     */
    static Address address(String method, String path) {
        if (!plain(path)) {
            return Address.NOWHERE;
        }
        if (path.equals(CONVERSATIONS) && !method.equals("GET")) {
            return Address.OTHER_METHOD;
        }
        return under(path, MEDIA) ? Address.STREAM : Address.PLAIN;
    }

    /**
     * The owner of a request.
     *
     * @param method the HTTP method, upper case
     * @param path the path as it came, without query
     */
    static Optional<Upstream> owner(String method, String path) {
        if (!plain(path)) {
            return Optional.empty();
        }
        if (path.startsWith(CONVERSATIONS)) {
            return conversations(method, path);
        }
        return PREFIXES.stream()
                .filter(prefix -> under(path, prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Upstream> conversations(String method, String path) {
        boolean read = method.equals("GET") && under(path, CONVERSATIONS);
        return read || OWN_MARKS.matcher(method + ' ' + path).matches()
                ? Optional.of(Upstream.MESSAGE)
                : Optional.empty();
    }

    private static boolean under(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** Nothing that two servers may read differently: dots, doubled or encoded slashes, anything escaped twice. */
    private static boolean plain(String path) {
        return (!path.contains("/.") || path.equals("/.well-known/jwks.json"))
                && !path.contains("//")
                && !path.contains("%2")
                && !path.contains("%5")
                && !path.contains("\\")
                && !path.contains(";");
    }
}
