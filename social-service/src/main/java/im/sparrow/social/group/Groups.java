package im.sparrow.social.group;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Answered;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.database.Ids;
import im.sparrow.social.SocialConfig;
import im.sparrow.social.contact.Area;
import im.sparrow.social.contact.ContactChange;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.conversation.ConversationLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups: makes them, and shows them to whoever is in them. */
@Singleton
public class Groups {

    private final GroupRepository groups;
    private final MemberRepository members;
    private final Newcomers newcomers;
    private final ConversationLog conversations;
    private final ContactLog contacts;
    private final IdempotencyKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final SocialConfig config;

    Groups(
            GroupRepository groups,
            MemberRepository members,
            Newcomers newcomers,
            ConversationLog conversations,
            ContactLog contacts,
            IdempotencyKeys keys,
            Ids ids,
            InstantSource clock,
            SocialConfig config) {
        this.groups = groups;
        this.members = members;
        this.newcomers = newcomers;
        this.conversations = conversations;
        this.contacts = contacts;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Makes a group with the caller as its owner.
     *
     * @throws Refused {@code invalid_body} that names whoever cannot be added, {@code too_large} when the caller is in
     *     too many groups or too many would be in this one
     */
    public Answered<GroupView> create(CreatingRequest request, CreateGroup wanted) {
        Set<Id> others = newcomers.known(wanted.memberIds(), "memberIds");
        others.remove(request.userId());
        if (others.size() + 1 > config.groupMembers()) {
            throw new Refused(Problem.TOO_LARGE, "A group has at most " + config.groupMembers() + " members.");
        }
        return keys.once(request, GroupView.class, () -> created(request.userId(), others, wanted));
    }

    private GroupView created(Id me, Set<Id> others, CreateGroup wanted) {
        if (!members.full(List.of(me), config.groups()).isEmpty()) {
            throw new Refused(Problem.TOO_LARGE, "You are in " + config.groups() + " groups already.");
        }
        newcomers.haveRoom(others, wanted.memberIds(), "memberIds");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var group = new ChatGroup(ids.next(), ids.next(), wanted, me, now);
        groups.persist(group);
        conversations.describe(group.conversation(), group.nextVersion(), me, Cause.SILENT);

        var owner = new GroupMember(MemberKey.of(group.id(), me), MemberRole.OWNER, now);
        List<GroupMember> all = new ArrayList<>(List.of(owner));
        others.forEach(user -> all.add(new GroupMember(MemberKey.of(group.id(), user), MemberRole.MEMBER, now)));
        tellInChunks(group, me, all);
        members.persist(all);
        group.grow(all.size());
        contacts.note(all.stream()
                .map(member -> new ContactChange(member.userId(), Area.GROUPS, group.id(), false))
                .toList());
        return GroupView.of(group, owner);
    }

    /** The first chunk, with the owner in it, tells that the group was made; a second one that members came. */
    private void tellInChunks(ChatGroup group, Id actor, List<GroupMember> all) {
        for (int from = 0; from < all.size(); from += Bounds.APPLY_MEMBERS_MAX) {
            List<GroupMember> chunk = all.subList(from, Math.min(all.size(), from + Bounds.APPLY_MEMBERS_MAX));
            long version = group.nextVersion();
            conversations.change(
                    group.conversationId(),
                    version,
                    actor,
                    from == 0 ? Cause.GROUP_CREATED : Cause.MEMBERS_ADDED,
                    chunk.stream().map(member -> member.told(version)).toList());
        }
    }

    /** The groups I am in, by id, a page of them. */
    public Page<GroupView> list(Id me, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : Keyset.number(cursor);
        List<GroupMember> mine = members.mine(me, after, limit + 1);
        List<GroupView> page = shown(mine.subList(0, Math.min(limit, mine.size())));
        return new Page<>(
                page, mine.size() > limit ? Keyset.after(page.getLast().id()) : null);
    }

    /** Those of these groups that I am in, or was in: the latter are {@code gone}. */
    public List<GroupView> of(Id me, Collection<Id> ids) {
        return shown(members.mine(me, ids));
    }

    /**
     * A group that I am in.
     *
     * @throws Refused {@code not_found} when there is none
     */
    public GroupView readableBy(Id me, Id id) {
        GroupMember mine = members.present(id, me).orElseThrow(Refused::notFound);
        return groups.findByIdOptional(id.value())
                .map(group -> GroupView.of(group, mine))
                .orElseThrow(Refused::notFound);
    }

    private List<GroupView> shown(List<GroupMember> mine) {
        Map<Id, ChatGroup> known =
                groups.of(mine.stream().map(GroupMember::groupId).toList());
        return mine.stream()
                .map(member -> GroupView.of(Objects.requireNonNull(known.get(member.groupId())), member))
                .toList();
    }
}
