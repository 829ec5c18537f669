package im.sparrow.social.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.platform.readmodel.KnownAccount;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as others may see him. A deleted or unknown account has nothing but its id.
 *
 * @param id the account
 * @param username unique, lower case
 * @param nickname what people read
 * @param photo a URL or path, or null for the generated one
 * @param signature a line about oneself, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        Id id,
        @Nullable String username,
        @Nullable String nickname,
        @Nullable String photo,
        @Nullable String signature) {

    static PersonView of(KnownAccount account) {
        return account.active()
                ? new PersonView(
                        account.id(), account.username(), account.nickname(), account.photo(), account.signature())
                : unknown(account.id());
    }

    static PersonView unknown(Id id) {
        return new PersonView(id, null, null, null, null);
    }
}
