package im.sparrow.verify.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void all_are_the_faults_that_the_docs_name() {
        assertThat(Faults.words()).isEqualTo("""
                kill-gateway, kill-message, kill-social, kill-auth, kill-broker, kill-db, \
                restart-gateway, restart-message, restart-social, restart-auth, restart-broker, restart-db, \
                pause-gateway, pause-message, pause-social, pause-auth, pause-broker, pause-db, \
                cut-gateway-broker, cut-auth-broker, cut-gateway-auth, cut-auth-db, cut-social-broker, \
                cut-gateway-social, cut-social-db, cut-message-broker, cut-gateway-message, cut-message-db, \
                slow-db, full-disk, clock-step, halt-commit-publish, halt-publish-offset""");
    }

    @Test
    void a_word_says_how_often_or_leaves_it_to_the_others() {
        assertThat(Faults.text(Faults.of(List.of("kill-db*5", "slow-db"), 3))).isEqualTo("kill-db*5,slow-db*3");
    }

    @Test
    void a_family_is_named_by_how_its_names_begin() {
        assertThat(Faults.text(Faults.of(List.of("halt*2"), 3)))
                .isEqualTo("halt-commit-publish*2,halt-publish-offset*2");
    }

    @Test
    void an_unknown_fault_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Faults.of(List.of("kill-cat"), 3))
                .hasMessageStartingWith("No fault is called kill-cat; there are kill-gateway, ");
        assertThatThrownBy(() -> Faults.of(List.of("kill-db*many"), 3)).hasMessageContaining("how often");
    }

    @Test
    void every_round_has_each_fault_once_in_an_order_of_the_seed() {
        List<String> order = words(7);

        assertThat(order).hasSize(5).isEqualTo(words(7));
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("kill-db", "slow-db");
        assertThat(order.subList(2, 4)).containsExactlyInAnyOrder("kill-db", "slow-db");
        assertThat(order.get(4)).isEqualTo("slow-db");
    }

    private static List<String> words(long seed) {
        return Faults.inOrder(Faults.of(List.of("kill-db*2", "slow-db*3"), 1), seed).stream()
                .map(Fault::word)
                .toList();
    }
}
