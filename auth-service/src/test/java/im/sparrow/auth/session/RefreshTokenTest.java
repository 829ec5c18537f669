package im.sparrow.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
    private static final SecretKeySpec OTHER = new SecretKeySpec("another key of thirty-two bytes!".getBytes(), "AES");
    private static final byte[] SALT = {1, 2, 3};
    private static final Id SID = Id.of(7_000_000_000_000_000_001L);

    @Test
    void says_its_session_and_generation_and_is_proven() {
        var read = RefreshToken.read(RefreshToken.of(KEY, SID, 3, SALT)).orElseThrow();

        assertThat(read.sid()).isEqualTo(SID);
        assertThat(read.generation()).isEqualTo(3);
        assertThat(read.provenBy(KEY, SALT)).isTrue();
    }

    @Test
    void the_same_generation_has_the_same_token_and_each_other_another() {
        assertThat(RefreshToken.of(KEY, SID, 3, SALT))
                .isEqualTo(RefreshToken.of(KEY, SID, 3, SALT))
                .isNotEqualTo(RefreshToken.of(KEY, SID, 4, SALT))
                .isNotEqualTo(RefreshToken.of(KEY, SID, 3, new byte[] {1, 2, 4}))
                .isNotEqualTo(RefreshToken.of(OTHER, SID, 3, SALT))
                .hasSize(59);
    }

    @Test
    void is_not_proven_by_another_key_or_salt() {
        var read = RefreshToken.read(RefreshToken.of(KEY, SID, 3, SALT)).orElseThrow();

        assertThat(read.provenBy(OTHER, SALT)).isFalse();
        assertThat(read.provenBy(KEY, new byte[] {1})).isFalse();
    }

    @Test
    void a_raised_generation_is_not_proven() {
        byte[] bytes = Base64.getUrlDecoder().decode(RefreshToken.of(KEY, SID, 3, SALT));
        bytes[11]++;
        var read = RefreshToken.read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .orElseThrow();

        assertThat(read.generation()).isEqualTo(4);
        assertThat(read.provenBy(KEY, SALT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "__________________________________________________________8",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."
            })
    void anything_else_is_none(String text) {
        assertThat(RefreshToken.read(text)).isEmpty();
    }
}
