package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Transactions;
import im.sparrow.social.SocialConfig;
import im.sparrow.social.contact.Area;
import im.sparrow.social.contact.ContactChange;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.contact.People;
import im.sparrow.social.conversation.ConversationLog;
import im.sparrow.social.friend.Friends;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group: comes, is added, is removed, leaves.
 *
 * <p>Any member adds his own friends; the owner and the group's administrators add anybody. The owner removes anybody, an
 * administrator whoever is neither. An owner who leaves passes the group on to who has been in it longest; when the last
 * one leaves it is dissolved.
 */
@Singleton
public class GroupMembers {

    private final GroupRepository groups;
    private final MemberRepository members;
    private final Newcomers newcomers;
    private final Friends friends;
    private final ConversationLog conversations;
    private final ContactLog contacts;
    private final People people;
    private final InstantSource clock;
    private final SocialConfig config;

    GroupMembers(
            GroupRepository groups,
            MemberRepository members,
            Newcomers newcomers,
            Friends friends,
            ConversationLog conversations,
            ContactLog contacts,
            People people,
            InstantSource clock,
            SocialConfig config) {
        this.groups = groups;
        this.members = members;
        this.newcomers = newcomers;
        this.friends = friends;
        this.conversations = conversations;
        this.contacts = contacts;
        this.people = people;
        this.clock = clock;
        this.config = config;
    }

    /** The members of a group that I am in, by id, a page of them. */
    public Page<MemberView> list(Id me, Id group, @Nullable String cursor, int limit) {
        if (members.present(group, me).isEmpty()) {
            throw Refused.notFound();
        }
        long after = cursor == null ? 0 : Keyset.number(cursor);
        List<GroupMember> rows = members.after(group, after, limit + 1);
        List<MemberView> page = shown(rows.subList(0, Math.min(limit, rows.size())));
        return new Page<>(
                page, rows.size() > limit ? Keyset.after(page.getLast().userId()) : null);
    }

    /**
     * Adds people; whoever is in the group already stays as he is.
     *
     * @return the group's conversation and who was added
     * @throws Refused {@code not_found} unless the caller is a member; {@code not_friends} when a plain member adds
     *     somebody else than his friends; {@code invalid_body} that names whoever cannot be added; {@code too_large} when
     *     the group would have too many members
     */
    public Added add(Id me, Id id, AddMembers wanted) {
        Set<Id> users = newcomers.known(wanted.userIds(), "userIds");
        return Transactions.retried(() -> {
            ChatGroup group = lockedOpen(id);
            GroupMember mine = members.present(id, me).orElseThrow(Refused::notFound);
            users.remove(me);
            if (mine.role() == MemberRole.MEMBER && !friends.among(me, users).containsAll(users)) {
                throw new Refused(Problem.NOT_FRIENDS, "A plain member may add his own friends only.");
            }
            List<GroupMember> come = coming(group, users);
            if (!come.isEmpty()) {
                newcomers.haveRoom(come.stream().map(GroupMember::userId).toList(), wanted.userIds(), "userIds");
                if (group.memberCount() + come.size() > config.groupMembers()) {
                    throw new Refused(Problem.TOO_LARGE, "A group has at most " + config.groupMembers() + " members.");
                }
                members.persist(come);
                group.grow(come.size());
                tell(group, me, Cause.MEMBERS_ADDED, come);
                contacts.note(changes(group, come, false));
            }
            return new Added(group.conversationId(), shown(come));
        });
    }

    /** Who was added where. */
    public record Added(Id conversationId, List<MemberView> members) {}

    /**
     * Brings people into a group where everybody begins, in the caller's transaction and in the owner's name. Whoever is or
     * was in it stays as he is; where there is no room for all, the first come in.
     */
    public void bring(Id id, Collection<Id> users) {
        groups.locked(id).filter(ChatGroup::open).ifPresent(group -> {
            Set<Id> known = members.of(group.id(), users).stream()
                    .map(GroupMember::userId)
                    .collect(Collectors.toSet());
            members.full(users, config.groups()).forEach(full -> known.add(Id.of(full)));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<GroupMember> come = users.stream()
                    .filter(user -> !known.contains(user))
                    .limit(Math.max(0, config.groupMembers() - group.memberCount()))
                    .map(user -> new GroupMember(MemberKey.of(group.id(), user), MemberRole.MEMBER, now))
                    .toList();
            if (!come.isEmpty()) {
                members.persist(come);
                group.grow(come.size());
                tell(group, group.owner(), Cause.MEMBERS_JOINED, come);
                contacts.note(changes(group, come, false));
            }
        });
    }

    /** The oldest group that is open. */
    public Optional<Id> oldestOpen() {
        return groups.find("state = ?1 order by id", ConversationState.OPEN)
                .firstResultOptional()
                .map(ChatGroup::id);
    }

    private List<GroupMember> coming(ChatGroup group, Set<Id> users) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Id, GroupMember> known = new HashMap<>();
        members.of(group.id(), users).forEach(member -> known.put(member.userId(), member));
        List<GroupMember> come = new ArrayList<>();
        for (Id user : users) {
            GroupMember row = known.get(user);
            if (row == null) {
                come.add(new GroupMember(MemberKey.of(group.id(), user), MemberRole.MEMBER, now));
            } else if (row.gone()) {
                row.comeBack(now);
                come.add(row);
            }
        }
        return come;
    }

    /**
     * Removes a member, or lets the caller leave.
     *
     * @throws Refused {@code not_found} when the caller is no member, or the other is none; {@code right_missing} when the
     *     caller's place in the group is not high enough
     */
    public void remove(Id me, Id id, Id user) {
        Transactions.retried(() -> {
            ChatGroup group = lockedOpen(id);
            GroupMember mine = members.present(id, me).orElseThrow(Refused::notFound);
            if (user.equals(me)) {
                leave(group, mine);
                return;
            }
            GroupMember other = members.present(id, user).orElseThrow(Refused::notFound);
            if (!mayRemove(mine.role(), other.role())) {
                throw new Refused(
                        Problem.RIGHT_MISSING, "Only the group's owner, or an administrator of it, may do that.");
            }
            go(group, other, me, Cause.MEMBERS_REMOVED);
        });
    }

    /** The matrix of who removes whom; nobody removes the owner. */
    static boolean mayRemove(MemberRole actor, MemberRole other) {
        return switch (actor) {
            case OWNER -> other != MemberRole.OWNER;
            case ADMIN -> other == MemberRole.MEMBER;
            case MEMBER -> false;
        };
    }

    private void leave(ChatGroup group, GroupMember mine) {
        boolean owner = mine.role() == MemberRole.OWNER;
        Optional<GroupMember> heir = owner ? members.eldest(group.id(), mine.userId()) : Optional.empty();
        mine.leave();
        group.grow(-1);
        tell(group, mine.userId(), Cause.MEMBERS_LEFT, List.of(mine));
        List<ContactChange> changes = new ArrayList<>(changes(group, List.of(mine), true));
        heir.ifPresent(next -> {
            next.becomeOwner();
            group.passTo(next.userId());
            tell(group, mine.userId(), Cause.SILENT, List.of(next));
            changes.addAll(changes(group, List.of(next), false));
        });
        if (group.memberCount() == 0) {
            group.dissolve();
            conversations.describe(group.conversation(), group.nextVersion(), mine.userId(), Cause.GROUP_DISSOLVED);
        }
        contacts.note(changes);
    }

    private void go(ChatGroup group, GroupMember member, Id actor, Cause cause) {
        member.leave();
        group.grow(-1);
        tell(group, actor, cause, List.of(member));
        contacts.note(changes(group, List.of(member), true));
    }

    private void tell(ChatGroup group, Id actor, Cause cause, List<GroupMember> changed) {
        long version = group.nextVersion();
        conversations.change(
                group.conversationId(),
                version,
                actor,
                cause,
                changed.stream().map(member -> member.told(version)).toList());
    }

    private ChatGroup lockedOpen(Id id) {
        return groups.locked(id).filter(ChatGroup::open).orElseThrow(Refused::notFound);
    }

    private List<MemberView> shown(List<GroupMember> rows) {
        var person = people.shown(rows.stream().map(GroupMember::userId).toList());
        return rows.stream()
                .map(row -> MemberView.of(row, person.apply(row.userId())))
                .toList();
    }

    private static List<ContactChange> changes(ChatGroup group, List<GroupMember> concerned, boolean gone) {
        return concerned.stream()
                .map(member -> new ContactChange(member.userId(), Area.GROUPS, group.id(), gone))
                .toList();
    }
}
