package im.sparrow.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {

    @ParameterizedTest
    @CsvSource({"Alice, alice", "'  bob ', bob", "ＡＬＩＣＥ, alice", "a.b_c-9, a.b_c-9", "ﬁsh, fish", "ADMIN, admin"})
    void has_one_form_whatever_was_typed(String typed, String name) {
        assertThat(Usernames.normal(typed)).isEqualTo(name);
        assertThat(Usernames.valid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "аdmin",
                "adm\u200bin",
                "a b c",
                "a/b/c",
                "张三张",
                "user@host",
                "user\u0000",
                "abc\u0301",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void anything_that_could_be_taken_for_another_is_none(String typed) {
        assertThat(Usernames.valid(Usernames.normal(typed))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "paul,   pau1,    true",
        "modern, modem,   true",
        "bob0,   bobo,    true",
        "alice,  alicia,  false",
        "a.b,    a-b,     false",
        "member1, member2, false"
    })
    void names_that_look_alike_have_one_skeleton(String one, String other, boolean alike) {
        assertThat(Usernames.skeleton(one).equals(Usernames.skeleton(other))).isEqualTo(alike);
    }
}
