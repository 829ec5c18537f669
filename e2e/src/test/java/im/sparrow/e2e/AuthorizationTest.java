package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.corpus.Cast;
import im.sparrow.e2e.corpus.Corpus;
import im.sparrow.e2e.corpus.Forgeries;
import im.sparrow.e2e.corpus.Matrix;
import im.sparrow.e2e.corpus.Uncovered;
import im.sparrow.e2e.person.Door;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.e2e.wire.RawSocket;
import im.sparrow.local.layout.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what: every route and frame, each kind of caller, through the gateway and past it. */
@ExtendWith(WholeSuite.class)
@Order(7)
class AuthorizationTest {

    private static final int TOKEN_REFUSED = 4401;

    private static final Map<String, String> DOORS = Map.of(
            "gateway", "/api/v1/conversations/1/messages",
            "auth", "/api/v1/users/me",
            "social", "/api/v1/friends",
            "message", "/api/v1/conversations");

    @Test
    void each_caller_hears_what_the_tables_say(RunningSuite suite) throws Exception {
        var cast = Cast.of(suite);

        var matrix = new Matrix(cast).ask("access/routes", true).ask("access/internal", false);
        var frames = new Corpus(cast).ask("access/frames");

        var routes = Uncovered.routes(suite.door(), "access/routes", 1);
        var said = Uncovered.frames("access/frames");
        System.out.printf(
                "e2e: authorization cells=%d routes=%s frames=%s services=%d/%d wrong=%d (%d cells of REST, %d of frames)%n",
                matrix.cells() + frames.rows(),
                routes,
                said,
                matrix.services().size(),
                Service.values().length,
                matrix.misses().size() + frames.misses().size(),
                matrix.cells(),
                frames.rows());
        assertThat(routes.without())
                .as("routes without a row in access/routes.table")
                .isEmpty();
        assertThat(said.without())
                .as("frames without a row in access/frames.table")
                .isEmpty();
        assertThat(matrix.services()).hasSameSizeAs(Service.values());
        assertThat(matrix.misses()).isEmpty();
        assertThat(frames.misses()).isEmpty();
        assertThat(matrix.cells() + frames.rows()).isGreaterThanOrEqualTo(1_500);
    }

    @Test
    void no_forged_token_is_taken_by_any_service(RunningSuite suite) throws Exception {
        var good = Cast.of(suite).get("alice.token");
        var forged = Forgeries.of(
                good, suite.door().asks("GET", "/.well-known/jwks.json").body());
        var taken = new ArrayList<String>();
        int asked = 0;
        for (var door : DOORS.entrySet()) {
            var base = new Door(URI.create("http://127.0.0.1:" + suite.port(door.getKey())));
            for (var token : forged.entrySet()) {
                asked++;
                var answer =
                        base.asks("GET", door.getValue(), Map.of("Authorization", "Bearer " + token.getValue()), null);
                if (!answer.code().equals("token_invalid")) {
                    taken.add(door.getKey() + ": " + token.getKey() + " " + answer.status() + " " + answer.code());
                }
            }
        }
        System.out.printf("e2e: forged tokens=%d of %d tricks, taken=%d%n", asked, forged.size(), taken.size());
        assertThat(taken).isEmpty();
        assertThat(forged).hasSizeGreaterThanOrEqualTo(60);
        assertThat(asked).isGreaterThanOrEqualTo(240);
    }

    @Test
    void no_forged_token_is_taken_by_a_hello(RunningSuite suite) throws Exception {
        var good = Cast.of(suite).get("alice.token");
        var forged = Forgeries.of(
                good, suite.door().asks("GET", "/.well-known/jwks.json").body());
        var taken = new ArrayList<String>();
        for (var token : forged.entrySet()) {
            int end = helloed(suite, token.getValue());
            if (end != TOKEN_REFUSED) {
                taken.add(token.getKey() + " " + end);
            }
        }
        System.out.printf("e2e: forged hellos=%d taken=%d%n", forged.size(), taken.size());
        assertThat(taken).isEmpty();
        assertThat(helloed(suite, good)).as("the good one").isZero();
    }

    /** The code that the socket is closed with; 0 when it was welcome. */
    private static int helloed(RunningSuite suite, String token) throws Exception {
        try (var socket = new RawSocket(suite.port("gateway"))) {
            socket.say("{\"t\":\"hello\",\"deviceId\":\"forged\",\"token\":\"" + token + "\"}");
            var heard = socket.next(10_000).orElseThrow();
            while (heard.frame().isPresent() && !heard.t().equals("welcome")) {
                heard = socket.next(10_000).orElseThrow();
            }
            return heard.closed();
        }
    }

    @Test
    void the_good_token_that_they_are_made_of_is_taken(RunningSuite suite) throws Exception {
        var alice = suite.register("Alice");
        for (var path : List.of("auth:/api/v1/users/me", "social:/api/v1/friends", "message:/api/v1/conversations")) {
            var words = path.split(":", 2);
            new Door(URI.create("http://127.0.0.1:" + suite.port(words[0])))
                    .asks("GET", words[1], Map.of("Authorization", "Bearer " + alice.token()), null)
                    .good();
        }
    }

    @Test
    void a_wrong_cell_is_found(RunningSuite suite) throws Exception {
        var matrix = new Matrix(Cast.of(suite)).ask("access/control", true);

        assertThat(matrix.misses()).hasSize(matrix.cells()).hasSize(12);
    }
}
