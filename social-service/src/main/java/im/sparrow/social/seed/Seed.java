package im.sparrow.social.seed;

import im.sparrow.contracts.Id;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.Transactions;
import im.sparrow.platform.readmodel.KnownAccount;
import im.sparrow.platform.readmodel.KnownAccounts;
import im.sparrow.social.friend.Friends;
import im.sparrow.social.group.CreateGroup;
import im.sparrow.social.group.Groups;
import im.sparrow.social.request.AskFriend;
import im.sparrow.social.request.FriendRequests;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the friends, requests and groups of the demo, once. */
@Singleton
class Seed {

    private static final Logger LOG = Logger.getLogger(Seed.class);
    private static final String NAME = "demo";
    private static final String LOCAL = "local";

    private final KnownAccounts accounts;
    private final Friends friends;
    private final FriendRequests requests;
    private final Groups groups;
    private final EntityManager entities;
    private final InstantSource clock;
    private volatile boolean done;

    Seed(
            @ConfigProperty(name = "sparrow.mode", defaultValue = "production") String mode,
            KnownAccounts accounts,
            Friends friends,
            FriendRequests requests,
            Groups groups,
            EntityManager entities,
            InstantSource clock) {
        this.accounts = accounts;
        this.friends = friends;
        this.requests = requests;
        this.groups = groups;
        this.entities = entities;
        this.clock = clock;
        this.done = !LOCAL.equals(mode);
    }

    /** Looks every second until the people of the demo are known here, then never again. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!done) {
            done = once();
        }
    }

    /** Seeds unless the mark is there; answers whether there is nothing left to do. */
    boolean once() {
        if (Transactions.retried(() -> entities.find(SeedMark.class, NAME) != null)) {
            return true;
        }
        Map<String, Id> ids = accounts.findByUsername(DemoContacts.people()).values().stream()
                .collect(Collectors.toMap(KnownAccount::username, KnownAccount::id));
        if (!ids.keySet().containsAll(DemoContacts.people())) {
            return false;
        }
        Transactions.retried(() -> {
            entities.persist(new SeedMark(NAME, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            entities.flush();
            sow(name -> Objects.requireNonNull(ids.get(name)));
        });
        LOG.info("made the friends, requests and groups of the demo");
        return true;
    }

    private void sow(Function<String, Id> ids) {
        Id user = ids.apply(DemoContacts.USER);
        DemoContacts.friends().forEach(name -> friends.befriend(user, ids.apply(name)));
        for (String name : DemoContacts.ASKING) {
            var wanted = new AskFriend(user, null);
            requests.ask(request(ids.apply(name), wanted), wanted);
        }
        List<Id> members = DemoContacts.groupMembers().stream().map(ids).toList();
        for (String name : DemoContacts.GROUPS) {
            var wanted = new CreateGroup(name, members, null, DemoContacts.INTRODUCTION);
            groups.create(request(user, wanted), wanted);
        }
    }

    private static CreatingRequest request(Id user, Object wanted) {
        return new CreatingRequest(user, "seed", null, wanted);
    }
}
