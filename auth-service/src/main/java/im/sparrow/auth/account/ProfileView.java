package im.sparrow.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of his own account.
 *
 * @param id the account
 * @param username the name it logs in with
 * @param nickname what people read
 * @param photo a path, or null for the generated picture
 * @param signature a line about oneself, or null
 * @param language the language he reads, or null for his browser's
 * @param findable whether search may show it
 * @param version grows with each change of the profile
 * @param createdAt when it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileView(
        Id id,
        String username,
        String nickname,
        @Nullable String photo,
        @Nullable String signature,
        @Nullable String language,
        boolean findable,
        long version,
        Instant createdAt) {

    static ProfileView of(Account account) {
        return new ProfileView(
                account.id(),
                account.username(),
                account.nickname(),
                account.photo(),
                account.signature(),
                account.language(),
                account.findable(),
                account.version(),
                account.createdAt());
    }
}
