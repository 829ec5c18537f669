/**
 * Newcomers think that whoever may register has an account; he may have to show an invitation, or to wait until an
 * administrator lets him in, and then there is no account yet. This room knows which of these holds here, keeps invitations
 * and those who wait, and makes the accounts.
 *
 * <p>It never stores an invitation's code, never tells somebody who waits from somebody who does not exist, and never lets
 * anybody in: {@code login} does.
 *
 * <pre>
 * invitation    id · code_hash · note · uses · uses_left · author_id · expires_at
 * registration  id · username · nickname · password_hash · note            those who wait; decided ones are deleted
 * </pre>
 */
@NullMarked
package im.sparrow.auth.registration;

import org.jspecify.annotations.NullMarked;
