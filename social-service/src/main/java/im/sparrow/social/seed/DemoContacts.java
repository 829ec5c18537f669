package im.sparrow.social.seed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who knows whom in the demo: everything turns round one user. */
final class DemoContacts {

    /** Whose contacts they are. */
    static final String USER = "user";

    /** Whoever has asked the user. */
    static final List<String> ASKING = List.of("member1", "member2");

    /** The names of the user's groups. */
    static final List<String> GROUPS = List.of("谈笑有鸿儒", "往来无白丁");

    /** What the groups are for. */
    static final String INTRODUCTION = "山不在高，有仙则名；水不在深，有龙则灵";

    private static final int MEMBERS = 30;

    private DemoContacts() {}

    /** The user's 26 friends. */
    static List<String> friends() {
        return Stream.concat(Stream.of("disabled", "muteuser"), members(3, 26)).toList();
    }

    /** The 12 others in each group. */
    static List<String> groupMembers() {
        return Stream.concat(Stream.of("disabled", "muteuser"), members(1, 10)).toList();
    }

    /** All 34 people of the demo. */
    static Set<String> people() {
        Set<String> people = new LinkedHashSet<>(List.of("admin", USER, "disabled", "muteuser"));
        members(1, MEMBERS).forEach(people::add);
        return people;
    }

    private static Stream<String> members(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> "member" + number);
    }
}
