package im.sparrow.auth.seed;

import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.contracts.Id;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 34 people of the demo: one of each standing, and thirty members. */
final class DemoPeople {

    /** Everybody's password. */
    static final String PASSWORD = "123456";

    /** Everybody's line about himself. */
    static final String MOTTO = "海内存知己，天涯若比邻";

    private static final int MEMBERS = 30;

    private DemoPeople() {}

    /** A person by name and roles. */
    record Person(String username, Set<Id> roleIds) {}

    static List<Person> all() {
        Stream<Person> named = Stream.of(
                new Person("admin", Set.of(BuiltInRoles.ADMINISTRATOR)),
                new Person("user", Set.of(BuiltInRoles.USER)),
                new Person("disabled", Set.of(BuiltInRoles.BANNED)),
                new Person("muteuser", Set.of(BuiltInRoles.USER, BuiltInRoles.MUTED)));
        Stream<Person> members = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> new Person("member" + number, Set.of(BuiltInRoles.USER)));
        return Stream.concat(named, members).toList();
    }
}
