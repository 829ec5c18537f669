package im.sparrow.auth.registration;

import im.sparrow.contracts.Id;
import java.time.Instant;

/**
 * An invitation; its code was shown once, when it was made.
 *
 * @param id the invitation
 * @param note what it is for
 * @param uses people it was made for
 * @param usesLeft people who may still come
 * @param authorId who made it
 * @param createdAt when
 * @param expiresAt until when it is good
 */
public record InvitationView(
        Id id, String note, int uses, int usesLeft, Id authorId, Instant createdAt, Instant expiresAt) {}
