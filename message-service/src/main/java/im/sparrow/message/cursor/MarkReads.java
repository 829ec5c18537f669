package im.sparrow.message.cursor;

import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the numbers that stand at a seq for a member: the message's running number by primary key, and his own messages.
 * Those are known when his newest one is not beyond the seq; else they are counted from his old mark to the new one, so
 * that each message is counted at most once in the life of a membership.
 */
public final class MarkReads {

    private static final String OWN =
            "(SELECT COUNT(*) FROM message o FORCE INDEX (PRIMARY) WHERE o.conversation_id = v.k"
                    + " AND o.seq > v.f AND o.seq <= v.s AND o.sender_id = v.u AND o.countable = 1)";

    private MarkReads() {}

    private record Question(Key.Mark mark, long countFrom, long base) {}

    private record Answer(Key.Mark mark, long countableNo, long counted) {}

    /**
     * One statement for all marks; none when there are none.
     *
     * @param members the rows of the members that the marks name, as read together with the conversations' heads
     */
    public static Map<Key.Mark, MarkNumbers> numbers(
            Connection connection, Collection<Key.Mark> marks, Map<Key.Member, MemberRow> members) throws SQLException {
        var questions = new HashMap<Key.Mark, Question>();
        for (Key.Mark mark : marks) {
            if (members.get(new Key.Member(mark.conversationId(), mark.userId())) instanceof MemberRow member) {
                questions.put(mark, question(mark, member));
            }
        }
        var numbers = new HashMap<Key.Mark, MarkNumbers>();
        for (Answer answer : ask(connection, questions.values())) {
            if (questions.get(answer.mark()) instanceof Question question) {
                numbers.put(answer.mark(), new MarkNumbers(answer.countableNo(), question.base() + answer.counted()));
            }
        }
        return numbers;
    }

    private static Question question(Key.Mark mark, MemberRow member) {
        boolean known = member.lastOwnSeq() <= mark.seq();
        return known
                ? new Question(mark, mark.seq(), member.ownNo())
                : new Question(mark, member.marks().readSeq(), member.marks().readOwnNo());
    }

    private static Iterable<Answer> ask(Connection connection, Collection<Question> questions) throws SQLException {
        return Jdbc.lookUp(
                connection,
                questions,
                count -> "SELECT /* marks.numbers */ v.k, v.u, v.s, x.countable_no, " + OWN + " FROM "
                        + Jdbc.rows(count, "k", "u", "s", "f")
                        + " v STRAIGHT_JOIN message x ON x.conversation_id = v.k AND x.seq = v.s",
                (p, q) -> p.id(q.mark().conversationId())
                        .id(q.mark().userId())
                        .number(q.mark().seq())
                        .number(q.countFrom()),
                c -> new Answer(new Key.Mark(c.id(), c.id(), c.number()), c.number(), c.number()));
    }
}
