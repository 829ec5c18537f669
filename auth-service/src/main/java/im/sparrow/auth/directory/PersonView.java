package im.sparrow.auth.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.auth.account.Account;
import im.sparrow.contracts.Id;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may see of an account.
 *
 * @param id the account
 * @param username the name it logs in with
 * @param nickname what people read
 * @param photo a path, or null for the generated picture
 * @param signature a line about oneself, or null
 * @param official true for one that speaks for the installation or a product that it is built into, else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        Id id,
        String username,
        String nickname,
        @Nullable String photo,
        @Nullable String signature,
        @Nullable Boolean official) {

    static PersonView of(Account account) {
        return new PersonView(
                account.id(),
                account.username(),
                account.nickname(),
                account.photo(),
                account.signature(),
                account.official() ? true : null);
    }
}
