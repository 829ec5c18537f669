package im.sparrow.auth.identity;

import java.time.Instant;

/**
 * Another way by which I log in.
 *
 * @param provider {@code github}
 * @param login what I was called there when I last came that way
 * @param createdAt since when
 */
public record IdentityView(String provider, String login, Instant createdAt) {}
