package im.sparrow.social.contact;

import im.sparrow.contracts.Id;

/**
 * One of somebody's contacts changed.
 *
 * @param userId whose
 * @param area what kind
 * @param itemId which
 * @param gone whether it is over, so that a client that starts anew need not hear of it
 */
public record ContactChange(Id userId, Area area, Id itemId, boolean gone) {}
