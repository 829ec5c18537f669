package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's conversations over REST, all pages of them. */
public final class Inbox {

    private Inbox() {}

    /** All of them. */
    public static List<JsonNode> all(Session session) {
        return pages(session, "cursor", null);
    }

    /** Those that changed since a welcome's cursor; all of them when it is empty. */
    static List<JsonNode> since(Session session, String cursor) {
        return cursor.isEmpty() ? all(session) : pages(session, "since", cursor);
    }

    private static List<JsonNode> pages(Session session, String name, @Nullable String first) {
        var all = new ArrayList<JsonNode>();
        @Nullable String next = first;
        do {
            String path = "/conversations?limit=200" + (next == null ? "" : "&" + name + "=" + escaped(next));
            Answer answer = session.get(path);
            if (!answer.ok()) {
                throw new IllegalStateException(path + ": " + answer.status() + " " + answer.code());
            }
            answer.body().path("items").forEach(all::add);
            next = Json.text(answer.body(), "next");
        } while (next != null);
        return all;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
