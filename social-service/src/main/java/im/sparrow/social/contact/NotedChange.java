package im.sparrow.social.contact;

import im.sparrow.contracts.Id;

/**
 * A change as it stands in the table.
 *
 * @param area what kind of contact
 * @param itemId which
 * @param version the user's version with which it came
 * @param gone whether it is over
 */
public record NotedChange(Area area, Id itemId, long version, boolean gone) {}
