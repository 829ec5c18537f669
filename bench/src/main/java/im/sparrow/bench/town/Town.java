package im.sparrow.bench.town;

import java.util.List;

/**
 * People and their conversations, as numbers.
 *
 * @param users ids
 * @param chats conversations among them
 */
public record Town(long[] users, List<Chat> chats) {

    /**
     * A conversation.
     *
     * @param id its id
     * @param group whether it is a group
     * @param members places in {@link Town#users}
     */
    public record Chat(long id, boolean group, int[] members) {}
}
