package im.sparrow.auth.session;

import im.sparrow.auth.session.Session.End;
import im.sparrow.auth.token.MasterKey;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Sessions: opened, kept by rotation, ended; each end announced in its own transaction. */
@Singleton
public class Sessions {

    private static final int SALT_BYTES = 32;

    private final SessionRepository repository;
    private final SessionEvents events;
    private final SessionConfig config;
    private final Ids ids;
    private final InstantSource time;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Sessions(
            SessionRepository repository,
            SessionEvents events,
            SessionConfig config,
            Ids ids,
            InstantSource time,
            MasterKey master) {
        this.repository = repository;
        this.events = events;
        this.config = config;
        this.ids = ids;
        this.time = time;
        this.key = master.derive("refresh tokens");
    }

    /**
     * A session and the refresh token that keeps it.
     *
     * @param session the session
     * @param refreshToken its newest token; secret
     */
    public record Kept(Session session, String refreshToken) {}

    /** Opens a session; ends the oldest when the account has too many. */
    @Transactional(TxType.MANDATORY)
    public Kept open(Id accountId, Device device) {
        Instant now = now();
        List<Session> open = repository.open(accountId.value(), now, config.perAccount() + 1);
        open.stream().skip(config.perAccount() - 1L).forEach(session -> end(session, End.TOO_MANY));
        boolean isNew = !open.isEmpty() && !repository.knows(accountId.value(), device.id());
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var session = new Session(ids.next(), accountId, device, salt, now, config);
        repository.persist(session);
        if (!open.isEmpty()) {
            events.changed(accountId);
        }
        if (isNew) {
            events.newDevice(accountId);
        }
        return kept(session);
    }

    /** Whether an account has been logged in to on a device before. */
    @Transactional
    public boolean knows(Id accountId, String deviceId) {
        return repository.knows(accountId.value(), deviceId);
    }

    /** Whether a session of an account still is. */
    @Transactional
    public boolean isOpen(Id accountId, Id sid) {
        return repository
                .findByIdOptional(sid.value())
                .filter(session -> session.accountId().equals(accountId) && !session.over(now()))
                .isPresent();
    }

    /**
     * The session that a refresh token keeps, locked: parallel refreshes come one after the other. A reused token ends
     * it, which must be committed although it is refused.
     *
     * @throws Refused {@code token_invalid} when the token is not ours, was used before, or its session is over
     */
    @Transactional(value = TxType.MANDATORY, dontRollbackOn = Refused.class)
    public Presented present(String text) {
        RefreshToken token = RefreshToken.read(text).orElseThrow(Sessions::refused);
        Session session = repository
                .locked(token.sid().value())
                .filter(found -> token.provenBy(key, found.salt()))
                .orElseThrow(Sessions::refused);
        Rotation rotation = Rotation.decide(token.generation(), session.past(now()), now(), config.grace());
        return switch (rotation) {
            case ROTATE, REPEAT -> new Presented(session, rotation);
            case OVER -> throw refused();
            case REUSED -> {
                endAndTell(session, End.REUSED);
                throw refused();
            }
        };
    }

    /**
     * A session found by its refresh token; {@link Sessions#keep} goes on.
     *
     * @param session the locked session
     * @param rotation what is to be done
     */
    public record Presented(Session session, Rotation rotation) {}

    /** Gives the successor of a presented token, the same one for each repeat within the grace. */
    @Transactional(TxType.MANDATORY)
    public Kept keep(Presented presented) {
        if (presented.rotation() == Rotation.ROTATE) {
            presented.session().rotate(now(), config);
        }
        return kept(presented.session());
    }

    /** Ends a session of an account; false when it is none of his or has ended already. */
    @Transactional
    public boolean end(Id accountId, Id sid, End reason) {
        return repository
                .locked(sid.value())
                .filter(session -> session.accountId().equals(accountId) && !session.over(now()))
                .map(session -> endAndTell(session, reason))
                .isPresent();
    }

    /**
     * Ends every open session of an account but one; answers how many.
     *
     * @param kept the one that stays; null for none
     */
    @Transactional
    public int endAllBut(Id accountId, @Nullable Id kept, End reason) {
        List<Session> ended = repository.open(accountId.value(), now(), config.perAccount()).stream()
                .filter(session -> !session.id().equals(kept))
                .sorted(Comparator.comparing(Session::id))
                .toList();
        ended.forEach(session -> {
            // What the list said may be over by now: the lock and another look decide.
            repository.lockRow(session);
            if (!session.over(now())) {
                end(session, reason);
            }
        });
        if (!ended.isEmpty()) {
            events.changed(accountId);
        }
        return ended.size();
    }

    /** Ends the session that a refresh token keeps, whichever of its tokens it is; anything else is passed over. */
    @Transactional
    public void endBy(String refreshToken) {
        RefreshToken.read(refreshToken)
                .flatMap(token -> repository
                        .locked(token.sid().value())
                        .filter(session -> token.provenBy(key, session.salt()) && !session.over(now())))
                .ifPresent(session -> endAndTell(session, End.LOGGED_OUT));
    }

    /** The open ones of an account, the newest first; {@code asking} is marked. */
    @Transactional
    List<SessionView> of(Id accountId, @Nullable Id asking) {
        return repository.open(accountId.value(), now(), config.perAccount()).stream()
                .map(session -> SessionView.of(session, asking))
                .toList();
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        repository.forgetBefore(now().minus(config.remembered()));
    }

    private Session endAndTell(Session session, End reason) {
        events.changed(session.accountId());
        return end(session, reason);
    }

    private Session end(Session session, End reason) {
        session.end(reason, now());
        events.ended(session);
        return session;
    }

    private Kept kept(Session session) {
        return new Kept(session, RefreshToken.of(key, session.id(), session.generation(), session.salt()));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused refused() {
        return new Refused(Problem.TOKEN_INVALID, "This session is over; log in again.");
    }
}
