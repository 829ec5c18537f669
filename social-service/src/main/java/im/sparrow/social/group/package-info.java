/**
 * Newcomers think that whoever is removed here can read nothing from then on; this room decides, and the conversation's
 * log ends the membership where it meets the decision. A member's row outlives the membership, so that who comes back has
 * a newer version than who left.
 *
 * <p>It never shows a group to who is not in it, never leaves a group with members without an owner, and never changes a
 * group or its members but under the lock of the group's row.
 */
@NullMarked
package im.sparrow.social.group;

import org.jspecify.annotations.NullMarked;
