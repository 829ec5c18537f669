package im.sparrow.auth.serverkey;

import im.sparrow.auth.account.Nicknames;
import im.sparrow.auth.account.Usernames;
import im.sparrow.contracts.Id;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that is to be, for an account there is or for a new one that nobody can log in to by password.
 *
 * @param kind {@code server} or {@code bot}; a bot's key is for {@code groups} and {@code send} alone
 * @param name what it is for, at most 64 characters
 * @param scopes what its tokens may do, at least one of {@code users}, {@code tokens}, {@code groups}, {@code send}
 * @param accountId the account it acts as; or else
 * @param username the user name of a new one
 */
record NewServerKey(
        @Nullable String kind,
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Id accountId,
        @Nullable String username) {

    /** What is left when all of it is right; exactly one of the last two is there. */
    record Checked(
            ServerKey.Kind kind,
            String name,
            Set<Scope> scopes,
            @Nullable Id accountId,
            @Nullable String username) {}

    /** Names every wrong field at once. */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        ServerKey.Kind asked = "bot".equals(kind) ? ServerKey.Kind.bot : ServerKey.Kind.server;
        if (!asked.name().equals(kind)) {
            errors.add(new FieldError("/kind", "is server or bot"));
        }
        if (name == null || !Nicknames.valid(name)) {
            errors.add(new FieldError("/name", Nicknames.RULE));
        }
        Set<Scope> wanted = wanted();
        Set<Scope> allowed =
                asked == ServerKey.Kind.bot ? EnumSet.of(Scope.groups, Scope.send) : EnumSet.allOf(Scope.class);
        if (wanted.isEmpty() || scopes == null || wanted.size() != scopes.size() || !allowed.containsAll(wanted)) {
            errors.add(new FieldError("/scopes", "are some of " + names(allowed) + ", each once"));
        }
        String normal = username == null ? null : Usernames.normal(username);
        if (accountId == null && (normal == null || !Usernames.valid(normal))) {
            errors.add(new FieldError("/username", Usernames.RULE));
        } else if (accountId != null && username != null) {
            errors.add(new FieldError("/username", "is for a new account, and accountId names one there is"));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new Checked(asked, String.valueOf(name).strip(), wanted, accountId, normal);
    }

    private Set<Scope> wanted() {
        List<@Nullable String> asked = scopes == null ? List.of() : scopes;
        return Arrays.stream(Scope.values())
                .filter(scope -> asked.contains(scope.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static String names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::name).collect(Collectors.joining(", "));
    }
}
