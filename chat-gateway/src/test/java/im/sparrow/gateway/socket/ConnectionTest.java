package im.sparrow.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.fanout.Outlet;
import im.sparrow.gateway.fanout.SharedFrame;
import im.sparrow.gateway.frame.Reading.CommandId;
import im.sparrow.gateway.frame.ServerFrame;
import im.sparrow.gateway.limit.Budgets;
import im.sparrow.gateway.limit.LimitsConfig;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a connection remembers, without a socket. */
class ConnectionTest {

    private final Written outlet = new Written();
    private final List<Connection> ended = new ArrayList<>();
    private final Connection connection = new Connection(
            outlet,
            new Budgets(new SmallRyeConfigBuilder()
                            .withMapping(LimitsConfig.class)
                            .build()
                            .getConfigMapping(LimitsConfig.class))
                    .frames(),
            null,
            0,
            ended::add);

    private static ClientFrame frame(int number) {
        return new ClientFrame.Cursor(Id.of(7), (long) number, null, null);
    }

    private static Unfinished command(long since) {
        return new Unfinished(CommandId.message(UUID.randomUUID()), null, since);
    }

    @Test
    void it_ends_once_and_says_nothing_afterwards() {
        connection.close(CloseCode.TOKEN);
        connection.close(CloseCode.FLOOD);
        connection.left();
        connection.send(new ServerFrame.AuthNeeded(1));

        assertThat(outlet.said).containsExactly("close 4401");
        assertThat(ended).containsExactly(connection);
        assertThat(connection.state()).isEqualTo(new State.Closed(CloseCode.TOKEN));
    }

    @Test
    void a_client_that_leaves_by_itself_is_told_nothing() {
        connection.left();

        assertThat(outlet.said).isEmpty();
        assertThat(ended).hasSize(1);
    }

    @Test
    void no_move_leads_out_of_the_end() {
        connection.close(CloseCode.TOKEN);
        connection.move(new State.Draining());

        assertThat(connection.over()).isTrue();
    }

    @Test
    void what_waits_is_taken_in_order_until_something_makes_it_wait_again() {
        connection.hold();
        for (int i = 1; i <= 4; i++) {
            assertThat(connection.await(frame(i))).isTrue();
        }
        var taken = new ArrayList<ClientFrame>();
        connection.release(frame -> {
            taken.add(frame);
            if (taken.size() == 2) {
                connection.hold();
            }
        });
        assertThat(taken).containsExactly(frame(1), frame(2));

        connection.release(taken::add);
        assertThat(taken).containsExactly(frame(1), frame(2), frame(3), frame(4));
    }

    @Test
    void at_most_64_frames_wait() {
        for (int i = 1; i <= 64; i++) {
            assertThat(connection.await(frame(i))).isTrue();
        }
        assertThat(connection.await(frame(65))).isFalse();
    }

    @Test
    void a_command_that_nobody_acknowledges_is_given_up_once() {
        var old = command(1_000);
        var acknowledged = command(1_000);
        var young = command(5_000);
        connection.begin(old);
        connection.begin(acknowledged);
        connection.begin(young);
        acknowledged.end();
        assertThat(connection.unfinished()).isEqualTo(2);

        var nacked = new ArrayList<Unfinished>();
        connection.giveUp(2_000, nacked::add);
        connection.giveUp(2_000, nacked::add);
        assertThat(nacked).containsExactly(old);
        assertThat(connection.unfinished()).isEqualTo(1);
        assertThat(old.end()).isFalse();

        young.end();
        assertThat(connection.unfinished()).isZero();
        assertThat(connection.mayHaveUnfinished()).isFalse();
    }

    /** An end of a line that remembers what was said. */
    private static final class Written implements Outlet {

        private final List<String> said = new ArrayList<>();

        @Override
        public EventExecutor loop() {
            return ImmediateEventExecutor.INSTANCE;
        }

        @Override
        public void send(byte[] frame) {
            said.add(new String(frame, StandardCharsets.UTF_8));
        }

        @Override
        public void write(SharedFrame frame) {
            throw new UnsupportedOperationException("only single frames are said here");
        }

        @Override
        public void heartbeat() {
            said.add("heartbeat");
        }

        @Override
        public void flush() {}

        @Override
        public void close(CloseCode code) {
            said.add("close " + code.code());
        }

        @Override
        public long pendingBytes() {
            return 0;
        }
    }
}
