package im.sparrow.verify.client;

import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A conversation's messages over REST, from the first that may be seen to the last. */
public final class Pages {

    private static final int PAGE = 200;

    private Pages() {}

    /** All of them, ascending as they came. */
    public static List<Item> all(Session session, String conversation) {
        var all = new ArrayList<Item>();
        long after = 0;
        List<Item> page;
        do {
            Answer answer =
                    session.get("/conversations/" + conversation + "/messages?after=" + after + "&limit=" + PAGE);
            if (!answer.ok()) {
                throw new IllegalStateException("history: " + answer.status() + " " + answer.code());
            }
            page = Items.all(answer.body().path("items")).stream()
                    .sorted(Comparator.comparingLong(Item::seq))
                    .toList();
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().seq();
        } while (!page.isEmpty());
        return all;
    }
}
