package im.sparrow.e2e.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;

/** A text on its way to a room. */
public record Sending(Person by, String text) {

    /** Sends it; the answer comes when it is on disk. */
    public Answer in(Room room) {
        ObjectNode message = Json.object().put("type", "text");
        message.putObject("body").put("text", text);
        return by.post("/conversations/" + room.id() + "/messages", message);
    }
}
