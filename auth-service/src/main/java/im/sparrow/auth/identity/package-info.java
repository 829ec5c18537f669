/**
 * Newcomers find the account of somebody from GitHub by his name there; a name can be given up and taken by somebody else,
 * and then a stranger is in. An identity is the provider and the provider's own id of the person, and nothing else: not his
 * name, not his address. The first log-in makes an account under a free name, the second finds it; who has an account
 * already links the two while he is logged in.
 *
 * <p>It never makes two accounts one, never takes away the last way in, and never keeps a provider's token.
 *
 * <pre>
 * identity   id · provider · subject (the provider's id) · account_id · login (only shown)
 * </pre>
 */
@NullMarked
package im.sparrow.auth.identity;

import org.jspecify.annotations.NullMarked;
