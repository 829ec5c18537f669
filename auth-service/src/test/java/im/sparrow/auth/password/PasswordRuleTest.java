package im.sparrow.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    correct horse battery | true
                    seven77               | false
                    eight xy              | true
                    👍👍👍👍👍👍👍       | false
                    👍👍👍👍👍👍👍👍     | true
                    密码密码密码密码      | true
                    password              | false
                    PassWord              | false
                    12345678              | false
                    football              | false
                    trustno1              | false
                    margaret.hale         | false
                    MARGARET.HALE         | false
                    margaret.hale7        | false
                    margaret.hale lives   | true
                    sparrow1              | false
                    Sparrow2026!          | false
                    a sparrow in the hand | true
                    '        '            | true
                    """)
    void long_enough_and_none_that_is_tried_first(String password, boolean good) {
        assertThat(PasswordRule.errors("/password", password, "margaret.hale").isEmpty())
                .isEqualTo(good);
    }

    @Test
    void at_most_a_hundred_and_twenty_eight_characters() {
        assertThat(PasswordRule.errors("/p", "好".repeat(128), "")).isEmpty();
        assertThat(PasswordRule.errors("/p", "好".repeat(129), "")).hasSize(1);
        assertThat(PasswordRule.errors("/p", null, "")).hasSize(1);
    }

    @Test
    void the_list_is_long_enough_to_matter() {
        assertThat(FirstGuesses.count()).isBetween(3_000, 100_000);
    }
}
