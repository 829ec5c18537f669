package im.sparrow.gateway.room;

import im.sparrow.contracts.Headers;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What key and headers of a record of the log's stream say; the value is the public frame and is not looked into.
 * Numbers that are absent are 0.
 *
 * @param kind what it is
 * @param conversation the record's key
 * @param seq the message's place
 * @param change the change's number
 * @param actor the user whose sockets get it wherever they are
 * @param to the only user who gets it
 * @param membership who joins before and leaves after it, or null
 * @param clientId the id of the command it is the outcome of, or null
 * @param at when it was made, epoch milliseconds
 * @param frame the public frame
 */
public record LogEvent(
        Kind kind,
        long conversation,
        long seq,
        long change,
        long actor,
        long to,
        @Nullable MembershipEffect membership,
        @Nullable String clientId,
        long at,
        byte[] frame) {

    /** Kinds of records. */
    public enum Kind {
        /** Something was said. */
        MESSAGE,
        /** Something said was changed. */
        CHANGE,
        /** A command was refused. */
        NACK,
        /** Members changed. */
        MEMBERS,
        /** The conversation changed. */
        CONVERSATION;

        static Kind of(String name) {
            return switch (name) {
                case "message" -> MESSAGE;
                case "change" -> CHANGE;
                case "nack" -> NACK;
                case "members" -> MEMBERS;
                case "conversation" -> CONVERSATION;
                default -> throw new IllegalArgumentException("a kind from a newer version");
            };
        }
    }

    /** The user whose command it answers. */
    public long sender() {
        return to == 0 ? actor : to;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when it is of a newer version or not ours: to be passed over
     */
    public static LogEvent read(ConsumerRecord<String, byte[]> written) {
        var parts = new Parts();
        for (Header header : written.headers()) {
            parts.take(header.key(), header.value());
        }
        String key = written.key();
        if (key == null || parts.kind == null || written.value() == null) {
            throw new IllegalArgumentException("no key, kind or value");
        }
        return new LogEvent(
                parts.kind,
                Long.parseLong(key),
                parts.seq,
                parts.change,
                parts.actor,
                parts.to,
                parts.membership,
                parts.clientId,
                parts.at,
                written.value());
    }

    private static final class Parts {
        private @Nullable Kind kind;
        private long seq;
        private long change;
        private long actor;
        private long to;
        private @Nullable MembershipEffect membership;
        private @Nullable String clientId;
        private long at;

        void take(String name, byte[] value) {
            switch (name) {
                case Headers.KIND -> kind = Kind.of(text(value));
                case Headers.SEQ -> seq = number(value);
                case Headers.CHANGE -> change = number(value);
                case Headers.ACTOR -> actor = number(value);
                case Headers.TO -> to = number(value);
                case Headers.MEMBERSHIP -> membership = MembershipEffect.of(text(value));
                case Headers.EVENT_CLIENT_ID -> clientId = text(value);
                case Headers.AT -> at = number(value);
                default -> {
                    // A header from a newer version.
                }
            }
        }

        private static long number(byte[] value) {
            return Long.parseLong(text(value));
        }

        private static String text(byte[] value) {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
    }
}
