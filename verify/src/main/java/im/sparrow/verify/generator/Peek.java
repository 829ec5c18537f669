package im.sparrow.verify.generator;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Answer;
import im.sparrow.verify.client.Items;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;

/** What somebody sees of a conversation over REST at a moment: all that is written down must have been his to see. */
final class Peek {

    private static final String[] DOORS = {"messages?limit=50", "changes?after=0&limit=50"};

    private Peek() {}

    /** Looks through every door; one that is closed shows nothing. */
    static void through(Person person, String conversation, History history) {
        String path = "/conversations/" + conversation;
        for (String door : DOORS) {
            Answer answer = person.session()
                    .rest()
                    .once("GET", path + "/" + door, person.session().token(), null);
            if (answer.ok()) {
                var items = Items.all(answer.body().path("items"));
                history.add(new Event.Peeked(history.now(), person.userId(), conversation, door, items));
            }
        }
        Answer row = person.session().rest().once("GET", path, person.session().token(), null);
        preview(row.body(), person.userId(), conversation, history);
    }

    /** What a row of the inbox shows. */
    static void preview(JsonNode row, String user, String conversation, History history) {
        JsonNode newest = row.path("lastMessage");
        if (newest.isObject()) {
            history.add(new Event.Previewed(history.now(), user, conversation, Items.of(newest)));
        }
    }
}
