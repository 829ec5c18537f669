package im.sparrow.verify.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One line of a history. {@code at} is in milliseconds since the run began. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "e")
@JsonSubTypes({
    @JsonSubTypes.Type(Event.Invoked.class),
    @JsonSubTypes.Type(Event.Acked.class),
    @JsonSubTypes.Type(Event.Nacked.class),
    @JsonSubTypes.Type(Event.RecallInvoked.class),
    @JsonSubTypes.Type(Event.RecallAcked.class),
    @JsonSubTypes.Type(Event.RecallNacked.class),
    @JsonSubTypes.Type(Event.Shown.class),
    @JsonSubTypes.Type(Event.Redelivered.class),
    @JsonSubTypes.Type(Event.Changed.class),
    @JsonSubTypes.Type(Event.Marked.class),
    @JsonSubTypes.Type(Event.Opened.class),
    @JsonSubTypes.Type(Event.Closed.class),
    @JsonSubTypes.Type(Event.Struck.class),
    @JsonSubTypes.Type(Event.Recovered.class),
    @JsonSubTypes.Type(Event.FinalRead.class),
    @JsonSubTypes.Type(Event.FinalInbox.class)
})
public sealed interface Event {

    /** When, in milliseconds since the run began. */
    long at();

    /** A send was put into the device's outbox, before its first frame left. */
    record Invoked(long at, DeviceName device, String conversation, String clientMsgId, String sum) implements Event {}

    /** The send has a place in the log. */
    record Acked(long at, DeviceName device, String conversation, String clientMsgId, long seq, String id)
            implements Event {}

    /** The send was refused for good. */
    record Nacked(long at, DeviceName device, String conversation, String clientMsgId, String code) implements Event {}

    /** A recall was asked for. */
    record RecallInvoked(long at, DeviceName device, String conversation, String clientOpId, long seq)
            implements Event {}

    /** The message is taken back. */
    record RecallAcked(long at, DeviceName device, String conversation, String clientOpId, long seq) implements Event {}

    /** The recall was refused for good. */
    record RecallNacked(long at, DeviceName device, String conversation, String clientOpId, String code)
            implements Event {}

    /** The device put a message on its screen. */
    record Shown(long at, DeviceName device, Item item) implements Event {}

    /** A message came that the device had, and was dropped. */
    record Redelivered(long at, DeviceName device, String conversation, long seq) implements Event {}

    /** The device applied a change to a message. */
    record Changed(long at, DeviceName device, String conversation, long seq, long changeSeq, boolean recalled)
            implements Event {}

    /** The device said how far it has shown. */
    record Marked(long at, DeviceName device, String conversation, long readSeq) implements Event {}

    /** A connection was welcomed. */
    record Opened(long at, DeviceName device) implements Event {}

    /** A connection ended. */
    record Closed(long at, DeviceName device, int code) implements Event {}

    /** The nemesis struck, with so many sends in flight. */
    record Struck(long at, String fault, long inFlight) implements Event {}

    /** What was struck works again. */
    record Recovered(long at, String fault, long afterMillis) implements Event {}

    /** The end: what a user reads of a conversation over REST, all of it. */
    record FinalRead(long at, String user, String conversation, List<Item> items) implements Event {}

    /** The end: what the inbox says of a conversation. */
    record FinalInbox(long at, String user, String conversation, long unread, long readSeq) implements Event {}
}
