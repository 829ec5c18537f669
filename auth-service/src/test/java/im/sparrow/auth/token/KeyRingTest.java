package im.sparrow.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.auth.token.KeyRing.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    /** A key is written as its name and the second from which it signs; the overlap is 10, the greatest age 100. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a0        |   0 | a | ''  | false
                    a0        |  99 | a | ''  | false
                    a0        | 100 | a | ''  | true
                    a0 b105   | 100 | a | ''  | false
                    a0 b105   | 105 | b | ''  | false
                    a0 b105   | 114 | b | ''  | false
                    a0 b105   | 115 | b | a   | false
                    a0 b5 c9  |  12 | c | ''  | false
                    a0 b5 c9  |  16 | c | a   | false
                    a0 b5 c9  |  20 | c | a b | false
                    a50       |  10 | a | ''  | false
                    """)
    void one_signs_and_an_old_one_stays_until_nothing_it_signed_is_alive(
            String keys, long now, String signer, String gone, boolean due) {
        var ring = Stream.of(keys.split(" "))
                .map(key -> new Key(key.substring(0, 1), Instant.ofEpochSecond(Long.parseLong(key.substring(1)))))
                .toList();
        Instant at = Instant.ofEpochSecond(now);

        assertThat(KeyRing.signer(ring, at).map(Key::kid)).contains(signer);
        assertThat(names(KeyRing.gone(ring, at, Duration.ofSeconds(10)))).isEqualTo(gone);
        assertThat(KeyRing.due(ring, at, Duration.ofSeconds(100))).isEqualTo(due);
    }

    private static String names(List<Key> keys) {
        return keys.stream().map(Key::kid).sorted().collect(Collectors.joining(" "));
    }
}
