package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.history.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads messages as the wire tells them; of a text only its check sum is kept. */
public final class Items {

    private Items() {}

    /** A message of a frame, a page or a change. */
    public static Item of(JsonNode node) {
        JsonNode body = node.path("body");
        boolean system = node.path("type").asText().equals("system");
        return new Item(
                Json.need(node, "conversationId"),
                node.path("seq").asLong(),
                Json.need(node, "id"),
                Json.text(node, "senderId"),
                Json.text(node, "clientMsgId"),
                body.has("text") ? sum(body.get("text").asText()) : null,
                node.path("changeSeq").asLong(0),
                node.hasNonNull("recalled"),
                system ? note(body) : null);
    }

    /** All of an array. */
    public static List<Item> all(JsonNode nodes) {
        var items = new ArrayList<Item>();
        nodes.forEach(node -> items.add(of(node)));
        return items;
    }

    private static Item.Note note(JsonNode body) {
        var users = new ArrayList<String>();
        body.path("userIds").forEach(user -> users.add(user.asText()));
        @Nullable String actor = Json.text(body, "actorId");
        return new Item.Note(body.path("event").asText(), actor, users);
    }

    /** The check sum of a text. */
    static String sum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
