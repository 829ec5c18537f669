package im.sparrow.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.platform.core.Refused;
import im.sparrow.testing.TestTokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final VerificationKeys keys = new VerificationKeys(TestTokens::jwks);
    private final RevocationList revocations = new RevocationList();
    private final TokenVerifier verifier = new TokenVerifier(keys, revocations, InstantSource.fixed(NOW));

    @BeforeEach
    void start() {
        keys.start(new StartupEvent());
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(keys::known);
    }

    @AfterEach
    void stop() {
        keys.stop(new ShutdownEvent());
    }

    @Test
    void a_persons_token_says_who_and_what_he_may() {
        Caller caller = verifier.verify(
                AttackTokens.good(NOW).until(NOW.plusSeconds(60)).sign());

        assertThat(caller.userId()).isEqualTo(Id.of(7));
        assertThat(caller.sid()).isEqualTo(Id.of(7));
        assertThat(caller.ver()).isEqualTo(1);
        assertThat(caller.rv()).isEqualTo(1);
        assertThat(caller.roleIds()).containsExactly(Id.of(2));
        assertThat(caller.rights()).isEqualTo(Set.of("login", "profile", "contact", "speak"));
        assertThat(caller.may("speak")).isTrue();
        assertThat(caller.may("admin")).isFalse();
        assertThat(caller.until()).contains(NOW.plusSeconds(60));
        assertThat(caller.expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(caller.service()).isEmpty();
        assertThat(caller).hasToString("user 7");
    }

    @Test
    void a_services_token_says_which_and_is_no_person() {
        String token = TestTokens.service("gateway")
                .issued(NOW)
                .expires(NOW.plusSeconds(300))
                .sign();

        Caller caller = verifier.verify(token);

        assertThat(caller.service()).contains("gateway");
        assertThat(caller.rights()).containsExactly("service.gateway");
        assertThat(caller).hasToString("service gateway");
        assertThatThrownBy(caller::userId)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.RIGHT_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("im.sparrow.platform.identity.AttackTokens#all")
    void anything_that_is_not_wholly_ours_is_refused(String what, String token) {
        assertThat(problem(token)).isEqualTo(Problem.TOKEN_INVALID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("im.sparrow.platform.identity.AttackTokens#all")
    void a_good_token_before_it_helps_no_attack(String what, String token) {
        assertThat(outcome(AttackTokens.good(NOW).sign())).isEmpty();

        assertThat(problem(token)).isEqualTo(Problem.TOKEN_INVALID);
        assertThat(problem(token)).isEqualTo(Problem.TOKEN_INVALID);
    }

    @Test
    void a_token_that_comes_again_is_checked_again_but_for_its_signature() {
        var now = new AtomicReference<>(NOW);
        var again = new TokenVerifier(keys, revocations, now::get);
        String token = AttackTokens.good(NOW).sign();
        assertThat(again.verify(token).rights()).isEqualTo(again.verify(token).rights());

        now.set(NOW.plusSeconds(606));
        assertThatThrownBy(() -> again.verify(token))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.TOKEN_EXPIRED));

        now.set(NOW);
        revocations.apply(new Revocation.UserChanged(Id.of(7), 2, false), NOW);
        assertThatThrownBy(() -> again.verify(token))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.TOKEN_STALE));
    }

    @Test
    void a_signature_is_known_while_its_own_key_is_published() throws GeneralSecurityException {
        var signatures = new KnownSignatures(keys);
        Key published = keys.find("test-key").orElseThrow();
        Key other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();

        signatures.good("signed", "test-key", published);
        signatures.good("under a withdrawn key", "gone", published);
        signatures.good("under another key of the name", "test-key", other);

        assertThat(signatures.known("signed")).isTrue();
        assertThat(signatures.known("unheard")).isFalse();
        assertThat(signatures.known("under a withdrawn key")).isFalse();
        assertThat(signatures.known("under another key of the name")).isFalse();
    }

    @Test
    void the_oldest_signatures_are_forgotten_first() {
        var signatures = new KnownSignatures(keys);
        Key published = keys.find("test-key").orElseThrow();

        IntStream.rangeClosed(0, KnownSignatures.MAX)
                .forEach(i -> signatures.good("token " + i, "test-key", published));

        assertThat(signatures.size()).isEqualTo(KnownSignatures.MAX);
        assertThat(signatures.known("token 0")).isFalse();
        assertThat(signatures.known("token 1")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-600, 0, ''", "-600, -4, ''", "-600, -5, TOKEN_EXPIRED", "0, 600, ''", "4, 600, ''"})
    void time_is_kept_to_five_seconds(long issued, long expires, String expected) {
        String token = AttackTokens.good(NOW)
                .issued(NOW.plusSeconds(issued))
                .expires(NOW.plusSeconds(expires))
                .sign();

        Problem wanted = expected.isEmpty() ? null : Problem.valueOf(expected);
        assertThat(outcome(token)).isEqualTo(Optional.ofNullable(wanted));
    }

    @Test
    void a_token_from_before_a_change_is_stale_and_one_from_after_it_good() {
        revocations.apply(new Revocation.UserChanged(Id.of(7), 2, false), NOW);

        assertThat(problem(AttackTokens.good(NOW).sign())).isEqualTo(Problem.TOKEN_STALE);
        assertThat(outcome(AttackTokens.good(NOW).versions(2, 1).sign())).isEmpty();
    }

    @Test
    void a_token_of_an_ended_session_is_stale() {
        revocations.apply(new Revocation.SessionRevoked(Id.of(7), Id.of(7)), NOW);

        assertThat(problem(AttackTokens.good(NOW).versions(9, 9).sign())).isEqualTo(Problem.TOKEN_STALE);
    }

    @Test
    void while_no_key_is_known_nothing_can_be_said() {
        var none = new VerificationKeys(() -> {
            throw new IOException("away");
        });
        none.start(new StartupEvent());
        var early = new TokenVerifier(none, revocations, InstantSource.fixed(NOW));
        try {
            assertThatThrownBy(() -> early.verify(AttackTokens.good(NOW).sign()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE));
        } finally {
            none.stop(new ShutdownEvent());
        }
    }

    @Test
    void before_all_that_was_revoked_is_known_no_person_is_let_in() {
        var whole = new AtomicBoolean();
        var started = new RevocationList(whole::get);
        var early = new TokenVerifier(keys, started, InstantSource.fixed(NOW));
        String good = AttackTokens.good(NOW).sign();

        assertThatThrownBy(() -> early.verify(good))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE));
        whole.set(true);
        assertThat(early.verify(good).userId()).isEqualTo(Id.of(7));
    }

    private Problem problem(String token) {
        return outcome(token).orElseThrow(() -> new AssertionError("it was taken"));
    }

    private Optional<Problem> outcome(String token) {
        try {
            verifier.verify(token);
            return Optional.empty();
        } catch (Refused refused) {
            assertThat(token.length() < 20 || !refused.detail().contains(token)).isTrue();
            return Optional.of(refused.problem());
        }
    }
}
