package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.social.conversation.Conversation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A group. Its version counts what its conversation's log was told; its member count is the number of its members that
 * are not gone, both kept under the row's lock.
 */
@Entity
class ChatGroup {

    @jakarta.persistence.Id
    private long id;

    @Column(updatable = false)
    private long conversationId;

    private String name;
    private @Nullable String photo;
    private @Nullable String introduction;
    private long ownerId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConversationState state = ConversationState.OPEN;

    private int memberCount;
    private long version;

    @Column(updatable = false)
    private Instant createdAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected ChatGroup() {}

    ChatGroup(Id id, Id conversation, CreateGroup wanted, Id owner, Instant now) {
        this.id = id.value();
        this.conversationId = conversation.value();
        this.name = wanted.name().strip();
        this.photo = wanted.photo();
        this.introduction = wanted.introduction();
        this.ownerId = owner.value();
        this.createdAt = now;
    }

    Id id() {
        return Id.of(id);
    }

    Id conversationId() {
        return Id.of(conversationId);
    }

    String name() {
        return name;
    }

    @Nullable
    String photo() {
        return photo;
    }

    @Nullable
    String introduction() {
        return introduction;
    }

    Id owner() {
        return Id.of(ownerId);
    }

    boolean open() {
        return state == ConversationState.OPEN;
    }

    int memberCount() {
        return memberCount;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** As its log should know it. */
    Conversation conversation() {
        return new Conversation(conversationId(), ConversationKind.GROUP, name, photo, state);
    }

    long nextVersion() {
        return ++version;
    }

    void grow(int members) {
        memberCount += members;
    }

    void passTo(Id owner) {
        ownerId = owner.value();
    }

    void dissolve() {
        state = ConversationState.DISSOLVED;
    }
}
