package im.sparrow.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private static final PortBlock PORTS = new PortBlock(17800);

    private static Layout of(int gateways, int messages, boolean relays) {
        return new Layout(PORTS, new Shape(gateways, messages, relays));
    }

    private static Instance first(Service service) {
        return new Instance(service, 1);
    }

    @Test
    void the_smallest_suite_has_no_relay_and_every_port_one_owner() {
        var layout = of(1, 1, false);

        assertThat(new TreeSet<>(layout.uses().keySet()))
                .containsExactly(
                        17800, 17801, 17802, 17803, 17804, 17805, 17806, 17807, 17808, 17810, 17811, 17812, 17813,
                        17814, 17815);
        assertThat(layout.parts()).hasSize(8).doesNotContain("relay");
        assertThat(layout.url(first(Service.GATEWAY), Service.MESSAGE)).isEqualTo("http://127.0.0.1:17804");
    }

    @Test
    void several_gateways_stand_behind_the_public_port() {
        var layout = of(3, 1, false);

        assertThat(layout.parts()).containsSequence("chat-gateway", "chat-gateway-2", "chat-gateway-3");
        assertThat(layout.http(new Instance(Service.GATEWAY, 1))).isEqualTo(17820);
        assertThat(layout.http(new Instance(Service.GATEWAY, 3))).isEqualTo(17822);
        assertThat(layout.management(new Instance(Service.GATEWAY, 3))).isEqualTo(17831);
        assertThat(layout.links()).singleElement().satisfies(link -> {
            assertThat(link.port()).isEqualTo(17800);
            assertThat(link.routes())
                    .contains(new Route("people~chat-gateway-2", 17821, 17830))
                    .hasSize(3);
        });
    }

    @Test
    void several_message_services_are_reached_by_one_address() {
        var layout = of(1, 2, false);

        assertThat(layout.http(new Instance(Service.MESSAGE, 2))).isEqualTo(17824);
        assertThat(layout.management(new Instance(Service.MESSAGE, 2))).isEqualTo(17833);
        assertThat(layout.url(first(Service.GATEWAY), Service.MESSAGE)).isEqualTo("http://127.0.0.1:17809");
        assertThat(layout.http(first(Service.GATEWAY))).isEqualTo(17800);
    }

    @Test
    void with_relays_every_client_of_the_broker_is_told_its_own_port() {
        var layout = of(2, 2, true);

        assertThat(layout.listeners()).hasSize(8);
        for (var instance : layout.instances()) {
            assertThat(layout.listeners()).containsValue(layout.broker(instance));
        }
        assertThat(layout.database(first(Service.AUTH))).isNotEqualTo(17806);
        assertThat(layout.links().stream()
                        .flatMap(link -> link.routes().stream())
                        .map(Route::name))
                .contains(
                        "people~chat-gateway-2",
                        "chat-gateway-2~message-service-2",
                        "message-service-2~database",
                        "social-service~broker")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_largest_suite_fits_into_the_block_and_shares_no_port() {
        var layout = of(4, 4, true);
        var seen = new HashSet<Integer>();

        layout.links().forEach(link -> assertThat(seen.add(link.port())).isTrue());
        layout.instances().forEach(instance -> {
            assertThat(seen.add(layout.http(instance))).isTrue();
            assertThat(seen.add(layout.management(instance))).isTrue();
        });
        layout.listeners().keySet().forEach(port -> assertThat(seen.add(port)).isTrue());
        assertThat(layout.uses().keySet()).containsAll(seen).allMatch(port -> port >= 17800 && port < 17900);
    }

    @Test
    void other_numbers_are_refused_by_the_option_s_name() {
        assertThatThrownBy(() -> new Shape(5, 1, false)).hasMessage("--gateways is 1 to 4, not 5");
        assertThatThrownBy(() -> new Shape(1, 0, false)).hasMessage("--messages is 1 to 4, not 0");
    }

    @Test
    void a_roster_is_read_as_it_was_written(@TempDir Path folder) throws Exception {
        var file = folder.resolve("run/parts.json");
        var roster = Roster.of(of(2, 1, true));

        roster.write(file);

        assertThat(Roster.read(file)).contains(roster);
        assertThat(roster.layout().parts()).startsWith("relay", "database", "broker", "auth-service");
        assertThat(Roster.read(folder.resolve("other"))).isEmpty();
    }
}
