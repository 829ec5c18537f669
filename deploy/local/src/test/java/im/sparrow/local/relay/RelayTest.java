package im.sparrow.local.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import im.sparrow.engines.Ports;
import im.sparrow.local.layout.Link;
import im.sparrow.local.layout.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets to real echoes; each echo first says its name. */
@Timeout(30)
class RelayTest {
    private final int port = Ports.free();
    private final int control = Ports.free();
    private final List<Socket> sockets = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Echo one;
    private Echo two;
    private Relay relay;

    @BeforeEach
    void open() throws IOException {
        one = new Echo('1');
        two = new Echo('2');
        var routes = List.of(
                new Route("people~one", one.port(), one.health()), new Route("people~two", two.port(), two.health()));
        relay = Relay.open(List.of(new Link(port, routes)), control);
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        relay.close();
        one.close();
        two.close();
        http.close();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    private char answerer() throws IOException {
        return (char) connect().getInputStream().read();
    }

    private int put(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + path))
                .PUT(BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String echo(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes());
        return new String(socket.getInputStream().readNBytes(text.length()));
    }

    @Test
    void connections_are_spread_over_both() throws IOException {
        assertThat(List.of(answerer(), answerer(), answerer(), answerer()))
                .containsExactlyInAnyOrder('1', '1', '2', '2');
    }

    @Test
    void who_is_dead_is_passed_over_at_once() throws IOException {
        one.close();

        assertThat(List.of(answerer(), answerer(), answerer(), answerer())).containsOnly('2');
    }

    @Test
    void who_is_not_ready_gets_no_new_connection() {
        one.ready(false);

        await().untilAsserted(() ->
                assertThat(List.of(answerer(), answerer(), answerer())).containsOnly('2'));
    }

    @Test
    void a_lot_of_bytes_arrives_whole() throws Exception {
        var socket = connect();
        socket.getInputStream().read();
        var bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);

        var writer = Thread.ofVirtual().start(() -> {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(socket.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
        writer.join();
    }

    @Test
    void what_is_said_during_a_cut_arrives_after_it() throws Exception {
        var socket = connect();
        socket.getInputStream().read();
        assertThat(put("/routes/*?state=cut")).isEqualTo(200);
        socket.setSoTimeout(300);
        assertThatThrownBy(() -> echo(socket, "hello")).isInstanceOf(SocketTimeoutException.class);

        put("/routes/*?state=open");

        socket.setSoTimeout(10_000);
        assertThat(new String(socket.getInputStream().readNBytes(5))).isEqualTo("hello");
        assertThat(echo(socket, "again")).isEqualTo("again");
    }

    @Test
    void an_end_during_a_cut_is_not_told() throws Exception {
        var socket = connect();
        var first = socket.getInputStream().read();
        put("/routes/*?state=cut");

        (first == '1' ? one : two).close();

        socket.setSoTimeout(300);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        put("/routes/*?state=open");
        socket.setSoTimeout(10_000);
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_closed_route_ends_its_connections_and_takes_no_more() throws Exception {
        var socket = connect();
        socket.getInputStream().read();

        put("/routes/*?state=closed");

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(connect().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_delay_is_added_each_way_and_keeps_the_order() throws Exception {
        var socket = connect();
        socket.getInputStream().read();
        put("/routes/*?delay=150");
        var begin = System.nanoTime();

        assertThat(echo(socket, "slow")).isEqualTo("slow");

        assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(295L, 2_000L);
    }

    @Test
    void wrong_words_change_nothing() throws Exception {
        assertThat(put("/routes/*?state=broken")).isEqualTo(400);
        assertThat(put("/routes/*?delay=-1")).isEqualTo(400);
        assertThat(put("/routes/nobody~one?state=cut")).isEqualTo(404);
        assertThat(List.of(answerer(), answerer())).contains('1', '2');
    }
}
