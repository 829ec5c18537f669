package im.sparrow.auth.photo;

import im.sparrow.auth.account.Accounts;
import im.sparrow.contracts.Id;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** People's pictures: kept, shown; one a person. */
@Singleton
public class Photos {

    /** Where they are shown. */
    static final String PATH = "/api/v1/users/photos";

    private static final int NAME_BYTES = 18;

    private final Accounts accounts;
    private final EntityManager entities;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Photos(Accounts accounts, EntityManager entities, InstantSource time) {
        this.accounts = accounts;
        this.entities = entities;
        this.time = time;
    }

    /** Makes a picture that of an account's profile; the one kept before is gone. */
    @Transactional(TxType.MANDATORY)
    public void show(Id accountId, Picture picture) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entities.createQuery("delete from Photo p where p.accountId = :account")
                .setParameter("account", accountId.value())
                .executeUpdate();
        entities.persist(new Photo(name, accountId, picture, time.instant().truncatedTo(ChronoUnit.MICROS)));
        accounts.showPhoto(accountId, PATH + '/' + name);
    }

    @Transactional
    Optional<Picture> find(String name) {
        return Optional.ofNullable(entities.find(Photo.class, name)).map(Photo::picture);
    }
}
