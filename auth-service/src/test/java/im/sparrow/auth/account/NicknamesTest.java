package im.sparrow.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"张三", "O'Brien", "مريم", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "a", " spaced out "})
    void any_writing_is_a_nickname(String text) {
        assertThat(Nicknames.valid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "a\nb",
                "a\u0000",
                "abc\u202exe",
                "\u2066x",
                "zero\u200bwidth",
                "\ud800",
                "a\u2028b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void what_hides_or_turns_text_is_none(String text) {
        assertThat(Nicknames.valid(text)).isFalse();
    }
}
