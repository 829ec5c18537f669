package im.sparrow.social.contact;

/**
 * How far a user's contacts have come.
 *
 * @param version the newest change; 0 = there was none
 * @param floor changes below it are no longer all there
 */
public record ContactState(long version, long floor) {}
