package im.sparrow.gateway.socket;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.platform.identity.Caller;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection stands; a move that is no method here is not lawful.
 *
 * <pre>
 *   Opened ── hello ──▶ Greeting ── welcomed ──▶ Live ── leaving ──▶ Draining
 *      │                 │    ▲ heads             │  ▲ renewed, asked    │
 *      │                 │    └─┘                 │  └─┘                 │
 *      └──── closed ─────┴─────────── closed ─────┴────── closed ────────┴──▶ Closed
 * </pre>
 */
sealed interface State {

    /** The end, from anywhere. */
    default Closed closed(@Nullable CloseCode why) {
        return new Closed(why);
    }

    /** The socket is open and nobody has said who he is. */
    record Opened() implements State {

        Greeting hello(ClientFrame.Hello hello) {
            return new Greeting(hello, Map.copyOf(hello.heads()), hello.more());
        }
    }

    /**
     * Somebody said hello, and what he missed is being looked up.
     *
     * @param hello what he said
     * @param heads what he holds, as far as he has said
     * @param more whether he has more to say of it
     */
    record Greeting(ClientFrame.Hello hello, Map<Id, ClientFrame.Head> heads, boolean more) implements State {

        Greeting heads(ClientFrame.Heads further) {
            Map<Id, ClientFrame.Head> all = new HashMap<>(heads);
            all.putAll(further.heads());
            return new Greeting(hello, Map.copyOf(all), further.more());
        }

        Live welcomed(Caller caller) {
            return new Live(caller, null);
        }
    }

    /**
     * In order.
     *
     * @param caller who it is, by the newest token
     * @param askedUntil when he must have brought a fresh token, epoch milliseconds; null while nobody asked
     */
    record Live(Caller caller, @Nullable Long askedUntil) implements State {

        Live asked(long until) {
            return new Live(caller, until);
        }

        Live renewed(Caller fresh) {
            return new Live(fresh, null);
        }

        Draining leaving() {
            return new Draining();
        }
    }

    /** The client was told that this gateway is going away; it takes no command any more. */
    record Draining() implements State {}

    /**
     * Over.
     *
     * @param why what the client was told; null when it left by itself
     */
    record Closed(@Nullable CloseCode why) implements State {}
}
