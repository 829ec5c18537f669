package im.sparrow.e2e.person;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.message.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account and one log-in.
 *
 * @param door where everything is asked
 * @param name the user name
 * @param nickname what others read
 * @param id the user id
 * @param token the access token; lives ten minutes
 */
public record Person(Door door, String name, String nickname, String id, String token) {

    /** Everybody's password. */
    public static final String PASSWORD = "a walk in the park";

    /** Makes the account. */
    public static Person registers(Door door, String name, String nickname) {
        var wanted = Map.of("username", name, "nickname", nickname, "password", PASSWORD);
        var tokens =
                door.asks("POST", "/api/v1/auth/register", Map.of(), wanted).good();
        return new Person(door, name, nickname, tokens.text("userId"), tokens.text("accessToken"));
    }

    /** Logs in to an account that is there. */
    public static Person logsIn(Door door, String name, String password) {
        var tokens = door.asks("POST", "/api/v1/auth/login", Map.of(), Map.of("username", name, "password", password))
                .good();
        return new Person(door, name, name, tokens.text("userId"), tokens.text("accessToken"));
    }

    /** Asks with the own token. */
    public Answer asks(String method, String path) {
        return asks(method, path, null);
    }

    /** Asks with the own token, and a body. */
    public Answer asks(String method, String path, @Nullable Object body) {
        return door.asks(method, path, Door.bearer(token), body);
    }

    /** Makes something, under a key of its own. */
    public Answer makes(String path, Object body) {
        return door.asks("POST", path, Door.once(token, UUID.randomUUID()), body);
    }

    /** Asks the other, who accepts. */
    public Chat befriends(Person other) {
        var request =
                makes("/api/v1/friend-requests", Map.of("toUserId", other.id)).good();
        return other.accepts(request.text("id"));
    }

    /** Accepts a friend request. */
    public Chat accepts(String requestId) {
        var friend = asks("POST", "/api/v1/friend-requests/" + requestId + "/accept");
        return new Chat(friend.good().text("conversationId"), "");
    }

    /** Makes a group with these. */
    public Chat makesGroup(String title, Person... others) {
        var ids = Arrays.stream(others).map(Person::id).toList();
        var group =
                makes("/api/v1/groups", Map.of("name", title, "memberIds", ids)).good();
        return new Chat(group.text("conversationId"), group.text("id"));
    }

    /** Removes a member. */
    public void removes(Person member, Chat group) {
        asks("DELETE", "/api/v1/groups/" + group.groupId() + "/members/" + member.id)
                .good();
    }

    /** Says something over REST. */
    public Saying sends(Text what) {
        return new Saying(this, what);
    }

    /** Takes a message back, over REST. */
    public void recalls(Chat chat, long seq) {
        makes(chat.path("/messages/" + seq + "/recall"), Map.of()).good();
    }

    /** Says what was read. */
    public void reads(Chat chat, long seq) {
        asks("PUT", chat.path("/cursor"), Map.of("readSeq", seq)).good();
    }

    /** The row of the inbox. */
    public JsonNode inbox(Chat chat) {
        for (var row :
                asks("GET", "/api/v1/conversations?limit=200").good().body().path("items")) {
            if (row.path("id").asText().equals(chat.id())) {
                return row;
            }
        }
        throw new AssertionError(name + " has no conversation " + chat.id());
    }

    /** Everything that the history shows, oldest first. */
    public List<JsonNode> history(Chat chat) {
        var items = new ArrayList<JsonNode>();
        long after = 0;
        while (true) {
            var page =
                    asks("GET", chat.path("/messages?limit=200&after=" + after)).good();
            var more = StreamSupport.stream(page.body().path("items").spliterator(), false)
                    .toList();
            if (more.isEmpty()) {
                return items;
            }
            items.addAll(more);
            after = Objects.requireNonNull(more.getLast()).path("seq").asLong();
        }
    }

    /** A device on its socket, with nothing in its cache. */
    public Device device() {
        return device(Map.of());
    }

    /** A device on its socket that holds these heads. */
    public Device device(Map<String, long[]> heads) {
        return Device.opens(door.socket(), name).says("hello", hello(heads)).isWelcomed();
    }

    private Map<String, Object> hello(Map<String, long[]> heads) {
        return Map.of("token", token, "deviceId", "e2e-" + UUID.randomUUID(), "heads", heads);
    }

    @Override
    public String toString() {
        return name;
    }
}
