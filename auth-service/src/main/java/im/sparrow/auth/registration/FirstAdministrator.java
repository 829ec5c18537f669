package im.sparrow.auth.registration;

import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.account.Usernames;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.password.PasswordRule;
import im.sparrow.auth.password.Passwords;
import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** For operators, who hold admin-service's credential: an administrator, where there is none to make one. */
@Path("/internal/v1/administrators")
@RolesAllowed(Rights.SERVICE_ADMIN)
@RunOnVirtualThread
public class FirstAdministrator {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Audit audit;

    FirstAdministrator(Accounts accounts, Passwords passwords, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /**
     * Who it is to be.
     *
     * @param username see {@link Usernames}
     * @param password see {@link PasswordRule}
     */
    record Wanted(@Nullable String username, @Nullable String password) {}

    /**
     * Who it is.
     *
     * @param userId the account
     */
    public record Made(Id userId) {}

    /** Makes an account that administers and speaks. */
    @POST
    @ResponseStatus(201)
    public Made make(@NotNull Wanted wanted) {
        String name = Usernames.normal(wanted.username() == null ? "" : wanted.username());
        String password = wanted.password() == null ? "" : wanted.password();
        List<FieldError> errors = new ArrayList<>();
        if (!Usernames.valid(name)) {
            errors.add(new FieldError("/username", Usernames.RULE));
        }
        errors.addAll(PasswordRule.errors("/password", password, name));
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        var made = new NewAccount(
                name, name, null, passwords.hash(password), Set.of(BuiltInRoles.ADMINISTRATOR, BuiltInRoles.USER));
        return QuarkusTransaction.requiringNew().call(() -> {
            Id id = accounts.create(made).id();
            audit.say(Deed.ADMINISTRATOR_MADE, id);
            return new Made(id);
        });
    }
}
