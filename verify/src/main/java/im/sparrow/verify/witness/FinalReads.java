package im.sparrow.verify.witness;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.verify.client.Device;
import im.sparrow.verify.client.Inbox;
import im.sparrow.verify.client.Items;
import im.sparrow.verify.client.Pages;
import im.sparrow.verify.generator.Person;
import im.sparrow.verify.generator.Town;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import im.sparrow.verify.history.Item;
import java.util.List;
import java.util.TreeSet;

/** Reads everything that everybody may read, over REST, and the inboxes. */
public final class FinalReads {

    private FinalReads() {}

    /** Writes it into the history. */
    public static void write(Town town, History history) {
        for (Person person : town.people()) {
            var conversations = new TreeSet<String>();
            for (JsonNode row : Inbox.all(person.session())) {
                String conversation = row.path("id").asText();
                conversations.add(conversation);
                history.add(new Event.FinalInbox(
                        history.now(),
                        person.userId(),
                        conversation,
                        row.path("unread").asLong(),
                        row.path("readSeq").asLong()));
                if (row.path("lastMessage").isObject()) {
                    Item newest = Items.of(row.path("lastMessage"));
                    history.add(new Event.Previewed(history.now(), person.userId(), conversation, newest));
                }
            }
            person.devices().stream().map(Device::holds).forEach(holds -> conversations.addAll(holds.keySet()));
            for (String conversation : conversations) {
                List<Item> items = Pages.all(person.session(), conversation);
                history.add(new Event.FinalRead(history.now(), person.userId(), conversation, items));
                List<Item> changes = Pages.changes(person.session(), conversation);
                history.add(new Event.Peeked(history.now(), person.userId(), conversation, "changes", changes));
            }
        }
    }
}
