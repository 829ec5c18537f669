package im.sparrow.contracts.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import im.sparrow.contracts.Id;

/** A record of {@code im.revocation.v1}: a change that makes tokens stale. Numbers only grow; clocks are not asked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Revocation.UserChanged.class, name = "user"),
    @JsonSubTypes.Type(value = Revocation.RoleChanged.class, name = "role"),
    @JsonSubTypes.Type(value = Revocation.SessionRevoked.class, name = "session")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Revocation {

    /** The record's key. */
    String key();

    /**
     * What the user may do has changed: tokens of this user with a smaller {@code ver} are stale.
     *
     * @param userId the user
     * @param ver the new version
     * @param banned whether the user may not even log in now: sockets are closed with 4403
     */
    record UserChanged(Id userId, long ver, boolean banned) implements Revocation {
        @Override
        public String key() {
            return userId.toString();
        }
    }

    /**
     * A role was edited: tokens that name the role with a smaller {@code rv} are stale.
     *
     * @param roleId the role
     * @param rv the new version of the role table
     */
    record RoleChanged(Id roleId, long rv) implements Revocation {
        @Override
        public String key() {
            return roleId.toString();
        }
    }

    /**
     * A session has ended: all of its tokens are refused for good.
     *
     * @param sid the session
     * @param userId its user
     */
    record SessionRevoked(Id sid, Id userId) implements Revocation {
        @Override
        public String key() {
            return sid.toString();
        }
    }
}
