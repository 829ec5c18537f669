package im.sparrow.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedTest {

    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
    private static final byte[] LABEL = bytes("kid-1");
    private static final byte[] SECRET = bytes("a private key");

    @Test
    void is_opened_by_the_same_key_and_label() throws Exception {
        assertThat(Sealed.open(KEY, LABEL, Sealed.seal(KEY, LABEL, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void looks_different_each_time() {
        assertThat(Sealed.seal(KEY, LABEL, SECRET)).isNotEqualTo(Sealed.seal(KEY, LABEL, SECRET));
    }

    @Test
    void another_key_another_label_or_a_changed_byte_does_not_open_it() {
        byte[] sealed = Sealed.seal(KEY, LABEL, SECRET);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;
        var other = new SecretKeySpec(bytes("another key of thirty-two bytes!"), "AES");

        assertThatThrownBy(() -> Sealed.open(other, LABEL, sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Sealed.open(KEY, bytes("kid-2"), sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Sealed.open(KEY, LABEL, changed)).isInstanceOf(GeneralSecurityException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
