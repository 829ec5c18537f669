package im.sparrow.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoTextTest {
    @Test
    void every_line_has_an_id_of_its_own_that_never_changes() {
        assertThat(DemoText.ALL).extracting(DemoText::id).doesNotHaveDuplicates();
        assertThat(DemoText.ALL.getFirst().id()).hasToString("79a601bc-1f1c-3b04-9f4c-6ad737036311");
    }

    @Test
    void only_members_of_a_conversation_speak_in_it() {
        assertThat(DemoText.ALL)
                .filteredOn(line -> line.place().startsWith("@"))
                .allSatisfy(line ->
                        assertThat(line.author()).isIn("user", line.place().substring(1)));
        assertThat(DemoText.ALL)
                .filteredOn(line -> !line.place().startsWith("@"))
                .allSatisfy(line -> assertThat(line.author()).matches("user|member([1-9]|10)"));
    }
}
