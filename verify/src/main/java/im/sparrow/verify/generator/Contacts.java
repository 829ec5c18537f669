package im.sparrow.verify.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Json;
import java.util.List;

/** Friendships and groups over REST. */
final class Contacts {

    private static final int NOT_FOUND = 404;

    private Contacts() {}

    /** Two become friends; answers their conversation. */
    static Chat befriend(Person one, Person other) {
        Answer asked = need(
                one.session().post("/friend-requests", Json.object().put("toUserId", other.userId())),
                "friend request");
        String request = Json.need(asked.body(), "id");
        Answer accepted =
                need(other.session().post("/friend-requests/" + request + "/accept", Json.object()), "accept");
        return new Chat(Json.need(accepted.body(), "conversationId"), null, one, List.of(other));
    }

    /** Makes a group with these members. */
    static Chat group(String name, Person owner, List<Person> others) {
        ObjectNode body = Json.object().put("name", name);
        var members = body.putArray("memberIds");
        others.forEach(other -> members.add(other.userId()));
        Answer made = need(owner.session().post("/groups", body), "group");
        return new Chat(Json.need(made.body(), "conversationId"), Json.need(made.body(), "id"), owner, others);
    }

    /** The owner adds somebody. */
    static void add(Chat chat, Person person) {
        ObjectNode body = Json.object();
        body.putArray("userIds").add(person.userId());
        need(chat.owner().session().post("/groups/" + chat.groupId() + "/members", body), "add");
    }

    /** The owner removes somebody; he too may hear that there is nothing to remove. */
    static void remove(Chat chat, Person person) {
        end(chat, person, chat.owner());
    }

    /** Somebody leaves; who repeats it because the answer was lost hears that there is nothing to leave. */
    static void leave(Chat chat, Person person) {
        end(chat, person, person);
    }

    private static void end(Chat chat, Person person, Person by) {
        Answer answer = by.session().delete("/groups/" + chat.groupId() + "/members/" + person.userId());
        if (answer.status() != NOT_FOUND) {
            need(answer, "leave");
        }
    }

    private static Answer need(Answer answer, String what) {
        if (!answer.ok()) {
            throw new IllegalStateException(what + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
