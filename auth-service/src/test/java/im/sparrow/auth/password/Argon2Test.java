package im.sparrow.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {

    /** From the test of the reference implementation. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private static final byte[] SALT = "sixteen bytes ok".getBytes();

    @Test
    void agrees_with_the_reference_implementation() {
        assertThat(Argon2.read(REFERENCE).matches("password")).isTrue();
        assertThat(Argon2.read(REFERENCE).matches("passwore")).isFalse();
        assertThat(Argon2.read(REFERENCE)).hasToString(REFERENCE);
    }

    @Test
    void says_its_costs_and_is_read_back() {
        var text = Argon2.of("好密码👍", SALT, 19_456, 2).toString();

        assertThat(text).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.read(text).matches("好密码👍")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // composed and decomposed e with acute
        "caf\u00e9, cafe\u0301, true",
        "caf\u00e9, cafe, false",
        "' lead', lead, false",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1,"
                + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2, false"
    })
    void one_password_in_all_its_spellings_and_no_other(String set, String typed, boolean matches) {
        assertThat(Argon2.of(set, SALT, 19_456, 2).matches(typed)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=1,t=1,p=1$c29tZXNhbHQ$AAAAAAAAAAAA"
            })
    void anything_else_is_refused_without_repeating_it(String stored) {
        assertThatThrownBy(() -> Argon2.read(stored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an Argon2id hash");
    }
}
