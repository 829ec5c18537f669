package im.sparrow.auth.identity;

import im.sparrow.auth.account.Nicknames;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * Somebody as GitHub describes him.
 *
 * @param subject GitHub's own id of him, decimal: the one thing that stays
 * @param login the name he has there today
 * @param nickname what people are to read
 * @param picture where his picture is
 */
public record GitHubPerson(String subject, String login, String nickname, Optional<URI> picture) {

    private static final int LOGIN_MAX = 64;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * Reads GitHub's document; who has no name there is called by his login.
     *
     * @throws Refused {@code unavailable} when the id is no whole number above 0: then it is nobody's
     */
    public static GitHubPerson of(JsonObject said) {
        String subject = Optional.ofNullable(said.get("id"))
                .filter(JsonNumber.class::isInstance)
                .map(JsonNumber.class::cast)
                .filter(GitHubPerson::whole)
                .map(id -> id.bigIntegerValueExact().toString())
                .orElseThrow(() -> new Refused(Problem.UNAVAILABLE, "GitHub did not say who this is; try again."));
        String login =
                text(said, "login").filter(name -> name.length() <= LOGIN_MAX).orElse("github-" + subject);
        String nickname = text(said, "name").filter(Nicknames::valid).orElse(login);
        return new GitHubPerson(
                subject, login, nickname.strip(), text(said, "avatar_url").flatMap(GitHubPerson::address));
    }

    private static boolean whole(JsonNumber number) {
        return number.isIntegral()
                && number.bigDecimalValue().signum() > 0
                && number.bigDecimalValue().compareTo(MOST) <= 0;
    }

    private static Optional<String> text(JsonObject said, String name) {
        JsonValue value = said.get(name);
        return value instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
