package im.sparrow.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "9007199254740993", "9223372036854775807"})
    void reads_and_writes_its_decimal_form(String text) {
        assertThat(Id.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", "1.0", " 1", "9223372036854775808", "99999999999999999999", "١"})
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> Id.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an id is 1 to 19 decimal digits without a leading zero");
    }
}
