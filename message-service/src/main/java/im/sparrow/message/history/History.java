package im.sparrow.message.history;

import im.sparrow.contracts.Id;
import im.sparrow.message.frame.MessageView;
import im.sparrow.message.inbox.Conversations;
import im.sparrow.message.inbox.Membership;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.sql.Database;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said, and what became of it, in pages. Each costs its length, wherever it lies. */
@Singleton
public class History {

    private final Database database;

    History(Database database) {
        this.database = database;
    }

    /** The oldest messages above a seq. */
    public PageView after(Id user, Id conversation, long seq, int limit) {
        return messages(user, conversation, new Position.After(seq), limit);
    }

    /** The newest messages below a seq. */
    public PageView before(Id user, Id conversation, long seq, int limit) {
        return messages(user, conversation, new Position.Before(seq), limit);
    }

    PageView messages(Id user, Id conversation, Position position, int limit) {
        return database.with(connection -> {
            Membership mine = Conversations.readableBy(connection, user, conversation);
            List<Range> ranges = ranges(mine, position, limit);
            return page(mine, position, HistoryRepository.messages(connection, conversation, ranges));
        });
    }

    /** What was changed after a change, oldest first; of a message its newest state. */
    public PageView changes(Id user, Id conversation, long after, int limit) {
        return database.with(connection -> {
            Membership mine = Conversations.readableBy(connection, user, conversation);
            List<MessageRow> rows = HistoryRepository.changes(connection, conversation, after, limit + 1);
            List<MessageRow> page = rows.subList(0, Math.min(limit, rows.size()));
            MessageRow.Change last = rows.size() > limit ? page.getLast().change() : null;
            List<MessageView> items = page.stream()
                    .filter(row -> mine.visible().contains(row.seq()))
                    .map(MessageRow::view)
                    .toList();
            return new PageView(
                    conversation,
                    items,
                    last == null ? null : Long.toString(last.changeSeq()),
                    mine.visibleFrom(1, Range.OPEN),
                    mine.head(),
                    mine.headChange());
        });
    }

    private static List<Range> ranges(Membership mine, Position position, int limit) {
        return switch (position) {
            case Position.Before before -> mine.visible().before(before.seq(), limit);
            case Position.After after -> mine.visible().after(after.seq(), limit);
            case Position.Around around -> around(mine, around.seq(), limit);
        };
    }

    private static List<Range> around(Membership mine, long seq, int limit) {
        int above = limit / 2;
        var ranges = new ArrayList<>(mine.visible().before(seq + 1, limit - above));
        ranges.addAll(mine.visible().after(seq, above));
        return ranges;
    }

    private static PageView page(Membership mine, Position position, List<MessageRow> rows) {
        long first = rows.isEmpty() ? 1 : rows.getFirst().seq();
        long last = rows.isEmpty() ? mine.head() : rows.getLast().seq();
        return new PageView(
                mine.conversation().id(),
                rows.stream().map(MessageRow::view).toList(),
                rows.isEmpty() ? null : next(mine, position, first, last),
                visible(mine, position, first, last),
                mine.head(),
                mine.headChange());
    }

    private static @Nullable String next(Membership mine, Position position, long first, long last) {
        return switch (position) {
            case Position.Before before -> mine.visible().before(first, 1).isEmpty() ? null : Long.toString(first);
            case Position.After after -> mine.visible().after(last, 1).isEmpty() ? null : Long.toString(last);
            case Position.Around around -> null;
        };
    }

    /** The page's range reaches from the seq asked about to its far end. */
    private static List<List<Long>> visible(Membership mine, Position position, long first, long last) {
        return switch (position) {
            case Position.Before before -> mine.visibleFrom(first, Math.max(first, before.seq() - 1));
            case Position.After after -> mine.visibleFrom(after.seq() + 1, Math.max(after.seq() + 1, last));
            case Position.Around around -> mine.visibleFrom(first, last);
        };
    }
}
