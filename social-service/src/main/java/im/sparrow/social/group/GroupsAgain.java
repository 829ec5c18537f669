package im.sparrow.social.group;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.platform.database.Transactions;
import im.sparrow.social.conversation.ConversationLog;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what stands of groups, and tells their logs again when they have lost it. Decides nothing. */
@Singleton
public class GroupsAgain {

    private final GroupRepository groups;
    private final MemberRepository members;
    private final ConversationLog conversations;

    GroupsAgain(GroupRepository groups, MemberRepository members, ConversationLog conversations) {
        this.groups = groups;
        this.members = members;
        this.conversations = conversations;
    }

    /** The conversations of groups by id, after one: two queries. */
    public List<ConversationRecord> conversationsAfter(long id, int limit) {
        List<ChatGroup> some = groups.byConversation(id, limit);
        Map<Id, List<ConversationRecord.Member>> people =
                members
                        .presentIn(some.stream()
                                .filter(ChatGroup::open)
                                .map(ChatGroup::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                GroupMember::groupId,
                                Collectors.mapping(
                                        row -> new ConversationRecord.Member(row.userId(), row.role(), true),
                                        Collectors.toList())));
        return some.stream()
                .map(group -> {
                    var described = group.conversation();
                    return new ConversationRecord(
                            described.id(),
                            ConversationKind.GROUP,
                            described.title(),
                            described.photo(),
                            described.state(),
                            people.getOrDefault(group.id(), List.of()));
                })
                .toList();
    }

    /** Tells a group's log again; false when the conversation is no group's. */
    public boolean tell(Id conversation, List<Id> strangers) {
        return Transactions.retried(() -> {
            Optional<ChatGroup> group = groups.ofConversation(conversation).flatMap(groups::locked);
            group.ifPresent(known -> tell(known, strangers));
            return group.isPresent();
        });
    }

    private void tell(ChatGroup group, List<Id> strangers) {
        conversations.describe(group.conversation(), group.nextVersion(), null, Cause.SILENT);
        if (!group.open()) {
            return;
        }
        List<GroupMember> rows = members.ever(group.id());
        Set<Id> unknown = new HashSet<>(strangers);
        rows.forEach(row -> unknown.remove(row.userId()));
        for (int from = 0; from < rows.size(); from += Bounds.APPLY_MEMBERS_MAX) {
            long version = group.nextVersion();
            List<MemberChange> some =
                    rows.subList(from, Math.min(rows.size(), from + Bounds.APPLY_MEMBERS_MAX)).stream()
                            .map(row -> row.told(version))
                            .toList();
            conversations.change(group.conversationId(), version, null, Cause.SILENT, some);
        }
        var left = new ArrayList<>(unknown);
        if (!left.isEmpty()) {
            long version = group.nextVersion();
            conversations.change(
                    group.conversationId(),
                    version,
                    null,
                    Cause.SILENT,
                    left.stream()
                            .limit(Bounds.APPLY_MEMBERS_MAX)
                            .map(user -> ConversationLog.stranger(user, version))
                            .toList());
        }
    }
}
