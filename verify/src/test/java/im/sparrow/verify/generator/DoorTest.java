package im.sparrow.verify.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "unavailable, true",
        "token_expired, true",
        "token_stale, true",
        "token_invalid, false",
        "unknown_conversation, false",
        "not_found, false",
        "right_missing, false",
        "'', false",
    })
    void only_what_says_nothing_of_the_conversation_is_asked_again(String code, boolean again) {
        assertThat(Door.Frame.saysNothing(code)).isEqualTo(again);
    }
}
