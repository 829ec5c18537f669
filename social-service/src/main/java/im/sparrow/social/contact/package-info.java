/**
 * Newcomers read a user's contacts from here; this room only notes <em>that</em> one of them changed, under a version per
 * user, hints it to the user's devices, and shows people as this service knows them.
 *
 * <p>It never knows what a friend, a group or a request is: {@code sync} reads them from their own rooms.
 *
 * <pre>
 * contact_state    user_id (PK) · version · floor_version
 * contact_change   user_id · area · item_id (PK) · version · gone · changed_at       gone rows go after 90 days
 * </pre>
 */
@NullMarked
package im.sparrow.social.contact;

import org.jspecify.annotations.NullMarked;
