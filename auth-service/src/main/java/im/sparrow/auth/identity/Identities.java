package im.sparrow.auth.identity;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.photo.Photos;
import im.sparrow.auth.photo.Picture;
import im.sparrow.auth.rbac.BuiltInRoles;
import im.sparrow.auth.registration.RegistrationConfig.Mode;
import im.sparrow.auth.registration.Registrations;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;

/** Who is who at GitHub: found, made, linked, unlinked. */
@Singleton
public class Identities {

    /** The one provider there is. */
    static final String GITHUB = "github";

    private final Accounts accounts;
    private final Registrations registrations;
    private final Portraits portraits;
    private final Photos photos;
    private final EntityManager entities;
    private final Ids ids;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Identities(
            Accounts accounts,
            Registrations registrations,
            Portraits portraits,
            Photos photos,
            EntityManager entities,
            Ids ids,
            InstantSource time) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.portraits = portraits;
        this.photos = photos;
        this.entities = entities;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Whose account a person's is; made when he comes for the first time.
     *
     * @throws Refused {@code right_missing} when he has none and registration is not open to everybody
     */
    public Id accountOf(GitHubPerson person) {
        return known(person).orElseGet(() -> made(person));
    }

    /**
     * Lets a person at the provider log in to an account from now on.
     *
     * @throws Refused {@code conflict} when the account has one already, {@code name_taken} when he is another account's
     */
    public void link(Id accountId, GitHubPerson person) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                accounts.lock(accountId);
                if (own(accountId)
                        .filter(mine -> mine.subject().equals(person.subject()))
                        .isEmpty()) {
                    persist(accountId, person);
                    accounts.sessionsChanged(accountId, "identities");
                }
            });
        } catch (ConstraintViolationException taken) {
            throw known(person).isPresent()
                    ? new Refused(Problem.NAME_TAKEN, "This GitHub account belongs to another account here.")
                    : new Refused(Problem.CONFLICT, "Another GitHub account is linked already; unlink it first.");
        }
    }

    /** @throws Refused {@code not_found}; {@code conflict} when there would be no way in any more */
    @Transactional
    void unlink(Id accountId) {
        Account account = accounts.lock(accountId);
        Identity mine = own(accountId).orElseThrow(Refused::notFound);
        if (account.passwordHash().isEmpty()) {
            throw new Refused(Problem.CONFLICT, "This is the only way in; choose a password first.");
        }
        entities.remove(mine);
        accounts.sessionsChanged(accountId, "identities");
    }

    @Transactional
    List<IdentityView> of(Id accountId) {
        return own(accountId).map(Identity::view).stream().toList();
    }

    private Optional<Id> known(GitHubPerson person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> find(person).map(found -> {
                    found.called(person.login());
                    return found.accountId();
                }));
    }

    private Id made(GitHubPerson person) {
        if (registrations.mode() != Mode.OPEN) {
            throw new Refused(Problem.RIGHT_MISSING, "Not everybody may register here; ask an administrator.");
        }
        Optional<Picture> picture = portraits.of(person);
        for (String name : FreeNames.like(person.login(), random)) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> make(name, person, picture));
            } catch (ConstraintViolationException cameTwiceAtOnce) {
                return known(person).orElseThrow(() -> cameTwiceAtOnce);
            } catch (Refused taken) {
                if (taken.problem() != Problem.NAME_TAKEN) {
                    throw taken;
                }
            }
        }
        throw new Refused(Problem.BUSY, "No free name was found; try again.");
    }

    private Id make(String name, GitHubPerson person, Optional<Picture> picture) {
        Id account = accounts.create(new NewAccount(name, person.nickname(), null, null, Set.of(BuiltInRoles.USER)))
                .id();
        persist(account, person);
        picture.ifPresent(shown -> photos.show(account, shown));
        return account;
    }

    private void persist(Id accountId, GitHubPerson person) {
        entities.persist(new Identity(
                ids.next(), GITHUB, person, accountId, time.instant().truncatedTo(ChronoUnit.MICROS)));
        entities.flush();
    }

    private Optional<Identity> find(GitHubPerson person) {
        return entities.createQuery(
                        "from Identity i where i.provider = :provider and i.subject = :subject", Identity.class)
                .setParameter("provider", GITHUB)
                .setParameter("subject", person.subject())
                .getResultStream()
                .findFirst();
    }

    private Optional<Identity> own(Id accountId) {
        return entities.createQuery(
                        "from Identity i where i.accountId = :account and i.provider = :provider", Identity.class)
                .setParameter("account", accountId.value())
                .setParameter("provider", GITHUB)
                .getResultStream()
                .findFirst();
    }
}
