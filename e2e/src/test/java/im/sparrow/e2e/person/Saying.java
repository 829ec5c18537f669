package im.sparrow.e2e.person;

import im.sparrow.contracts.message.Text;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A message that is about to be said; under one key, however often it has to be repeated. */
public final class Saying {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Person who;
    private final Text what;
    private final UUID key = UUID.randomUUID();

    Saying(Person who, Text what) {
        this.who = who;
        this.what = what;
    }

    /** The key that it is said under: its clientMsgId. */
    public UUID key() {
        return key;
    }

    /** A text. */
    public static Text text(String text) {
        return new Text(text);
    }

    /** Says it there, again while the answer is that it may be repeated; the message's seq. */
    public long in(Chat chat) {
        return Awaitility.await(who + " speaks")
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> once(chat), answer -> !answer.retryable())
                .good()
                .body()
                .path("seq")
                .asLong();
    }

    /** Says it there once. */
    public Answer once(Chat chat) {
        var body = Map.of("type", what.type(), "body", Map.of("text", what.text()));
        return who.door().asks("POST", chat.path("/messages"), Door.once(who.token(), key), body);
    }
}
