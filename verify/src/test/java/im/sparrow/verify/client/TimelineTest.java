package im.sparrow.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline line = new Timeline();

    @Test
    void the_next_message_is_shown_at_once() {
        assertThat(line.arrived(item(1), false)).containsExactly(item(1));
        assertThat(line.isNew(item(1))).isFalse();
        assertThat(line.lacksMessages()).isFalse();
    }

    @Test
    void a_message_behind_a_hole_waits_for_the_pull() {
        line.arrived(item(1), false);

        assertThat(line.arrived(item(4), false)).isEmpty();
        assertThat(line.lacksMessages()).isTrue();
        assertThat(line.page(List.of(item(2), item(3)), true, 3)).containsExactly(item(2), item(3), item(4));
        assertThat(line.lacksMessages()).isFalse();
    }

    @Test
    void what_a_page_leaves_out_up_to_the_head_is_no_hole() {
        line.told(9, 0);

        assertThat(line.page(List.of(item(3), item(7)), true, 9)).containsExactly(item(3), item(7));
        assertThat(line.seq()).isEqualTo(9);
        assertThat(line.arrived(item(10), false)).containsExactly(item(10));
    }

    @Test
    void while_a_page_is_on_its_way_nothing_overtakes_it() {
        assertThat(line.arrived(item(1), true)).isEmpty();
        assertThat(line.page(List.of(item(1)), true, 1)).containsExactly(item(1));
    }

    @Test
    void a_page_that_is_not_the_last_moves_to_its_last_item_only() {
        line.told(9, 0);
        line.page(List.of(item(2), item(3)), false, 9);

        assertThat(line.seq()).isEqualTo(3);
        assertThat(line.lacksMessages()).isTrue();
    }

    @Test
    void a_change_is_applied_only_over_an_older_one() {
        line.arrived(item(1), false);

        assertThat(line.changed(changed(1, 1))).isTrue();
        assertThat(line.changed(changed(1, 1))).isFalse();
        assertThat(line.changeSeq()).isEqualTo(1);
        assertThat(line.lacksChanges()).isFalse();
    }

    @Test
    void a_change_behind_a_hole_asks_for_the_changes() {
        line.arrived(item(1), false);

        assertThat(line.changed(changed(1, 3))).isTrue();
        assertThat(line.lacksChanges()).isTrue();
        line.changedUpTo(3);
        assertThat(line.lacksChanges()).isFalse();
    }

    @Test
    void a_change_that_comes_before_its_message_is_shown_with_it() {
        line.arrived(item(1), false);
        line.told(2, 0);

        assertThat(line.changed(changed(2, 1))).isFalse();
        assertThat(line.page(List.of(item(2)), true, 2)).containsExactly(changed(2, 1));
    }

    private static Item item(long seq) {
        return new Item("5", seq, "id-" + seq, "1", "m" + seq, "sum", 0, false, null);
    }

    private static Item changed(long seq, long changeSeq) {
        return new Item("5", seq, "id-" + seq, "1", "m" + seq, null, changeSeq, true, null);
    }
}
