package im.sparrow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void each_key_has_one_row_in_a_wave_and_its_smallest_versions_come_first() {
        var rows = List.of(row(1, "t", "a", 3), row(2, "t", "a", 1), row(3, "t", "b", 7), row(4, "t", "a", 2));

        assertThat(ids(rows)).containsExactly(List.of(2L, 3L), List.of(4L), List.of(1L));
    }

    @Test
    void a_key_of_two_topics_is_two_keys() {
        var rows = List.of(row(1, "t", "a", 1), row(2, "u", "a", 2));

        assertThat(ids(rows)).containsExactly(List.of(1L, 2L));
    }

    @Test
    void equal_versions_go_out_by_id() {
        var rows = List.of(row(9, "t", "a", 1), row(5, "t", "a", 1));

        assertThat(ids(rows)).containsExactly(List.of(5L), List.of(9L));
    }

    @Test
    void no_rows_make_no_wave() {
        assertThat(Waves.of(List.of())).isEmpty();
    }

    private static List<List<Long>> ids(List<Row> rows) {
        return Waves.of(rows).stream()
                .map(wave -> wave.stream().map(Row::id).toList())
                .toList();
    }

    private static Row row(long id, String topic, String key, long version) {
        return new Row(id, topic, key, version, "{}", "{}", null);
    }
}
