package im.sparrow.auth.sanction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Queries on sanctions. */
@Singleton
class SanctionRepository implements PanacheRepositoryBase<Sanction, Long> {

    /** Those of an account that may still do something. */
    List<Sanction> open(long accountId) {
        return list(
                "accountId = ?1 and state in ?2 order by id",
                accountId,
                List.of(SanctionState.pending, SanctionState.live));
    }

    /** All of an account, the newest first, before an id. */
    List<Sanction> before(long accountId, long id, int limit) {
        return find("accountId = ?1 and id < ?2 order by id desc", accountId, id)
                .page(0, limit)
                .list();
    }

    /** Those that change by themselves until a moment, the earliest first. */
    List<Sanction> due(Instant until, int limit) {
        return find("dueAt <= ?1 order by dueAt, id", until).page(0, limit).list();
    }
}
