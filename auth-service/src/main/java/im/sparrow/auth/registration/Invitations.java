package im.sparrow.auth.registration;

import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.token.HandedSecret;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;

/** Invitations: made, used, withdrawn. */
@Singleton
public class Invitations {

    private static final int CODE_BYTES = 15;

    private final EntityManager entities;
    private final RegistrationConfig config;
    private final Ids ids;
    private final InstantSource time;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Invitations(EntityManager entities, RegistrationConfig config, Ids ids, InstantSource time, Audit audit) {
        this.entities = entities;
        this.config = config;
        this.ids = ids;
        this.time = time;
        this.audit = audit;
    }

    /**
     * A new invitation.
     *
     * @param code what people type; nobody can see it again
     * @param invitation the rest
     */
    public record Made(String code, InvitationView invitation) {}

    @Transactional
    Made make(String note, int uses, Id author) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().encodeToString(bytes);
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var made = new Invitation(ids.next(), hash(code), note, uses, author, now, now.plus(config.invitationLife()));
        entities.persist(made);
        audit.say(Deed.INVITATION_MADE, "invitation:" + made.view().id(), Map.of("uses", Integer.toString(uses)));
        return new Made(code, made.view());
    }

    /** The newest, at most a page. */
    @Transactional
    Page<InvitationView> newest() {
        return new Page<>(
                entities
                        .createQuery("from Invitation i order by i.id desc", Invitation.class)
                        .setMaxResults(Bounds.PAGE_MAX)
                        .getResultList()
                        .stream()
                        .map(Invitation::view)
                        .toList(),
                null);
    }

    @Transactional
    void withdraw(Id id) {
        int gone = entities.createQuery("delete from Invitation i where i.id = :id")
                .setParameter("id", id.value())
                .executeUpdate();
        if (gone == 0) {
            throw Refused.notFound();
        }
        audit.say(Deed.INVITATION_WITHDRAWN, "invitation:" + id, Map.of());
    }

    /** Uses a code once, in the transaction that makes the account. @throws Refused {@code invalid_body} */
    @Transactional(TxType.MANDATORY)
    public void use(String code) {
        int used = entities.createNativeQuery("UPDATE invitation SET uses_left = uses_left - 1"
                        + " WHERE code_hash = :hash AND uses_left > 0 AND expires_at > :now")
                .setParameter("hash", hash(code.strip()))
                .setParameter("now", time.instant())
                .executeUpdate();
        if (used == 0) {
            throw Refused.field("/invitation", "is a code that somebody here has given you and that is still good");
        }
    }

    private static byte[] hash(String code) {
        return HandedSecret.hash(code.getBytes(StandardCharsets.UTF_8));
    }
}
