package im.sparrow.social.request;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Answered;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.database.Transactions;
import im.sparrow.platform.readmodel.KnownAccounts;
import im.sparrow.social.SocialConfig;
import im.sparrow.social.contact.Area;
import im.sparrow.social.contact.ContactChange;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.contact.People;
import im.sparrow.social.friend.FriendView;
import im.sparrow.social.friend.Friends;
import im.sparrow.social.friend.Friendship;
import im.sparrow.social.friend.Pair;
import im.sparrow.social.request.RequestState.Decided;
import im.sparrow.social.request.RequestState.Pending;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Friend requests: who may ask, who may decide, once. */
@Singleton
public class FriendRequests {

    private static final int FORGET_ROWS = 500;

    private final FriendRequestRepository requests;
    private final Friends friends;
    private final KnownAccounts accounts;
    private final ContactLog contacts;
    private final People people;
    private final IdempotencyKeys keys;
    private final Ids ids;
    private final InstantSource clock;
    private final SocialConfig config;

    FriendRequests(
            FriendRequestRepository requests,
            Friends friends,
            KnownAccounts accounts,
            ContactLog contacts,
            People people,
            IdempotencyKeys keys,
            Ids ids,
            InstantSource clock,
            SocialConfig config) {
        this.requests = requests;
        this.friends = friends;
        this.accounts = accounts;
        this.contacts = contacts;
        this.people = people;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Asks somebody. Whom the caller has asked already is not asked again: the answer is the request that waits. Who has
     * asked the caller is a friend from now on.
     *
     * @throws Refused {@code not_found} for nobody or a deleted account, {@code conflict} for a friend, {@code busy} when
     *     too many requests of the caller wait
     */
    public Answered<FriendRequestView> ask(CreatingRequest request, AskFriend wanted) {
        Id me = request.userId();
        if (wanted.toUserId().equals(me)) {
            throw Refused.field("/toUserId", "is somebody else");
        }
        if (accounts.findActive(List.of(wanted.toUserId())).isEmpty()) {
            throw Refused.notFound();
        }
        return keys.once(request, FriendRequestView.class, () -> asked(me, wanted));
    }

    private FriendRequestView asked(Id me, AskFriend wanted) {
        Friendship pair = friends.locked(Pair.of(me, wanted.toUserId()));
        if (pair.areFriends()) {
            throw new Refused(Problem.CONFLICT, "You are friends already.");
        }
        Optional<Id> waiting = pair.pendingRequest();
        if (waiting.isEmpty()) {
            return view(made(me, wanted, pair), null);
        }
        FriendRequest request = requests.findById(waiting.get().value());
        if (request.from().equals(me)) {
            return view(request, null);
        }
        accept(request, new Pending(), pair);
        return view(request, pair.conversationId());
    }

    private FriendRequest made(Id me, AskFriend wanted, Friendship pair) {
        if (requests.pendingOf(me) >= config.pendingRequests()) {
            throw new Refused(
                    Problem.BUSY,
                    config.pendingRequests() + " of your requests wait for an answer; cancel some of them first.");
        }
        var made = new FriendRequest(
                ids.next(), me, wanted.toUserId(), wanted.words().orElse(null), now());
        requests.persist(made);
        pair.waitFor(made.id());
        contacts.note(changes(made, false));
        return made;
    }

    /**
     * Says yes; the two are friends. Said again, it is answered the same.
     *
     * @throws Refused {@code not_found} unless the caller is the addressee, {@code conflict} when it was decided otherwise
     */
    public FriendView accept(Id me, Id request) {
        Id other = Transactions.retried(() -> {
            FriendRequest seen = requests.to(me, request).orElseThrow(Refused::notFound);
            Friendship pair = friends.locked(seen.pair());
            FriendRequest locked = requests.fresh(seen);
            switch (locked.state()) {
                case Pending pending -> accept(locked, pending, pair);
                case Decided decided -> repeatedOrRefused(decided, Decided.ACCEPTED);
            }
            return locked.from();
        });
        return friends.with(me, List.of(other)).getFirst();
    }

    /** Says no. Said again, it is answered the same; otherwise as {@link #accept}. */
    public FriendRequestView reject(Id me, Id request) {
        return decide(() -> requests.to(me, request), Decided.REJECTED, Pending::reject);
    }

    /** Takes a request back: the sender alone, and as {@link #reject}. */
    public FriendRequestView cancel(Id me, Id request) {
        return decide(() -> requests.from(me, request), Decided.CANCELLED, Pending::cancel);
    }

    /** The requests to me or of mine, the newest first, a page of them. */
    public Page<FriendRequestView> list(Id me, Box box, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Keyset.number(cursor);
        List<FriendRequest> rows = switch (box) {
            case INCOMING -> requests.incoming(me, before, limit + 1);
            case OUTGOING -> requests.outgoing(me, before, limit + 1);
        };
        List<FriendRequestView> page = shown(rows.subList(0, Math.min(limit, rows.size())));
        return new Page<>(
                page, rows.size() > limit ? Keyset.after(page.getLast().id()) : null);
    }

    /** Those of these requests that are mine or to me. */
    public List<FriendRequestView> of(Id me, Collection<Id> ids) {
        return shown(requests.of(me, ids));
    }

    /** Deletes some of what was decided before a moment, in a transaction; answers whether there may be more. */
    public boolean forget(Instant before) {
        return requests.forget(before, FORGET_ROWS) == FORGET_ROWS;
    }

    private FriendRequestView decide(
            Supplier<Optional<FriendRequest>> mine, Decided wanted, Function<Pending, Decided> move) {
        return Transactions.retried(() -> {
            FriendRequest seen = mine.get().orElseThrow(Refused::notFound);
            Friendship pair = friends.locked(seen.pair());
            FriendRequest request = requests.fresh(seen);
            switch (request.state()) {
                case Pending pending -> {
                    request.become(move.apply(pending), now());
                    pair.waitNoMore();
                    contacts.note(changes(request, true));
                }
                case Decided decided -> repeatedOrRefused(decided, wanted);
            }
            return view(request, null);
        });
    }

    private void accept(FriendRequest request, Pending pending, Friendship pair) {
        request.become(pending.accept(), now());
        List<ContactChange> changes = new ArrayList<>(changes(request, true));
        changes.addAll(friends.begin(pair, request.to()));
        contacts.note(changes);
    }

    private static void repeatedOrRefused(Decided decided, Decided wanted) {
        if (decided != wanted) {
            throw new Refused(Problem.CONFLICT, "This request is " + decided.word() + " already.");
        }
    }

    private List<FriendRequestView> shown(List<FriendRequest> rows) {
        var person = people.shown(
                rows.stream().flatMap(row -> Stream.of(row.from(), row.to())).toList());
        return rows.stream().map(row -> FriendRequestView.of(row, person, null)).toList();
    }

    private FriendRequestView view(FriendRequest request, @Nullable Id conversation) {
        return FriendRequestView.of(request, people.shown(List.of(request.from(), request.to())), conversation);
    }

    private static List<ContactChange> changes(FriendRequest request, boolean over) {
        return List.of(
                new ContactChange(request.from(), Area.REQUESTS, request.id(), over),
                new ContactChange(request.to(), Area.REQUESTS, request.id(), over));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
