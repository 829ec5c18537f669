package im.sparrow.bench.town;

import java.util.ArrayList;
import java.util.List;

/** Which conversations a town is to have; ids are time-ordered and new at every call. */
public final class Plans {

    private static final int SHIFT = 20;

    private Plans() {}

    /** So many one-to-one conversations of twice as many people. */
    public static Town pairs(int pairs) {
        long first = firstId();
        var chats = new ArrayList<Town.Chat>();
        for (int i = 0; i < pairs; i++) {
            chats.add(new Town.Chat(first + 2L * pairs + i, false, new int[] {2 * i, 2 * i + 1}));
        }
        return new Town(users(first, 2 * pairs), chats);
    }

    /** So many groups, nobody in two of them. */
    public static Town groups(int groups, int members) {
        long first = firstId();
        var chats = new ArrayList<Town.Chat>();
        for (int i = 0; i < groups; i++) {
            chats.add(new Town.Chat(first + (long) groups * members + i, true, range(i * members, members)));
        }
        return new Town(users(first, groups * members), chats);
    }

    /**
     * People who are each in some one-to-one conversations and some groups: the wheel is turned by one more place for
     * each, so that nobody meets the same other twice.
     *
     * @param users a multiple of {@code size}
     * @param direct one-to-one conversations of each; even
     * @param groups groups of each
     * @param size members of a group
     */
    public static Town mixed(int users, int direct, int groups, int size) {
        long first = firstId();
        long next = first + users;
        var chats = new ArrayList<Town.Chat>();
        for (int far = 1; far <= direct / 2; far++) {
            for (int user = 0; user < users; user++) {
                chats.add(new Town.Chat(next++, false, new int[] {user, (user + far) % users}));
            }
        }
        for (int round = 0; round < groups; round++) {
            for (int start = 0; start < users; start += size) {
                chats.add(new Town.Chat(next++, true, spread(users, start, round, size)));
            }
        }
        return new Town(users(first, users), chats);
    }

    private static int[] spread(int users, int start, int round, int size) {
        int[] members = range(start, size);
        for (int i = 0; i < size; i++) {
            members[i] = (int) ((members[i] + (long) i * round * size) % users);
        }
        return members;
    }

    /** One person with so many conversations, each with somebody else. */
    public static Town star(int conversations) {
        long first = firstId();
        List<Town.Chat> chats = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            chats.add(new Town.Chat(first + conversations + 1L + i, false, new int[] {0, i + 1}));
        }
        return new Town(users(first, conversations + 1), chats);
    }

    private static long firstId() {
        return System.currentTimeMillis() << SHIFT;
    }

    private static long[] users(long first, int count) {
        long[] users = new long[count];
        for (int i = 0; i < count; i++) {
            users[i] = first + i;
        }
        return users;
    }

    private static int[] range(int first, int count) {
        int[] range = new int[count];
        for (int i = 0; i < count; i++) {
            range[i] = first + i;
        }
        return range;
    }
}
