package im.sparrow.auth.registration;

import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.auth.registration.Registration.Applicant;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Who may have an account here, and those who wait for one. */
@Singleton
public class Registrations {

    private final Accounts accounts;
    private final Invitations invitations;
    private final RegistrationConfig config;
    private final EntityManager entities;
    private final Ids ids;
    private final InstantSource time;
    private final Audit audit;

    Registrations(
            Accounts accounts,
            Invitations invitations,
            RegistrationConfig config,
            EntityManager entities,
            Ids ids,
            InstantSource time,
            Audit audit) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.config = config;
        this.entities = entities;
        this.ids = ids;
        this.time = time;
        this.audit = audit;
    }

    /** Who may register here. */
    public RegistrationConfig.Mode mode() {
        return config.mode();
    }

    /**
     * What came of a registration.
     *
     * @param account the new account's id, or null when an administrator has to decide
     */
    public record Outcome(@Nullable Id account) {}

    /** @throws Refused {@code right_missing} when registration is closed */
    public void open() {
        if (config.mode() == RegistrationConfig.Mode.CLOSED) {
            throw new Refused(Problem.RIGHT_MISSING, "Registration is closed here; ask an administrator.");
        }
    }

    /**
     * Makes an account, or lets somebody wait for it.
     *
     * @param invitation the code, where one is needed
     * @throws Refused {@code name_taken}, {@code invalid_body} for an invitation that is none, {@code right_missing}, {@code
     *     busy} when too many wait
     */
    @Transactional(TxType.MANDATORY)
    public Outcome register(
            String username, String nickname, String passwordHash, String note, @Nullable String invitation) {
        open();
        var applicant = new Applicant(username, nickname, passwordHash, note);
        return switch (config.mode()) {
            case OPEN, CLOSED -> new Outcome(account(applicant));
            case INVITATION -> {
                invitations.use(invitation == null ? "" : invitation);
                yield new Outcome(account(applicant));
            }
            case APPROVAL -> {
                await(applicant);
                yield new Outcome(null);
            }
        };
    }

    /** Those who wait, the longest first, at most a page. */
    @Transactional
    Page<Registration.View> waiting() {
        return new Page<>(
                entities
                        .createQuery("from Registration r order by r.id", Registration.class)
                        .setMaxResults(Bounds.PAGE_MAX)
                        .getResultList()
                        .stream()
                        .map(Registration::view)
                        .toList(),
                null);
    }

    /** Lets somebody in; answers his account. @throws Refused {@code not_found}, {@code name_taken} */
    @Transactional
    Id approve(Id id) {
        Id account = account(decided(id).applicant());
        audit.say(Deed.REGISTRATION_ACCEPTED, "registration:" + id, Map.of("account", account.toString()));
        return account;
    }

    /** Lets somebody wait no longer. @throws Refused {@code not_found} */
    @Transactional
    void reject(Id id) {
        decided(id);
        audit.say(Deed.REGISTRATION_REJECTED, "registration:" + id, Map.of());
    }

    private Registration decided(Id id) {
        Registration found = Optional.ofNullable(entities.find(Registration.class, id.value()))
                .orElseThrow(Refused::notFound);
        int gone = entities.createQuery("delete from Registration r where r.id = :id")
                .setParameter("id", id.value())
                .executeUpdate();
        if (gone == 0) {
            throw Refused.notFound();
        }
        return found;
    }

    private void await(Applicant applicant) {
        Long waiting = entities.createQuery("select count(r) from Registration r", Long.class)
                .getSingleResult();
        if (waiting >= config.waiting()) {
            throw new Refused(Problem.BUSY, "Too many people wait already; come again later.");
        }
        if (accounts.named(applicant.username()).isPresent()) {
            throw new Refused(Problem.NAME_TAKEN, "This user name is taken; choose another.");
        }
        try {
            entities.persist(
                    new Registration(ids.next(), applicant, time.instant().truncatedTo(ChronoUnit.MICROS)));
            entities.flush();
        } catch (ConstraintViolationException taken) {
            throw new Refused(Problem.NAME_TAKEN, "This user name is taken; choose another.");
        }
    }

    private Id account(Applicant applicant) {
        return accounts.create(new NewAccount(
                        applicant.username(),
                        applicant.nickname(),
                        null,
                        applicant.passwordHash(),
                        Set.of(BuiltInRoles.USER)))
                .id();
    }
}
