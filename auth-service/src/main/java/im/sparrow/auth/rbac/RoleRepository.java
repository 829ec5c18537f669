package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Queries on roles and rights; of each there are a handful, with a bound. */
@Singleton
class RoleRepository implements PanacheRepositoryBase<StoredRole, Long> {

    /** The roles with these ids, each with what it means, in one query. */
    List<StoredRole> of(Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "select distinct r from StoredRole r left join fetch r.rights where r.id in ?1 order by r.id",
                        ids.stream().map(Id::value).toList());
    }

    List<StoredRole> all() {
        return list("select distinct r from StoredRole r left join fetch r.rights order by r.id");
    }

    List<StoredRight> rights() {
        return getEntityManager()
                .createQuery("from StoredRight r order by r.name", StoredRight.class)
                .getResultList();
    }
}
