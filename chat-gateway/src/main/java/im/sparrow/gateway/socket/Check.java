package im.sparrow.gateway.socket;

import java.time.Duration;

/**
 * What time asks of one connection: pure, so that a table can say it.
 *
 * @param helloWithin how soon a hello must come
 * @param pingEvery how often a sign of life is asked for
 * @param deadAfter after how long without one it is over
 * @param askBefore how long before its end a fresh token is asked for
 * @param leeway how long after its end a token is still good
 */
record Check(Duration helloWithin, Duration pingEvery, Duration deadAfter, Duration askBefore, Duration leeway) {

    /** What is to be done. */
    enum Due {
        /** Nothing. */
        NOTHING,
        /** Ask for a sign of life. */
        PING,
        /** Ask for a fresh token. */
        ASK,
        /** No hello came. */
        CLOSE_UNGREETED,
        /** No sign of life came. */
        CLOSE_DEAD,
        /** No fresh token came. */
        CLOSE_TOKEN
    }

    /**
     * What is to be done with a connection.
     *
     * @param state where it stands
     * @param now epoch milliseconds, as the others
     * @param heardAt its last sign of life
     * @param pingedAt when it was last asked for one
     */
    Due due(State state, long now, long heardAt, long pingedAt) {
        if (now - heardAt > deadAfter.toMillis()) {
            return Due.CLOSE_DEAD;
        }
        return switch (state) {
            case State.Closed closed -> Due.NOTHING;
            case State.Opened opened -> unheard(now, heardAt);
            case State.Greeting greeting -> greeting.more() ? unheard(now, heardAt) : ping(now, pingedAt);
            case State.Draining draining -> ping(now, pingedAt);
            case State.Live live -> {
                Due token = token(live, now);
                yield token == Due.NOTHING ? ping(now, pingedAt) : token;
            }
        };
    }

    private Due unheard(long now, long heardAt) {
        return now - heardAt > helloWithin.toMillis() ? Due.CLOSE_UNGREETED : Due.NOTHING;
    }

    private Due ping(long now, long pingedAt) {
        return now - pingedAt >= pingEvery.toMillis() ? Due.PING : Due.NOTHING;
    }

    private Due token(State.Live live, long now) {
        long end = live.caller().expiresAt().toEpochMilli();
        Long asked = live.askedUntil();
        if (now > end + leeway.toMillis() || (asked != null && now > asked + leeway.toMillis())) {
            return Due.CLOSE_TOKEN;
        }
        return asked == null && now >= end - askBefore.toMillis() ? Due.ASK : Due.NOTHING;
    }
}
