package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Queries on groups. */
@Singleton
class GroupRepository implements PanacheRepositoryBase<ChatGroup, Long> {

    /** The group, after waiting for every other transaction that has it locked. */
    Optional<ChatGroup> locked(Id group) {
        // By hand: the mapper's own lock says FOR UPDATE OF, which MariaDB does not read.
        getEntityManager()
                .createNativeQuery("SELECT id FROM chat_group WHERE id = :id FOR UPDATE")
                .setParameter("id", group.value())
                .getResultList();
        return findByIdOptional(group.value());
    }

    Map<Id, ChatGroup> of(Collection<Id> ids) {
        List<Long> numbers = ids.stream().map(Id::value).toList();
        return numbers.isEmpty()
                ? Map.of()
                : list("id in ?1", numbers).stream().collect(Collectors.toMap(ChatGroup::id, Function.identity()));
    }

    /** Groups by conversation, after one. */
    List<ChatGroup> byConversation(long after, int limit) {
        return find("conversationId > ?1 order by conversationId", after)
                .page(0, limit)
                .list();
    }

    /** The group that a conversation belongs to. */
    Optional<Id> ofConversation(Id conversation) {
        return getEntityManager()
                .createQuery("select g.id from ChatGroup g where g.conversationId = :id", Long.class)
                .setParameter("id", conversation.value())
                .getResultStream()
                .findFirst()
                .map(Id::of);
    }
}
