package im.sparrow.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;
import im.sparrow.verify.client.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;

/** Somebody with an account, and what he does. */
public final class Person {

    private final String username;
    private final String id;
    private final Session session;
    private final HttpClient http;
    private final URI url;

    Person(String username, String id, Session session, HttpClient http, URI url) {
        this.username = username;
        this.id = id;
        this.session = session;
        this.http = http;
        this.url = url;
    }

    /** What he logs in with. */
    public String username() {
        return username;
    }

    /** His id. */
    public String id() {
        return id;
    }

    Answer post(String path, JsonNode body) {
        return session.post(path, body);
    }

    /** Says something over REST: {@code bob.sends("hi").in(room)}. */
    public Sending sends(String text) {
        return new Sending(this, text);
    }

    /** Takes a message back. */
    public Answer recalls(Room room, long seq) {
        return post("/conversations/" + room.id() + "/messages/" + seq + "/recall", Json.object());
    }

    /** His inbox's line for a room; a missing node when there is none. */
    public JsonNode inbox(Room room) {
        for (JsonNode row : session.get("/conversations?limit=200").body().path("items")) {
            if (row.path("id").asText().equals(room.id())) {
                return row;
            }
        }
        return Json.object().path("nothing");
    }

    /** Opens a plain connection and says hello with these heads: [seq, changeSeq] by room. */
    public Wire connects(Map<Room, long[]> heads) {
        return Wire.open(http, url, session.token(), heads);
    }

    /** Opens a plain connection with nothing in hand. */
    public Wire connects() {
        return connects(Map.of());
    }
}
