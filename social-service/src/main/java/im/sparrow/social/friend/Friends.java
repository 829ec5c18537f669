package im.sparrow.social.friend;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.database.Transactions;
import im.sparrow.social.SocialConfig;
import im.sparrow.social.contact.Area;
import im.sparrow.social.contact.ContactChange;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.contact.People;
import im.sparrow.social.conversation.Conversation;
import im.sparrow.social.conversation.ConversationLog;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is whose friend: begins, ends, lists. */
@Singleton
public class Friends {

    /** What the log answers a sender who is no friend any more. */
    private static final String NOT_FRIENDS = Problem.NOT_FRIENDS.code();

    private final FriendshipRepository friendships;
    private final ConversationLog conversations;
    private final ContactLog contacts;
    private final People people;
    private final Ids ids;
    private final InstantSource clock;
    private final SocialConfig config;

    Friends(
            FriendshipRepository friendships,
            ConversationLog conversations,
            ContactLog contacts,
            People people,
            Ids ids,
            InstantSource clock,
            SocialConfig config) {
        this.friendships = friendships;
        this.conversations = conversations;
        this.contacts = contacts;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /** The pair's row, locked until the transaction ends; made when the two never met. */
    public Friendship locked(Pair pair) {
        return friendships.locked(pair).orElseGet(() -> friendships.made(pair, ids.next()));
    }

    /**
     * Makes two people friends, in the transaction that has their row locked: they may send from now on.
     *
     * @return the changes of both, for the caller to note with his own
     * @throws Refused {@code too_large} when one of them has all the friends he may have
     */
    public List<ContactChange> begin(Friendship friendship, Id actor) {
        Pair pair = friendship.pair();
        for (Id user : List.of(pair.low(), pair.high())) {
            if (friendships.countOf(user) >= config.friends()) {
                throw new Refused(Problem.TOO_LARGE, "One of the two has " + config.friends() + " friends already.");
            }
        }
        friendship.begin(clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!friendship.told()) {
            conversations.describe(
                    Conversation.direct(friendship.conversationId()), friendship.nextVersion(), actor, Cause.SILENT);
        }
        tellBoth(friendship, actor, Cause.FRIENDS_NOW, null);
        return changes(pair, false);
    }

    /** Makes two people friends who need not ask: those of the demo. Nothing happens when they are. */
    public void befriend(Id one, Id other) {
        Transactions.retried(() -> {
            Friendship friendship = locked(Pair.of(one, other));
            if (!friendship.areFriends()) {
                contacts.note(begin(friendship, one));
            }
        });
    }

    /**
     * Ends a friendship: neither may send any more, the conversation stays readable.
     *
     * @throws Refused {@code not_found} when they are not friends
     */
    public void end(Id me, Id other) {
        if (me.equals(other)) {
            throw Refused.notFound();
        }
        Transactions.retried(() -> {
            Friendship friendship = friendships
                    .locked(Pair.of(me, other))
                    .filter(Friendship::areFriends)
                    .orElseThrow(Refused::notFound);
            friendship.end();
            tellBoth(friendship, me, Cause.SILENT, NOT_FRIENDS);
            contacts.note(changes(friendship.pair(), true));
        });
    }

    /** My friends by id, a page of them. */
    public Page<FriendView> list(Id me, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : Keyset.number(cursor);
        List<Friendship> rows = friendships.after(me, after, limit + 1).stream()
                .sorted(Comparator.comparing(row -> row.pair().other(me)))
                .limit(limit + 1L)
                .toList();
        List<FriendView> shown = shown(me, rows.subList(0, Math.min(limit, rows.size())));
        return new Page<>(
                shown,
                rows.size() > limit ? Keyset.after(shown.getLast().userId().value()) : null);
    }

    /** My rows with these people as views; whoever is no friend is {@code gone}. */
    public List<FriendView> with(Id me, Collection<Id> others) {
        return shown(me, friendships.with(me, others));
    }

    /** Those of these people who are my friends. */
    public Set<Id> among(Id me, Collection<Id> others) {
        return friendships.with(me, others).stream()
                .filter(Friendship::areFriends)
                .map(row -> row.pair().other(me))
                .collect(Collectors.toSet());
    }

    /** The conversations of pairs whose log has heard of them, by id, after one. */
    public List<ConversationRecord> conversationsAfter(long id, int limit) {
        return friendships.toldAfter(id, limit).stream()
                .map(row -> new ConversationRecord(
                        row.conversationId(),
                        ConversationKind.DIRECT,
                        null,
                        null,
                        ConversationState.OPEN,
                        row.pair().both().stream()
                                .map(user -> new ConversationRecord.Member(user, MemberRole.MEMBER, row.areFriends()))
                                .toList()))
                .toList();
    }

    /** Tells a pair's log again what stands. Nothing happens when the conversation is no pair's. */
    public void tellAgain(Id conversation, List<Id> strangers) {
        Transactions.retried(() -> friendships
                .pairOf(conversation)
                .flatMap(friendships::locked)
                .filter(Friendship::told)
                .ifPresent(friendship -> {
                    conversations.describe(
                            Conversation.direct(conversation), friendship.nextVersion(), null, Cause.SILENT);
                    long version = friendship.nextVersion();
                    String reason = friendship.areFriends() ? null : NOT_FRIENDS;
                    Pair pair = friendship.pair();
                    // Who was lost sees all of it again: it was theirs from the first message on.
                    Stream<MemberChange> members = pair.both().stream()
                            .map(user -> new MemberChange(
                                    user, MemberRole.MEMBER, null, reason == null, reason, true, false, version));
                    Stream<MemberChange> gone = strangers.stream()
                            .filter(user -> !pair.both().contains(user))
                            .map(user -> ConversationLog.stranger(user, version));
                    conversations.change(
                            conversation,
                            version,
                            null,
                            Cause.SILENT,
                            Stream.concat(members, gone).toList());
                }));
    }

    private List<FriendView> shown(Id me, List<Friendship> rows) {
        var person = people.shown(rows.stream().map(row -> row.pair().other(me)).toList());
        return rows.stream()
                .map(row -> FriendView.of(row, person.apply(row.pair().other(me))))
                .toList();
    }

    private void tellBoth(Friendship friendship, Id actor, Cause cause, @Nullable String reason) {
        long version = friendship.nextVersion();
        List<MemberChange> members = friendship.pair().both().stream()
                .map(user ->
                        new MemberChange(user, MemberRole.MEMBER, null, reason == null, reason, false, false, version))
                .toList();
        conversations.change(friendship.conversationId(), version, actor, cause, members);
    }

    private static List<ContactChange> changes(Pair pair, boolean gone) {
        return List.of(
                new ContactChange(pair.low(), Area.FRIENDS, pair.high(), gone),
                new ContactChange(pair.high(), Area.FRIENDS, pair.low(), gone));
    }
}
