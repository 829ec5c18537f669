package im.sparrow.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;
import im.sparrow.verify.client.Rest;
import im.sparrow.verify.client.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The people of one test: everybody is new, so that tests never meet. */
public final class People implements AutoCloseable {

    /** Everybody's password. */
    public static final String PASSWORD = "a day at the lake";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final Rest rest;

    /** People who use the suite at this address. */
    public People(URI url) {
        this.url = url;
        this.rest = new Rest(http, url);
    }

    /** Somebody new, whose user name begins so. */
    public Person newcomer(String name) {
        String username = name + NEXT.incrementAndGet();
        Session session = Session.register(rest, username, PASSWORD, "first-device");
        String id = Json.need(session.get("/users/me").body(), "id");
        return new Person(username, id, session, http, url);
    }

    /** One asks, the other accepts: their conversation. */
    public static Room befriend(Person one, Person other) {
        return accept(other, ask(one, other));
    }

    /** One asks: the request's id. */
    public static String ask(Person one, Person other) {
        return Json.need(need(one.post("/friend-requests", Json.object().put("toUserId", other.id()))), "id");
    }

    /** The other accepts. */
    public static Room accept(Person other, String request) {
        return new Room(Json.need(
                need(other.post("/friend-requests/" + request + "/accept", Json.object())), "conversationId"));
    }

    /** Makes a group. */
    public static Room group(String name, Person owner, List<Person> others) {
        var body = Json.object().put("name", name);
        var members = body.putArray("memberIds");
        others.forEach(other -> members.add(other.id()));
        return new Room(Json.need(need(owner.post("/groups", body)), "conversationId"));
    }

    private static JsonNode need(Answer answer) {
        if (!answer.ok()) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
