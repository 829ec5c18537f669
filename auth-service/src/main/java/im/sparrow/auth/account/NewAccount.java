package im.sparrow.auth.account;

import im.sparrow.contracts.Id;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account is made of; every field is already checked.
 *
 * @param username in its normal form ({@link Usernames})
 * @param nickname what people read
 * @param signature a line about oneself, or null
 * @param passwordHash self-describing, or null for an account that cannot log in by password
 * @param roleIds its first roles
 */
public record NewAccount(
        String username,
        String nickname,
        @Nullable String signature,
        @Nullable String passwordHash,
        Set<Id> roleIds) {}
