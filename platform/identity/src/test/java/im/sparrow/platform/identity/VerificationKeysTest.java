package im.sparrow.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.testing.TestTokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerificationKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable String published = TestTokens.jwks();
    private final VerificationKeys keys = new VerificationKeys(this::answer);

    @AfterEach
    void stop() {
        keys.stop(new ShutdownEvent());
    }

    @Test
    void are_asked_for_at_start_and_not_again_for_each_token() {
        keys.start(new StartupEvent());
        await().until(keys::known);

        IntStream.range(0, 100).forEach(i -> assertThat(keys.find("test-key")).isPresent());

        assertThat(asked).hasValue(1);
    }

    @Test
    void are_asked_for_until_they_come() {
        published = null;
        keys.start(new StartupEvent());
        await().until(() -> asked.get() >= 2);
        assertThat(keys.known()).isFalse();

        published = TestTokens.jwks();

        await().until(keys::known);
    }

    @Test
    void made_up_names_ask_at_most_once_in_a_while() {
        keys.start(new StartupEvent());
        await().until(keys::known);

        IntStream.range(0, 100)
                .forEach(i -> assertThat(keys.find("made-up-" + i)).isEmpty());

        assertThat(asked).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void stay_in_use_while_their_owner_is_away_or_answers_nothing() {
        keys.start(new StartupEvent());
        await().until(keys::known);
        published = "{\"keys\":[]}";

        await().pollInterval(VerificationKeys.PAUSE.plusMillis(200)).until(() -> {
            assertThat(keys.find("unknown")).isEmpty();
            return asked.get() >= 2;
        });

        assertThat(keys.find("test-key")).isPresent();
    }

    @Test
    void a_new_name_is_asked_for_and_found() {
        published = "{\"keys\":[]}";
        keys.start(new StartupEvent());
        await().until(() -> asked.get() >= 1);
        published = TestTokens.jwks();

        assertThat(keys.find("test-key")).isPresent();
    }

    private String answer() throws IOException {
        asked.incrementAndGet();
        String document = published;
        if (document == null) {
            throw new IOException("away");
        }
        return document;
    }
}
