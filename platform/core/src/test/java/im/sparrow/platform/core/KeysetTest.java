package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetTest {

    @Test
    void gives_back_the_key_it_was_made_of() {
        assertThat(Keyset.read(Keyset.after("张三", 42L), 2)).containsExactly("张三", "42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "YWJj", "e30"})
    void anything_else_is_refused(String cursor) {
        assertThatThrownBy(() -> Keyset.read(cursor, 2))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID_BODY));
    }

    @Test
    void gives_back_the_one_number_it_was_made_of() {
        assertThat(Keyset.number(Keyset.after(42L))).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "9223372036854775808", "", "1.5"})
    void a_key_that_is_no_number_is_refused(String key) {
        var cursor = Keyset.after(key);

        assertThatThrownBy(() -> Keyset.number(cursor))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID_BODY));
    }
}
