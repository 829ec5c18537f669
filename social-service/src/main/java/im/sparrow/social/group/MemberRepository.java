package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Queries on memberships; each follows an index and reads a page at most. */
@Singleton
class MemberRepository implements PanacheRepositoryBase<GroupMember, MemberKey> {

    /** The membership, unless it is over. */
    Optional<GroupMember> present(Id group, Id user) {
        return findByIdOptional(MemberKey.of(group, user)).filter(member -> !member.gone());
    }

    /** Members of a group by user, after one. */
    List<GroupMember> after(Id group, long user, int limit) {
        return find("key.groupId = ?1 and key.userId > ?2 and gone = false order by key.userId", group.value(), user)
                .page(0, limit)
                .list();
    }

    /** Rows of these users in a group, present or past. */
    List<GroupMember> of(Id group, Collection<Id> users) {
        return list("key.groupId = ?1 and key.userId in ?2", group.value(), numbers(users));
    }

    /** A user's memberships by group, after one. */
    List<GroupMember> mine(Id user, long group, int limit) {
        return find("key.userId = ?1 and gone = false and key.groupId > ?2 order by key.groupId", user.value(), group)
                .page(0, limit)
                .list();
    }

    /** A user's rows in these groups, present or past. */
    List<GroupMember> mine(Id user, Collection<Id> groups) {
        return list("key.userId = ?1 and key.groupId in ?2", user.value(), numbers(groups));
    }

    /** Everybody who is in one of these groups. */
    List<GroupMember> presentIn(Collection<Id> groups) {
        return groups.isEmpty() ? List.of() : list("key.groupId in ?1 and gone = false", numbers(groups));
    }

    /** Everybody who is or was in a group. */
    List<GroupMember> ever(Id group) {
        return list("key.groupId = ?1 order by key.userId", group.value());
    }

    /** Who has been in a group longest, but for one. */
    Optional<GroupMember> eldest(Id group, Id except) {
        return find(
                        "key.groupId = ?1 and gone = false and key.userId <> ?2 order by joinedAt, key.userId",
                        group.value(),
                        except.value())
                .firstResultOptional();
    }

    /** Those of these users who are in as many groups as one may be, or more. */
    List<Long> full(Collection<Id> users, int groups) {
        return getEntityManager()
                .createQuery(
                        "select m.key.userId from GroupMember m where m.key.userId in :users and m.gone = false"
                                + " group by m.key.userId having count(m) >= :groups",
                        Long.class)
                .setParameter("users", numbers(users))
                .setParameter("groups", (long) groups)
                .getResultList();
    }

    private static List<Long> numbers(Collection<Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
