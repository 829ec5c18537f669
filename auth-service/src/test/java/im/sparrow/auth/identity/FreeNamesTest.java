package im.sparrow.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.auth.account.Usernames;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Ada-Lovelace, ada-lovelace",
        "a, membera",
        "阿达, member",
        "ａｄａ_ｌ, ada_l",
        "x-0123456789-0123456789-0123456789-end, x-0123456789-0123456789-01234567",
    })
    void the_name_elsewhere_comes_first_and_digits_behind_it_after(String login, String first) {
        var names = FreeNames.like(login, new Random(7));

        assertThat(names.getFirst()).isEqualTo(first);
        assertThat(names).hasSize(9).doesNotHaveDuplicates().allMatch(Usernames::valid);
        assertThat(names.subList(1, 9)).allMatch(name -> name.matches(".*-\\d{4,6}"));
    }
}
