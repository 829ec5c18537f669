/**
 * Newcomers expect a link to the provider's picture; every reader's browser would tell the provider who reads. So a picture
 * that comes with somebody from elsewhere is fetched once, by this service, and shown from here.
 *
 * <p>It never fetches from a host that is not the provider's, never follows a redirect, and never believes what a file says
 * of itself: the first bytes decide whether it is a picture.
 *
 * <pre>
 * photo   name (cannot be guessed) · account_id · media_type · content
 * </pre>
 */
@NullMarked
package im.sparrow.auth.photo;

import org.jspecify.annotations.NullMarked;
