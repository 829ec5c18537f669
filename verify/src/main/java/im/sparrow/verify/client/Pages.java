package im.sparrow.verify.client;

import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A conversation's messages over REST, from the first that may be seen to the last. To whom there is nothing there (404)
 * shows nothing: whether that is right is the checker's to say.
 */
public final class Pages {

    private static final int PAGE = 200;
    private static final int NOT_FOUND = 404;

    private Pages() {}

    /** All of them, ascending as they came. */
    public static List<Item> all(Session session, String conversation) {
        return all(session, conversation, "messages", Item::seq);
    }

    /** All that were changed, by their newest change. */
    public static List<Item> changes(Session session, String conversation) {
        return all(session, conversation, "changes", Item::changeSeq);
    }

    private static List<Item> all(Session session, String conversation, String door, ToLongFunction<Item> number) {
        var all = new ArrayList<Item>();
        long after = 0;
        List<Item> page;
        do {
            Answer answer =
                    session.get("/conversations/" + conversation + "/" + door + "?after=" + after + "&limit=" + PAGE);
            if (answer.status() == NOT_FOUND) {
                return all;
            }
            if (!answer.ok()) {
                throw new IllegalStateException(door + ": " + answer.status() + " " + answer.code());
            }
            page = Items.all(answer.body().path("items")).stream()
                    .sorted(Comparator.comparingLong(number))
                    .toList();
            all.addAll(page);
            after = page.isEmpty() ? after : number.applyAsLong(page.getLast());
        } while (!page.isEmpty());
        return all;
    }
}
