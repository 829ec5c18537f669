package im.sparrow.auth.identity;

import im.sparrow.auth.account.Usernames;
import im.sparrow.contracts.Bounds;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** User names for somebody who did not choose one. Pure but for its dice. */
final class FreeNames {

    private static final int ATTEMPTS = 8;
    private static final int DIGITS_FROM = 1_000;
    private static final int DIGITS_TO = 1_000_000;
    private static final String NOBODYS = "member";

    private FreeNames() {}

    /** The name he has elsewhere as far as it can be one here, then the same with some digits behind it. */
    static List<String> like(String login, RandomGenerator dice) {
        String plain = Usernames.normal(login).replaceAll("[^a-z0-9_.-]", "");
        String base = plain.length() >= Bounds.USERNAME_MIN ? plain : NOBODYS + plain;
        Stream<String> others =
                IntStream.range(0, ATTEMPTS).mapToObj(each -> "-" + dice.nextInt(DIGITS_FROM, DIGITS_TO));
        return Stream.concat(Stream.of(""), others)
                .map(end -> base.substring(0, Math.min(base.length(), Bounds.USERNAME_MAX - end.length())) + end)
                .toList();
    }
}
