package im.sparrow.auth.seed;

import im.sparrow.auth.Mode;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.NewAccount;
import im.sparrow.auth.password.Passwords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes the people of the demo, once. */
@Singleton
class Seed {

    private static final Logger LOG = Logger.getLogger(Seed.class);
    private static final String NAME = "demo";

    private final Mode mode;
    private final Accounts accounts;
    private final Passwords passwords;
    private final EntityManager entities;
    private final InstantSource time;

    Seed(Mode mode, Accounts accounts, Passwords passwords, EntityManager entities, InstantSource time) {
        this.mode = mode;
        this.accounts = accounts;
        this.passwords = passwords;
        this.entities = entities;
        this.time = time;
    }

    void start(@Observes StartupEvent starting) {
        if (mode.local()) {
            once();
        }
    }

    /** Seeds unless the mark is there; false when it was. */
    boolean once() {
        if (QuarkusTransaction.requiringNew().call(() -> entities.find(SeedMark.class, NAME)) != null) {
            return false;
        }
        // Hashed before the transaction, in parallel: a salt of its own for each, though the password is one.
        List<NewAccount> people = DemoPeople.all().parallelStream()
                .map(person -> new NewAccount(
                        person.username(),
                        person.username(),
                        DemoPeople.MOTTO,
                        passwords.hash(DemoPeople.PASSWORD),
                        person.roleIds()))
                .toList();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                entities.persist(new SeedMark(NAME, time.instant().truncatedTo(ChronoUnit.MICROS)));
                entities.flush();
                people.forEach(accounts::create);
            });
        } catch (ConstraintViolationException otherInstance) {
            return false;
        }
        LOG.infof("made the %d people of the demo", people.size());
        return true;
    }
}
