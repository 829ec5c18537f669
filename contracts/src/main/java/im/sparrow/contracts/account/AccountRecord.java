package im.sparrow.contracts.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import im.sparrow.contracts.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code im.account.v1}: what others may know of an account. The newest version wins.
 *
 * @param id the account
 * @param username unique, lower case
 * @param nickname what people read; 1 to 64 characters
 * @param photo a URL or path, or null for the generated one
 * @param signature a line about oneself, or null
 * @param status whether the account can be met
 * @param roleIds the account's roles
 * @param findable whether search may show it
 * @param version grows with each change of this record
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccountRecord(
        Id id,
        String username,
        String nickname,
        @Nullable String photo,
        @Nullable String signature,
        Status status,
        List<Id> roleIds,
        boolean findable,
        long version) {

    /** All of it as one text: what a {@link im.sparrow.contracts.Digest} is made of. */
    public String content() {
        return String.join(
                "\u0001",
                id.toString(),
                username,
                nickname,
                String.valueOf(photo),
                String.valueOf(signature),
                status.name(),
                roleIds.toString(),
                Boolean.toString(findable),
                Long.toString(version));
    }

    /** The states others must know of. */
    public enum Status {
        /** In use. */
        ACTIVE,
        /** Gone; its name is not shown any more. */
        DELETED
    }
}
