package im.sparrow.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAnswersTest {

    @Test
    void each_page_is_cut_out_as_it_stands() {
        String first = "{\"items\":[{\"body\":{\"text\":\"}{\\\" 好 ]\"}}], \"head\":7}";
        var answers = PageAnswers.read(bytes("[{\"page\":" + first
                + "},{\"refused\":{\"code\":\"not_found\",\"detail\":\"Nothing.\"}} , {\"page\" : {}}]"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get()).asString(StandardCharsets.UTF_8).isEqualTo(first);
        assertThatThrownBy(() -> answers.get(1).get()).isInstanceOfSatisfying(Refused.class, why -> {
            assertThat(why.problem()).isEqualTo(Problem.NOT_FOUND);
            assertThat(why.detail()).isEqualTo("Nothing.");
        });
        assertThat(answers.get(2).get()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{\"page\":5}]",
                "[{\"page\":{}",
                "[{\"refused\":{\"code\":\"x\"",
                "[{\"page\":{},\"more\":1}]"
            })
    void what_is_no_answer_is_as_none(String answer) {
        assertThatThrownBy(() -> PageAnswers.read(bytes(answer)))
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.problem()).isEqualTo(Problem.UNAVAILABLE));
    }

    @Test
    void a_refusal_of_an_unknown_code_is_a_fault_between_us() {
        var answers = PageAnswers.read(bytes("[{\"refused\":{\"code\":\"strange\"}}]"));

        assertThatThrownBy(() -> answers.getFirst().get())
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.problem()).isEqualTo(Problem.UNAVAILABLE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
