package im.sparrow.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import org.junit.jupiter.api.Test;

class PageLineTest {

    private final PageLine line = new PageLine();

    private static ClientFrame.Pull pull(int limit) {
        return new ClientFrame.Pull(Id.of(7), 0L, null, null, limit, null);
    }

    @Test
    void one_full_page_is_under_way_or_several_small_ones() {
        for (int i = 0; i < 5; i++) {
            assertThat(line.ask(pull(50))).isTrue();
        }
        for (int i = 0; i < 4; i++) {
            assertThat(line.next()).isNotNull();
        }
        assertThat(line.next()).isNull();
        line.answered(pull(50));
        assertThat(line.next()).isNotNull();
    }

    @Test
    void a_full_page_waits_for_its_turn_and_is_not_passed() {
        line.ask(pull(1));
        line.ask(pull(200));
        line.ask(pull(1));
        assertThat(line.next()).isEqualTo(pull(1));
        assertThat(line.next()).isNull();
        line.answered(pull(1));
        assertThat(line.next()).isEqualTo(pull(200));
        assertThat(line.next()).isNull();
    }

    @Test
    void at_most_64_are_asked_for() {
        for (int i = 0; i < PageLine.ASKED_MAX; i++) {
            assertThat(line.ask(pull(200))).isTrue();
        }
        assertThat(line.ask(pull(1))).isFalse();
        assertThat(line.next()).isNotNull();
        assertThat(line.ask(pull(1))).isFalse();
        line.answered(pull(200));
        assertThat(line.ask(pull(1))).isTrue();
    }
}
