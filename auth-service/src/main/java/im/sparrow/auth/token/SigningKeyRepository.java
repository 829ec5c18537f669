package im.sparrow.auth.token;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;

/** Queries on signing keys; there are a handful. */
@Singleton
class SigningKeyRepository implements PanacheRepositoryBase<SigningKey, String> {

    /** Keys that are published at once. */
    static final int MOST = 20;

    /** The same, which no other instance changes until the end of the transaction. */
    List<SigningKey> lockedNewest() {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        getEntityManager()
                .createNativeQuery("SELECT kid FROM signing_key ORDER BY kid FOR UPDATE")
                .getResultList();
        return newest();
    }

    /** The newest first. */
    List<SigningKey> newest() {
        return find("order by createdAt desc, kid").page(0, MOST).list();
    }
}
