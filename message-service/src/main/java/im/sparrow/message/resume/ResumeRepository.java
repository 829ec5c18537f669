package im.sparrow.message.resume;

import im.sparrow.contracts.Id;
import im.sparrow.message.resume.RoomsView.OpenInterval;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.sql.Parameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements for gateways: one each, for any number of users or conversations. */
final class ResumeRepository {

    private ResumeRepository() {}

    static Map<Id, List<OpenInterval>> rooms(Connection connection, Collection<Id> users) throws SQLException {
        record Open(Id user, OpenInterval interval) {}
        var rooms = new LinkedHashMap<Id, List<OpenInterval>>();
        users.forEach(user -> rooms.put(user, new ArrayList<>()));
        var found = Jdbc.lookUp(
                connection,
                rooms.keySet(),
                count -> "SELECT /* rooms.open */ m.user_id, m.conversation_id, m.from_seq, c.last_seq,"
                        + " c.last_change_seq FROM " + Jdbc.rows(count, "u")
                        + " v STRAIGHT_JOIN member m FORCE INDEX (member_of_user)"
                        + " ON m.user_id = v.u AND m.to_seq IS NULL"
                        + " STRAIGHT_JOIN conversation c ON c.id = m.conversation_id",
                Parameters::id,
                c -> new Open(c.id(), new OpenInterval(c.id(), c.number(), c.number(), c.number())));
        found.forEach(open ->
                rooms.computeIfAbsent(open.user(), user -> new ArrayList<>()).add(open.interval()));
        return rooms;
    }

    static Map<Id, List<Long>> heads(Connection connection, Collection<Id> conversations) throws SQLException {
        record Head(Id id, List<Long> numbers) {}
        var found = Jdbc.lookUp(
                connection,
                conversations,
                count -> "SELECT /* rooms.heads */ c.id, c.last_seq, c.last_change_seq FROM " + Jdbc.rows(count, "k")
                        + " v STRAIGHT_JOIN conversation c ON c.id = v.k",
                Parameters::id,
                c -> new Head(c.id(), List.of(c.number(), c.number())));
        var heads = new HashMap<Id, List<Long>>();
        found.forEach(head -> heads.put(head.id(), head.numbers()));
        return heads;
    }
}
