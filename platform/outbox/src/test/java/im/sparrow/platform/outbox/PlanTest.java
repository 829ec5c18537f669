package im.sparrow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.platform.outbox.Plan.Lease;
import im.sparrow.platform.outbox.Plan.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Numbers NUMBERS = new Numbers(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(8),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            2);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Plan plan = new Plan(NUMBERS, 0);

    @Test
    void the_lease_comes_first_and_without_it_nothing_is_published() {
        assertThat(plan.next(0)).isEqualTo(new Step.TakeLease());

        plan.leased(Lease.REFUSED, 0);

        assertThat(plan.next(0)).isEqualTo(new Step.Rest(seconds(1), true));
        assertThat(plan.next(seconds(1))).isEqualTo(new Step.TakeLease());
    }

    @Test
    void after_a_start_the_last_ten_minutes_go_out_before_the_news() {
        plan.leased(Lease.TAKEN, 0);
        assertThat(plan.next(0)).isEqualTo(new Step.BeginAgain());

        plan.againBegun(NOON.minusSeconds(600));
        assertThat(plan.next(0)).isEqualTo(new Step.LoadSent(NOON.minusSeconds(600)));

        var old = row(1, "a", 1, NOON);
        plan.sentLoaded(List.of(old));
        assertThat(plan.next(0)).isEqualTo(new Step.Publish(List.of(old)));

        plan.published(Set.of(1L), 0);
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent(""));
    }

    @Test
    void sent_rows_are_read_in_pages_that_end_with_a_whole_mark() {
        plan.leased(Lease.TAKEN, 0);
        var first = row(1, "a", 1, NOON);
        plan.sentLoaded(List.of(
                first,
                row(2, "a", 2, NOON.plusMillis(1)),
                row(3, "b", 1, NOON.plusMillis(1)),
                row(4, "c", 1, NOON.plusMillis(1))));

        assertThat(plan.next(0)).isEqualTo(new Step.Publish(List.of(first)));
        plan.published(Set.of(1L), 0);

        assertThat(plan.next(0)).isEqualTo(new Step.LoadSent(NOON));
    }

    @Test
    void waves_that_follow_each_other_are_marked_together() {
        reachNews();
        var one = row(1, "a", 1, null);
        var two = row(2, "a", 2, null);
        plan.unsentLoaded(List.of(one, two));

        plan.published(Set.of(1L), 0);
        assertThat(plan.next(0)).isEqualTo(new Step.Publish(List.of(two)));
        plan.published(Set.of(2L), 0);

        assertThat(plan.next(0)).isEqualTo(new Step.MarkSent(List.of(one, two)));
        plan.marked();
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent("a"));
    }

    @Test
    void an_acknowledgement_is_marked_soon_however_many_waves_follow() {
        reachNews();
        var one = row(1, "a", 1, null);
        var two = row(2, "a", 2, null);
        plan.unsentLoaded(List.of(one, two));
        plan.published(Set.of(1L), 0);

        long later = Duration.ofMillis(20).toNanos();

        assertThat(plan.next(later)).isEqualTo(new Step.MarkSent(List.of(one)));
        plan.marked();
        assertThat(plan.next(later)).isEqualTo(new Step.Publish(List.of(two)));
    }

    @Test
    void when_a_row_fails_the_rest_is_read_again_after_a_pause() {
        reachNews();
        var one = row(1, "a", 1, null);
        plan.unsentLoaded(List.of(one, row(2, "b", 1, null)));

        plan.published(Set.of(1L), 0);

        assertThat(plan.next(0)).isEqualTo(new Step.MarkSent(List.of(one)));
        plan.marked();
        assertThat(plan.next(0)).isEqualTo(new Step.Rest(seconds(1), true));
        assertThat(plan.next(seconds(1))).isEqualTo(new Step.LoadUnsent(""));
    }

    @Test
    void a_full_page_gives_the_keys_behind_it_their_turn_and_then_begins_anew() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null), row(2, "b", 1, null)));
        publishAll();
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent("b"));

        plan.unsentLoaded(List.of(row(3, "c", 1, null)));
        publishAll();
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent(""));

        plan.unsentLoaded(List.of());
        assertThat(plan.next(0)).isEqualTo(new Step.Rest(seconds(1), false));
        plan.news();
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent(""));
    }

    @Test
    void a_lost_broker_has_the_last_ten_minutes_sent_again_before_the_news() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));
        publishAll();

        plan.brokerLost(seconds(1));

        assertThat(plan.next(seconds(1))).isEqualTo(new Step.BeginAgain());
    }

    @Test
    void a_connection_that_ends_after_ten_quiet_minutes_loses_nothing() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));
        publishAll();
        long later = seconds(600);
        plan.leased(Lease.RENEWED, later);

        plan.brokerLost(later);

        assertThat(plan.next(later)).isEqualTo(new Step.EndAgain());
    }

    @Test
    void what_was_sent_again_is_safe_after_ten_minutes_and_then_old_rows_go() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));
        publishAll();
        assertThat(afterRenewalAt(599)).isInstanceOf(Step.Rest.class);

        assertThat(afterRenewalAt(600)).isEqualTo(new Step.EndAgain());
        plan.againEnded();
        assertThat(afterRenewalAt(600)).isEqualTo(new Step.Purge());
    }

    @Test
    void nothing_is_deleted_after_the_broker_was_lost() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));
        publishAll();
        plan.againEnded();
        assertThat(afterRenewalAt(60)).isEqualTo(new Step.Purge());

        plan.brokerLost(seconds(60));
        assertThat(afterRenewalAt(60)).isEqualTo(new Step.BeginAgain());
        plan.againBegun(NOON);
        plan.sentLoaded(List.of());
        assertThat(afterRenewalAt(60)).isEqualTo(new Step.LoadUnsent(""));
        plan.unsentLoaded(List.of());

        assertThat(afterRenewalAt(600)).isInstanceOf(Step.Rest.class);
    }

    @Test
    void a_full_purge_is_followed_by_another_and_then_rests_for_a_minute() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));
        publishAll();
        plan.againEnded();

        plan.purged(true, seconds(60));
        assertThat(afterRenewalAt(60)).isEqualTo(new Step.Purge());
        plan.purged(false, seconds(60));

        assertThat(afterRenewalAt(60)).isInstanceOf(Step.Rest.class);
    }

    @Test
    void a_lease_too_short_for_a_wave_is_renewed_first() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));

        assertThat(plan.next(seconds(2))).isInstanceOf(Step.Publish.class);
        assertThat(plan.next(seconds(3))).isEqualTo(new Step.TakeLease());
    }

    @Test
    void a_lease_that_had_run_out_starts_all_over() {
        reachNews();
        plan.unsentLoaded(List.of(row(1, "a", 1, null)));

        plan.leased(Lease.TAKEN, seconds(30));

        assertThat(plan.next(seconds(30))).isEqualTo(new Step.BeginAgain());
    }

    @Test
    void a_lease_shorter_than_a_wave_is_refused_at_start() {
        assertThatThrownBy(() -> new Numbers(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sparrow.outbox.lease");
    }

    private void reachNews() {
        plan.leased(Lease.TAKEN, 0);
        plan.againBegun(NOON);
        plan.sentLoaded(List.of());
        assertThat(plan.next(0)).isEqualTo(new Step.LoadUnsent(""));
    }

    private void publishAll() {
        while (plan.next(0) instanceof Step.Publish publish) {
            plan.published(Set.copyOf(publish.wave().stream().map(Row::id).toList()), 0);
            plan.marked();
        }
    }

    private Step afterRenewalAt(long second) {
        plan.leased(Lease.RENEWED, seconds(second));
        return plan.next(seconds(second));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static Row row(long id, String key, long version, @Nullable Instant sentAt) {
        return new Row(id, "t", key, version, "{}", "{}", sentAt);
    }
}
