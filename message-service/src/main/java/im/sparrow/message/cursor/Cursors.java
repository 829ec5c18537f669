package im.sparrow.message.cursor;

import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.member.Marks;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.sql.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves marks. */
@Singleton
class Cursors {

    private final Database database;

    Cursors(Database database) {
        this.database = database;
    }

    /**
     * Moves marks forward, all in three statements, and answers what to announce: each moved mark to its owner and, in a
     * one-to-one, to the peer; a mark that stood further already only to its owner, whose device did not know.
     */
    List<UserEvent.CursorMoved> move(Collection<CursorMove> moves) {
        Map<Key.Member, CursorMove> coalesced = coalesce(moves);
        return coalesced.isEmpty() ? List.of() : database.with(connection -> move(connection, coalesced));
    }

    private static List<UserEvent.CursorMoved> move(Connection connection, Map<Key.Member, CursorMove> moves)
            throws SQLException {
        var readers = new LinkedHashMap<Key.Member, Reader>();
        for (Reader reader : CursorRepository.readers(connection, moves.keySet())) {
            readers.put(key(reader.member()), reader);
        }
        var marks = marks(connection, moves, readers);
        CursorRepository.move(connection, marks);
        var events = new ArrayList<UserEvent.CursorMoved>();
        readers.forEach((key, reader) -> {
            if (marks.get(key) instanceof Marks moved) {
                events.addAll(
                        Announcements.moved(reader, reader.member().marks().forward(moved)));
            } else if (moves.get(key) instanceof CursorMove said && behind(said, reader)) {
                events.add(Announcements.own(reader, reader.member().marks()));
            }
        });
        return events;
    }

    /** The marks that really move, with the numbers that stand at them, in key order. */
    private static Map<Key.Member, Marks> marks(
            Connection connection, Map<Key.Member, CursorMove> moves, Map<Key.Member, Reader> readers)
            throws SQLException {
        var members = new LinkedHashMap<Key.Member, MemberRow>();
        var unknown = new LinkedHashSet<Key.Mark>();
        readers.forEach((key, reader) -> {
            long seq = Target.of(moves.get(key), reader).readSeq();
            members.put(key, reader.member());
            if (seq > reader.member().marks().readSeq() && reader.numbersAt(seq).isEmpty()) {
                unknown.add(new Key.Mark(key.conversationId(), key.userId(), seq));
            }
        });
        var numbers = MarkReads.numbers(connection, unknown, members);
        var marks = new TreeMap<Key.Member, Marks>(Key.Member.ORDER);
        readers.forEach((key, reader) -> {
            var target = Target.of(moves.get(key), reader);
            var mark = new Key.Mark(key.conversationId(), key.userId(), target.readSeq());
            MarkNumbers at = reader.numbersAt(target.readSeq()).orElse(numbers.get(mark));
            target.marks(reader.member().marks(), at).ifPresent(moved -> marks.put(key, moved));
        });
        return marks;
    }

    private static boolean behind(CursorMove said, Reader reader) {
        Long readSeq = said.readSeq();
        return readSeq != null && readSeq < reader.member().marks().readSeq();
    }

    private static Map<Key.Member, CursorMove> coalesce(Collection<CursorMove> moves) {
        var newest = new LinkedHashMap<Key.Member, CursorMove>();
        for (CursorMove move : moves) {
            newest.merge(new Key.Member(move.conversationId(), move.userId()), move, Target::further);
        }
        return newest;
    }

    private static Key.Member key(MemberRow member) {
        return new Key.Member(member.conversationId(), member.userId());
    }
}
