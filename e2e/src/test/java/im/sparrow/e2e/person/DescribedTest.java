package im.sparrow.e2e.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control of what every device insists on. */
class DescribedTest {

    private static final String HEAD = """
            {"t":"head","conversationId":"7","seq":3,"changeSeq":0}""";

    @Test
    void a_frame_as_it_is_described_passes() {
        assertThat(Described.objections(Frame.read(HEAD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seq\":3        | \"seq\":\"3\"          | seq",
                "\"seq\":3,       | ``                     | seq",
                "\"seq\":3        | \"seq\":3,\"secret\":1 | secret",
                "\"7\"            | \"07\"                 | conversationId",
                "\"head\"         | \"heading\"            | heading"
            })
    void a_frame_that_is_not_as_described_is_objected_to(String what, String instead, String where) {
        var frame = Frame.read(HEAD.replace(what, instead));

        assertThat(Described.objections(frame)).singleElement().asString().contains(where);
    }
}
