package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command.MemberChange;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A membership, present or past. Its version is that of the newest command that told of it, so it grows over leaving and
 * coming back.
 */
@Entity
class GroupMember {

    @EmbeddedId
    private MemberKey key;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MemberRole role;

    private long version;
    private boolean gone;
    private Instant joinedAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected GroupMember() {}

    GroupMember(MemberKey key, MemberRole role, Instant now) {
        this.key = key;
        this.role = role;
        this.joinedAt = now;
    }

    Id groupId() {
        return Id.of(key.groupId());
    }

    Id userId() {
        return Id.of(key.userId());
    }

    MemberRole role() {
        return role;
    }

    boolean gone() {
        return gone;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    void comeBack(Instant now) {
        gone = false;
        role = MemberRole.MEMBER;
        joinedAt = now;
    }

    void leave() {
        gone = true;
        role = MemberRole.MEMBER;
    }

    void becomeOwner() {
        role = MemberRole.OWNER;
    }

    /** What the log is told of it under a version. */
    MemberChange told(long told) {
        version = told;
        return new MemberChange(userId(), role, null, true, null, false, gone, told);
    }
}
