package im.sparrow.message.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    @ParameterizedTest(name = "{5} unread")
    @CsvSource({
        // countable at the end, at the mark, own in all, own at the mark, -> unread
        "0, 0, 0, 0, nothing said, 0",
        "5, 0, 0, 0, nothing read, 5",
        "5, 5, 2, 2, all read, 0",
        "9, 5, 3, 2, four after the mark and one of them mine, 3",
        "9, 5, 6, 2, all after the mark are mine, 0",
    })
    void unread_is_a_difference(long countable, long read, long own, long ownRead, String name, long unread) {
        assertThat(new Marks(0, read, ownRead, 0).unread(countable, own))
                .as(name)
                .isEqualTo(unread);
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "5, 3"})
    void the_greater_number_stays_whoever_comes_last(long first, long second) {
        var one = new Marks(first, first, first, first);
        var other = new Marks(second, second, second, second);

        assertThat(one.forward(other)).isEqualTo(new Marks(5, 5, 5, 5));
    }
}
