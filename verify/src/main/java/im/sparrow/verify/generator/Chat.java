package im.sparrow.verify.generator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A conversation of the town, and who is in it as far as the town knows. */
public final class Chat {

    private final String conversationId;
    private final @Nullable String groupId;
    private final Person owner;
    private final Set<Person> members = ConcurrentHashMap.newKeySet();

    Chat(String conversationId, @Nullable String groupId, Person owner, List<Person> others) {
        this.conversationId = conversationId;
        this.groupId = groupId;
        this.owner = owner;
        members.add(owner);
        members.addAll(others);
    }

    /** Its name on the wire. */
    public String conversationId() {
        return conversationId;
    }

    /** The group's id; null for a pair. */
    @Nullable
    String groupId() {
        return groupId;
    }

    /** Who made it, and never leaves. */
    Person owner() {
        return owner;
    }

    /** Who is in it now. */
    Set<Person> members() {
        return members;
    }
}
